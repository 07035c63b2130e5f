import { TimeSeries } from './time-series';

/**
 * At most `most` points of a series that look the same when drawn: of each of equal parts the lowest and the highest value,
 * in the order of their times. A shorter series stays as it is. Missing values are left out of a thinned one, unless a whole part has
 * none: then one stands for it, so that a gap stays a gap.
 */
export function thin<S extends Pick<TimeSeries, 'times' | 'values'>>(series: S, most = 1000): S {
    const { length } = series.values;
    if (length <= most) {
        return series;
    }
    const parts = Math.max(1, Math.floor(most / 2));
    const kept: number[] = [];
    for (let part = 0; part < parts; part++) {
        const from = Math.floor((part * length) / parts);
        const to = Math.floor(((part + 1) * length) / parts);
        const { lowest, highest } = extremesOf(series.values, from, to);
        kept.push(Math.min(lowest, highest));
        if (lowest !== highest) {
            kept.push(Math.max(lowest, highest));
        }
    }
    return {
        ...series,
        times: Float64Array.from(kept, index => series.times[index]),
        values: Float64Array.from(kept, index => series.values[index])
    };
}

/** Places of the lowest and highest value from one index to another, exclusive; the first index when there is none. */
function extremesOf(values: Float64Array, from: number, to: number): { lowest: number; highest: number } {
    let lowest = -1;
    let highest = -1;
    for (let index = from; index < to; index++) {
        if (Number.isFinite(values[index])) {
            lowest = lowest < 0 || values[index] < values[lowest] ? index : lowest;
            highest = highest < 0 || values[index] > values[highest] ? index : highest;
        }
    }
    return lowest < 0 ? { lowest: from, highest: from } : { lowest, highest };
}
