import { finiteValues } from './finite-values';
import { select } from './select';

/**
 * The quantile of type 7 of Hyndman and Fan (1996), the default of R and numpy: with the n values in ascending order
 * x[0…n−1] and h = p·(n−1), the value x[⌊h⌋] + (h − ⌊h⌋)·(x[⌊h⌋+1] − x[⌊h⌋]). Linear time.
 *
 * @param p from 0 (the minimum) to 1 (the maximum)
 * @returns NaN when there is no value
 * @throws RangeError when p lies outside of 0 to 1
 */
export function quantile(values: Float64Array, p: number): number {
    return quantiles(values, [p])[0];
}

/** Several quantiles at once: cheaper than one by one. The probabilities must ascend. */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
    const sample = finiteValues(values);
    let from = 0;
    return probabilities.map(p => {
        if (!(p >= 0 && p <= 1)) {
            throw new RangeError(`A quantile is asked for by a probability from 0 to 1, not ${p}.`);
        }
        if (sample.length === 0) {
            return NaN;
        }
        const rank = p * (sample.length - 1);
        const below = Math.floor(rank);
        select(sample, below, Math.min(from, below), sample.length - 1);
        from = below;
        return below === rank
            ? sample[below]
            : interpolate(sample[below], minimumFrom(sample, below + 1), rank - below);
    });
}

/** The quantile of type 7 at one half. NaN when there is no value. */
export function median(values: Float64Array): number {
    return quantile(values, 0.5);
}

function interpolate(low: number, high: number, fraction: number): number {
    return low + fraction * (high - low);
}

function minimumFrom(values: Float64Array, from: number): number {
    let minimum = Infinity;
    for (let index = from; index < values.length; index++) {
        minimum = values[index] < minimum ? values[index] : minimum;
    }
    return minimum;
}
