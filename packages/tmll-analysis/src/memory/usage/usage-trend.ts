import { theilSen } from '../../statistics/theil-sen';

/** How live bytes move over the whole time. */
export interface UsageTrend {
    /** B/s, with the interval in which it lies with 95 % confidence. */
    readonly bytesPerSecond: number;
    readonly low: number;
    readonly high: number;
    /** The line at the times. */
    readonly trendValues: Float64Array;
}

const MOST_POINTS = 256;

/** The line of Theil and Sen through live bytes. @param times ns */
export function usageTrend(times: Float64Array, live: Float64Array): UsageTrend {
    const step = Math.max(1, Math.ceil(times.length / MOST_POINTS));
    const picked = times.filter((_, index) => index % step === 0).map(time => time / 1e9);
    const line = theilSen(
        picked,
        live.filter((_, index) => index % step === 0)
    );
    const { slope = 0, intercept = live[0] ?? 0, low = 0, high = 0 } = line ?? {};
    const trendValues = times.map(time => intercept + (slope * time) / 1e9);
    return { bytesPerSecond: slope, low, high, trendValues };
}

/** Mean of the values around each, over an odd number of them; of fewer at the ends. */
export function rollingMean(values: Float64Array, window: number): Float64Array {
    const half = Math.max(0, Math.floor(window / 2));
    const sums = new Float64Array(values.length + 1);
    values.forEach((value, index) => (sums[index + 1] = sums[index] + value));
    return values.map((_, index) => {
        const from = Math.max(0, index - half);
        const to = Math.min(values.length, index + half + 1);
        return (sums[to] - sums[from]) / (to - from);
    });
}

/** The longest run of rising values, in steps. */
export function longestRise(values: Float64Array): number {
    let longest = 0;
    let run = 0;
    for (let index = 1; index < values.length; index++) {
        run = values[index] > values[index - 1] ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
