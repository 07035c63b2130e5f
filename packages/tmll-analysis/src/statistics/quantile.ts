import { finiteValues } from './finite-values';
import { select } from './select';

/**
 * The quantile of type 7 of Hyndman and Fan (1996), the default of R and numpy: with the n values in ascending order
 * x[0…n−1] and h = p·(n−1), the value x[⌊h⌋] + (h − ⌊h⌋)·(x[⌊h⌋+1] − x[⌊h⌋]). NaN and infinite values are left out.
 * Linear time.
 *
 * @param p from 0 (the minimum) to 1 (the maximum)
 * @returns NaN when there is no value
 * @throws RangeError when p lies outside of 0 to 1
 */
export function quantile(values: Float64Array, p: number): number {
    return selectQuantile(finiteValues(values), p);
}

/** The quantile of type 7 at one half. NaN when there is no value. */
export function median(values: Float64Array): number {
    return quantile(values, 0.5);
}

/**
 * `quantile` of values that are all finite, without a copy: it reorders them. A second quantile of the same values is
 * cheaper than the first when its p is greater and it is told the first one's.
 *
 * @param after a lower p for which this was called just before
 */
export function selectQuantile(sample: Float64Array, p: number, after = 0): number {
    if (!(p >= 0 && p <= 1)) {
        throw new RangeError(`A quantile is asked for by a probability from 0 to 1, not ${p}.`);
    }
    if (sample.length === 0) {
        return NaN;
    }
    const rank = p * (sample.length - 1);
    const below = Math.floor(rank);
    select(sample, below, Math.floor(after * (sample.length - 1)));
    if (below === rank) {
        return sample[below];
    }
    return sample[below] + (rank - below) * (minimumFrom(sample, below + 1) - sample[below]);
}

function minimumFrom(values: Float64Array, from: number): number {
    let minimum = values[from];
    for (let index = from + 1; index < values.length; index++) {
        minimum = Math.min(minimum, values[index]);
    }
    return minimum;
}
