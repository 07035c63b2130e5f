import { medianAbsoluteDeviation } from '../statistics/median-absolute-deviation';
import { median } from '../statistics/quantile';

/** Spikes reach so many robust deviations beyond the running median. */
const REACH = 5;

/**
 * The values with spikes cut off: those too short for a segment are no change, yet would outweigh any change in a sum of squares.
 * A spike lies farther than five deviations from the median of the `reach` values before it, itself and as many after it,
 * and is brought to that distance; the deviation is 1.4826 times the median distance of all values from theirs, or that of their
 * steps over √2, whichever is greater (1.2533 times the
 * mean distance where most have none). What lasts longer than `reach` stays as it is.
 */
export function withoutSpikes(values: Float64Array, reach: number): Float64Array {
    const middle = runningMedian(values, reach);
    const distances = values.map((value, index) => Math.abs(value - middle[index]));
    // Where values follow a slope, many are the median themselves, and their steps tell the noise.
    const steps = values.subarray(1).map((value, index) => value - values[index]);
    const typical = Math.max(1.4826 * median(distances), (1.4826 / Math.SQRT2) * medianAbsoluteDeviation(steps));
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    const most = REACH * (typical > 0 ? typical : 1.2533 * mean);
    return values.map((value, index) =>
        distances[index] > most ? middle[index] + Math.sign(value - middle[index]) * most : value
    );
}

/**
 * The median of 2·reach + 1 values around each; towards both ends it goes on as it came. A series too short for that is its own.
 */
function runningMedian(values: Float64Array, reach: number): Float64Array {
    const { length } = values;
    const result = values.slice();
    if (length <= 4 * reach) {
        return result;
    }
    const sorted = values.slice(0, 2 * reach + 1).sort();
    const last = length - 1 - reach;
    for (let index = reach; index <= last; index++) {
        if (index > reach) {
            replace(sorted, values[index - reach - 1], values[index + reach]);
        }
        result[index] = sorted[reach];
    }
    for (let beyond = 1; beyond <= reach; beyond++) {
        const share = beyond / reach;
        result[reach - beyond] = result[reach] + share * (result[reach] - result[2 * reach]);
        result[last + beyond] = result[last] + share * (result[last] - result[last - reach]);
    }
    return result;
}

/** Puts a value in the place of another, in ascending order. */
function replace(sorted: Float64Array, old: number, value: number): void {
    let place = sorted.indexOf(old);
    while (place > 0 && sorted[place - 1] > value) {
        sorted[place] = sorted[--place];
    }
    while (place < sorted.length - 1 && sorted[place + 1] < value) {
        sorted[place] = sorted[++place];
    }
    sorted[place] = value;
}
