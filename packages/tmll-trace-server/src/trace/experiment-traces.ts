import { mergeCursors } from './merge';
import { EventCursor, ReadOptions, Trace } from './trace';

/** Several traces on one time axis: what an experiment is made of. */
export class ExperimentTraces {
    /** Ns since the epoch to which all times here are relative: the earliest origin of the traces. */
    readonly origin: bigint;
    /** Times of the first and last event, as offsets; both 0 without events. */
    readonly start: number;
    readonly end: number;
    /** Events discarded in all traces. */
    readonly discarded: number;

    constructor(readonly traces: readonly Trace[]) {
        const used = traces.filter(hasEvents);
        this.origin = used.reduce((least, { origin }) => (origin < least ? origin : least), used[0]?.origin ?? 0n);
        this.start = used.length ? Math.min(...used.map(trace => trace.start + this.shiftOf(trace))) : 0;
        this.end = used.length ? Math.max(...used.map(trace => trace.end + this.shiftOf(trace))) : 0;
        this.discarded = traces.reduce((sum, trace) => sum + trace.discarded, 0);
    }

    /** Ns to add to a time of one of the traces to have it in the experiment. */
    shiftOf(trace: Trace): number {
        return Number(trace.origin - this.origin);
    }

    /** Reads all traces in the order of time, with times relative to the experiment's origin unless the options say else. */
    read(options: ReadOptions = {}): EventCursor {
        return mergeCursors(this.traces.map(trace => trace.read({ origin: this.origin, ...options })));
    }
}

/** An empty trace has no origin that means anything, so it must not move the others'. */
function hasEvents(trace: Trace): boolean {
    if (trace.start !== 0 || trace.end !== 0) {
        return true;
    }
    const cursor = trace.read();
    const event = cursor.next();
    cursor.close();
    return event !== undefined;
}
