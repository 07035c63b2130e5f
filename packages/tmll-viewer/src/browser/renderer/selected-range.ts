import { TimeWindow } from '../session/time-model';
import { TraceSession } from '../session/trace-session';

/** A stretch of the trace to compute something over, ns since the epoch. */
export interface ComputedRange {
    readonly start: bigint;
    readonly end: bigint;
    /** It is what the user has selected, not the whole trace. */
    readonly isSelection: boolean;
}

/** The selected stretch when only that is wanted and there is one, else the whole trace. */
export function computedRange({ experiment, origin, time }: TraceSession, onlySelection: boolean): ComputedRange {
    const { selection } = time;
    return onlySelection && isStretch(selection)
        ? { start: origin + BigInt(selection.start), end: origin + BigInt(selection.end), isSelection: true }
        : { start: experiment.start, end: experiment.end, isSelection: false };
}

export function sameRange(one: ComputedRange | undefined, other: ComputedRange): boolean {
    return one?.start === other.start && one.end === other.end && one.isSelection === other.isSelection;
}

function isStretch(selection: TimeWindow | undefined): selection is TimeWindow {
    return selection !== undefined && selection.end > selection.start;
}
