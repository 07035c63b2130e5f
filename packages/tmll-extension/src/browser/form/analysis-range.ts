import type { TimeRange } from 'tmll-analysis/algorithms';
import type { TimeWindow, TraceSession } from 'tmll-viewer';

/** Which stretch of the trace is analysed. */
export type RangeKind = 'trace' | 'view' | 'selection';

/** What a trace tab shows and has marked, in ns from `origin`. */
export interface SessionTimes {
    /** Ns since the epoch. */
    readonly origin: bigint;
    readonly view: TimeWindow;
    readonly selection: TimeWindow | undefined;
}

/** The window of a kind of range; undefined for the whole trace, and for a selection that is no stretch of time. */
export function windowOf(kind: RangeKind, { view, selection }: SessionTimes): TimeWindow | undefined {
    switch (kind) {
        case 'trace':
            return undefined;
        case 'view':
            return view;
        case 'selection':
            return selection && selection.end > selection.start ? selection : undefined;
    }
}

/** A range as a trace tab marks it. @param origin ns since the epoch */
export function toWindow({ startNs, endNs }: TimeRange, origin: bigint): TimeWindow {
    return { start: Number(startNs - origin), end: Number(endNs - origin) };
}

/** The range of a request; undefined for the whole trace. Whole ns, outwards, so that nothing marked is left out. */
export function rangeOf(kind: RangeKind, times: SessionTimes): TimeRange | undefined {
    const window = windowOf(kind, times);
    return (
        window && {
            startNs: times.origin + BigInt(Math.floor(window.start)),
            endNs: times.origin + BigInt(Math.ceil(window.end))
        }
    );
}

/** The stretch of time that is marked on the charts of a trace; undefined when none is, or a single instant. */
export function markedRange({ origin, time }: Pick<TraceSession, 'origin' | 'time'>): TimeRange | undefined {
    return rangeOf('selection', { origin, view: time.view, selection: time.selection });
}
