import { TimeRange, TimeSeries } from './time-series';

/** The points within a range, as views on the same memory: nothing is copied. */
export function slice(series: TimeSeries, range: TimeRange): TimeSeries {
    const from = lowerBound(series, range.startNs);
    const to = lowerBound(series, range.endNs + 1n);
    return {
        ...series,
        times: series.times.subarray(from, Math.max(from, to)),
        values: series.values.subarray(from, Math.max(from, to))
    };
}

/** Index of the first point at or after `ns`. */
function lowerBound(series: TimeSeries, ns: bigint): number {
    const offset = Number(ns - series.origin);
    let low = 0;
    let high = series.times.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (series.times[middle] < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
