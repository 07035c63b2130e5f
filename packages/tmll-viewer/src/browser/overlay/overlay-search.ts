import { TimeWindow } from '../session/time-model';
import { SpansOverlay } from './overlay';

/** Index of the first of ascending times that is not below a bound; their number when all are. */
export function firstAtLeast(times: ArrayLike<number>, bound: number): number {
    return countWhile(times.length, index => times[index] < bound);
}

/** Index of the first of ascending times that is above a bound; their number when none is. */
export function firstAbove(times: ArrayLike<number>, bound: number): number {
    return countWhile(times.length, index => times[index] <= bound);
}

/** Index of the time nearest to another one, the earlier of two equally near; -1 when there is none. */
export function nearest(times: ArrayLike<number>, time: number): number {
    const after = firstAtLeast(times, time);
    if (after === 0 || after === times.length) {
        return Math.min(after, times.length - 1);
    }
    return times[after] - time < time - times[after - 1] ? after : after - 1;
}

/** The number of leading indices for which a condition holds, given that it holds for no index after them. */
export function countWhile(length: number, holds: (index: number) => boolean): number {
    let low = 0;
    let high = length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (holds(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/** Finds the spans that touch a window. Spans may overlap and contain each other. */
export class SpanIndex {
    private static readonly indices = new WeakMap<SpansOverlay, SpanIndex>();

    /** The latest end among a span and those before it: ascending, so it can be searched. */
    private readonly reach: Float64Array;

    private constructor(private readonly spans: SpansOverlay) {
        this.reach = Float64Array.from(spans.ends);
        for (let index = 1; index < this.reach.length; index++) {
            this.reach[index] = Math.max(this.reach[index], this.reach[index - 1]);
        }
    }

    /** The index of an overlay, built once. */
    static of(spans: SpansOverlay): SpanIndex {
        let index = SpanIndex.indices.get(spans);
        if (!index) {
            index = new SpanIndex(spans);
            SpanIndex.indices.set(spans, index);
        }
        return index;
    }

    /** Indices of the spans that share at least an instant with a window in the overlay's own times, ascending. */
    overlapping({ start, end }: TimeWindow): number[] {
        const last = firstAbove(this.spans.starts, end);
        const found: number[] = [];
        for (let index = firstAtLeast(this.reach, start); index < last; index++) {
            if (this.spans.ends[index] >= start) {
                found.push(index);
            }
        }
        return found;
    }
}
