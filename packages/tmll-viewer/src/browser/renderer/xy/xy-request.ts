import { TimeWindow } from '../../session/time-model';

/** A trace server is asked for no more times at once; Trace Compass answers nothing beyond 65,536. */
const MOST_TIMES = 8192;

/** What a chart asks a trace server for. Two equal ones get the same answer. */
export interface XyRequest {
    /** Ns since the epoch; the times are spread evenly from start to end, both included. */
    readonly start: bigint;
    readonly end: bigint;
    readonly times: number;
    /** Ids of the entries, ascending. */
    readonly items: readonly number[];
}

/**
 * The request for what is on screen: one time a pixel, but never two for one ns.
 * @param origin ns since the epoch that `view` is relative to
 * @param pixels width of the plot
 */
export function xyRequest(origin: bigint, view: TimeWindow, pixels: number, items: Iterable<number>): XyRequest {
    const first = Math.floor(view.start);
    const last = Math.max(Math.ceil(view.end), first + 1);
    return {
        start: origin + BigInt(first),
        end: origin + BigInt(last),
        times: Math.min(Math.max(Math.round(pixels), 2), MOST_TIMES, last - first + 1),
        items: [...items].sort((one, other) => one - other)
    };
}

/** Whether an answer to one request also answers another: the same times, and no entry missing. */
export function answers(answered: XyRequest, wanted: XyRequest): boolean {
    const { start, end, times, items } = answered;
    const there = new Set(items);
    return (
        start === wanted.start &&
        end === wanted.end &&
        times === wanted.times &&
        wanted.items.every(item => there.has(item))
    );
}
