import { Stretch } from './window-features';

/**
 * The part of a window that an excursion fills: the one with the largest sum of (side · value − half), and beyond an end of
 * the window the points that follow above half. For a rectangular excursion in Gaussian noise, with half its height, that
 * is its most likely extent. Points that belong to another excursion do not count.
 * @param side 1 for an excursion above, −1 for one below
 * @param half half its height, positive
 * @param taken 1 for points that do not count
 * @returns undefined when no value in the window reaches half
 */
export function bestStretch(
    values: Float64Array,
    { from, to }: Stretch,
    side: number,
    half: number,
    taken: Uint8Array
): Stretch | undefined {
    let most = 0;
    let first = from;
    let end = from;
    let sum = 0;
    let start = from;
    for (let index = from; index < to; index++) {
        sum += taken[index] === 1 ? 0 : side * values[index] - half;
        if (!(sum > 0)) {
            sum = 0;
            start = index + 1;
        } else if (sum > most) {
            most = sum;
            first = start;
            end = index + 1;
        }
    }
    if (end === from) {
        return undefined;
    }
    if (first === from) {
        while (first > 0 && side * values[first - 1] > half) {
            first--;
        }
    }
    if (end === to) {
        while (end < values.length && side * values[end] > half) {
            end++;
        }
    }
    return { from: first, to: end };
}

/** Where the sum of two series changes from one level to another: the first point after it. */
export function bestSplit(
    values: Float64Array,
    others: Float64Array,
    { from, to }: Stretch,
    before: number,
    after: number
): number {
    let best = from;
    let cost = 0;
    let least = 0;
    for (let index = from; index < to; index++) {
        const value = values[index] + others[index];
        cost += Math.abs(value - before) - Math.abs(value - after);
        if (cost < least) {
            least = cost;
            best = index + 1;
        }
    }
    return Math.min(best, to - 1);
}
