import { TimeWindow } from '../../session/time-model';
import { StatesRequest } from './time-graph-source';
import { StateStyles } from './state-style';

/** What is on screen of a time graph. */
export interface GraphSight {
    readonly view: TimeWindow;
    readonly full: TimeWindow;
    /** Pixels. */
    readonly width: number;
    /** Ids of the entries in and near the sight. */
    readonly items: readonly number[];
}

/** Beyond both edges so much of the view's width is fetched too, so that moving shows no gap. */
const MARGIN = 0.5;
/** A trace server is asked for no more times at once. */
const MOST_TIMES = 16_384;
/** An answer this many times finer than needed is still good to draw. */
const FINEST = 3;

/** The request for what is on screen: one time a pixel. */
export function statesRequest(
    origin: bigint,
    { view, full, width, items }: GraphSight,
    styles: StateStyles
): StatesRequest {
    const span = view.end - view.start;
    const first = Math.floor(Math.max(view.start - span * MARGIN, full.start));
    const last = Math.max(Math.ceil(Math.min(view.end + span * MARGIN, full.end)), first + 1);
    const times = Math.round((width * (last - first)) / span);
    return {
        start: origin + BigInt(first),
        end: origin + BigInt(last),
        times: Math.min(Math.max(times, 2), MOST_TIMES, last - first + 1),
        items,
        styles
    };
}

/** Whether an answer holds all that is on screen, as fine as it can be seen, and not so fine that drawing gets slow. */
export function covers(answered: StatesRequest, origin: bigint, sight: GraphSight): boolean {
    const start = Number(answered.start - origin);
    const end = Number(answered.end - origin);
    const { view, full, width, items } = sight;
    const step = (end - start) / Math.max(answered.times - 1, 1);
    const needed = (view.end - view.start) / Math.max(width, 1);
    const there = new Set(answered.items);
    return (
        start <= Math.max(view.start, full.start) + 1 &&
        end >= Math.min(view.end, full.end) - 1 &&
        step <= Math.max(needed * 1.05, 1) &&
        step * FINEST >= needed &&
        items.every(item => there.has(item))
    );
}
