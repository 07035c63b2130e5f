import { Stretch } from './window-features';

/** A straight line from a level on, with a slope per point, into `result`. */
export function drawLine(result: Float64Array, { from, to }: Stretch, start: number, slope: number): void {
    for (let index = from; index < to; index++) {
        result[index] = start + slope * (index - from);
    }
}

/** One level and then another, into `result`, so that the absolute deviations of the values from them are least. */
export function drawStep(
    result: Float64Array,
    values: Float64Array,
    { from, to }: Stretch,
    start: number,
    end: number
): void {
    let best = from;
    let cost = 0;
    let least = 0;
    for (let index = from; index < to; index++) {
        const change = Math.abs(values[index] - start) - Math.abs(values[index] - end);
        cost += Number.isFinite(change) ? change : 0;
        if (cost < least) {
            least = cost;
            best = index + 1;
        }
    }
    result.fill(start, from, best);
    result.fill(end, best, to);
}
