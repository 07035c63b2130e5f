/** Number, mean and sum of squared deviations from the mean of the values that are there. */
export interface Moments {
    readonly count: number;
    /** NaN when there is no value. */
    readonly mean: number;
    readonly squares: number;
}

/**
 * Moments in two passes, both relative to a value nearby, the second with the correction of Chan, Golub and LeVeque,
 * "Algorithms for computing the sample variance" (1983): no cancellation, and exact on constant values. NaN and
 * infinite values are left out.
 */
export function moments(values: Float64Array): Moments {
    const first = values.findIndex(Number.isFinite);
    const pivot = first < 0 ? NaN : values[first];
    const about = deviationsFrom(values, pivot);
    const rough = pivot + about.sum / about.count;
    const { count, sum, squares } = deviationsFrom(values, rough);
    return { count, mean: rough + sum / count, squares: Math.max(0, squares - (sum * sum) / count) || 0 };
}

/** The arithmetic mean; NaN when there is no value. */
export function mean(values: Float64Array): number {
    return moments(values).mean;
}

/**
 * The mean squared deviation from the mean: of a sample, divided by n − 1, or of a whole population, divided by n.
 * NaN when there are too few values: none, or one for a sample.
 */
export function variance(values: Float64Array, of: 'sample' | 'population'): number {
    return varianceOf(moments(values), of);
}

/** The square root of the variance. */
export function standardDeviation(values: Float64Array, of: 'sample' | 'population'): number {
    return Math.sqrt(variance(values, of));
}

/** The variance that belongs to moments. */
export function varianceOf({ count, squares }: Moments, of: 'sample' | 'population'): number {
    const freedom = of === 'sample' ? count - 1 : count;
    return freedom > 0 ? squares / freedom : NaN;
}

function deviationsFrom(values: Float64Array, pivot: number): { count: number; sum: number; squares: number } {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let index = 0; index < values.length; index++) {
        const deviation = values[index] - pivot;
        if (Number.isFinite(deviation)) {
            count++;
            sum += deviation;
            squares += deviation * deviation;
        }
    }
    return { count, sum, squares };
}
