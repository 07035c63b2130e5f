import type { TimeColumn } from './time-column';
import type { ValueColumn, ValueSummary } from './value-column';
import type { Sampling } from '../output';

/** The samples of one series: some rows of an event type, their times and the values of one field. */
export interface Samples {
    readonly times: TimeColumn;
    readonly values: ValueColumn;
    /** Ascending ranks of the series' rows; undefined: all. */
    readonly rows?: Uint32Array;
}

/**
 * The mean of a series' samples in the bin that ends at each time. A bin without samples holds the last one before it; before
 * the first sample, that one stands. Samples without a number count for nothing; a series of nothing else is 0.
 */
export function meanPerBin(samples: Samples, sampling: Sampling): Float64Array {
    const { times } = sampling;
    const means = new Float64Array(times.length);
    let from = countUpTo(samples, sampling.before);
    let held = valueAround(samples, from);
    for (let index = 0; index < times.length; index++) {
        const to = countUpTo(samples, times[index]);
        const { sum, count, last } = summarize(samples, from, to);
        means[index] = count > 0 ? sum / count : held;
        held = count > 0 ? last : held;
        from = to;
    }
    return means;
}

/** The samples of the positions [from, to) together. */
function summarize({ values, rows }: Samples, from: number, to: number): ValueSummary {
    if (!rows) {
        return values.summarize(from, to);
    }
    let sum = 0;
    let count = 0;
    let last = NaN;
    for (let position = from; position < to; position++) {
        const value = values.at(rows[position]);
        if (!Number.isNaN(value)) {
            sum += value;
            count++;
            last = value;
        }
    }
    return { sum, count, last };
}

/** The last value before a position, or the first one from there on; 0 when there is none. */
function valueAround(samples: Samples, position: number): number {
    for (let before = position - 1; before >= 0; before--) {
        if (!Number.isNaN(valueAt(samples, before))) {
            return valueAt(samples, before);
        }
    }
    const length = samples.rows?.length ?? samples.values.length;
    for (let after = position; after < length; after++) {
        if (!Number.isNaN(valueAt(samples, after))) {
            return valueAt(samples, after);
        }
    }
    return 0;
}

function valueAt({ values, rows }: Samples, position: number): number {
    return values.at(rows ? rows[position] : position);
}

/** How many samples of the series there are up to a time. */
function countUpTo({ times, rows }: Samples, time: number): number {
    const rank = times.countUpTo(time);
    if (!rows) {
        return rank;
    }
    let low = 0;
    let high = rows.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (rows[middle] < rank) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
