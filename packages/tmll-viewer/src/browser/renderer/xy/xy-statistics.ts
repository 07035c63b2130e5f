/** What the values of one series are like over a stretch of time. */
export interface SeriesStatistics {
    /** Values that there are; missing ones do not count. */
    readonly count: number;
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    /** Of the sample (divided by n − 1); 0 for a single value. */
    readonly deviation: number;
    readonly first: number;
    readonly last: number;
}

/**
 * Statistics of the finite values at times within a stretch, both ends included.
 * @param times ascending
 * @returns undefined when there is no value
 */
export function seriesStatistics(
    times: ArrayLike<number>,
    values: ArrayLike<number>,
    start: number,
    end: number
): SeriesStatistics | undefined {
    let count = 0;
    let mean = 0;
    let squares = 0;
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    let first = Number.NaN;
    let last = Number.NaN;
    for (let index = 0; index < times.length; index++) {
        const value = values[index];
        if (times[index] < start || times[index] > end || !Number.isFinite(value)) {
            continue;
        }
        // Welford: no cancellation, however large the values are.
        count++;
        const step = value - mean;
        mean += step / count;
        squares += step * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
        first = count === 1 ? value : first;
        last = value;
    }
    return count === 0
        ? undefined
        : { count, min, max, mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0, first, last };
}
