import { normalQuantile } from './normal-distribution';
import { median } from './quantile';

/** A line through points, `y = intercept + slope · x`, that outliers do not move. */
export interface TheilSenLine {
    /** Median of the slopes between all pairs of points of different x (Theil 1950, Sen 1968). */
    readonly slope: number;
    readonly intercept: number;
    /** Bounds of the confidence interval of the slope (Sen 1968). */
    readonly low: number;
    readonly high: number;
}

/**
 * The Theil–Sen estimate of a line, as `scipy.stats.theilslopes` has it (method "separate"): up to 29 % of the points may be anywhere. Takes time and
 * memory for n² / 2 slopes: thin long series out before.
 *
 * @param x as many as `y`, all finite
 * @param confidence of the interval, 0 to 1
 * @returns undefined when there are no two points of different x
 */
export function theilSen(x: Float64Array, y: Float64Array, confidence = 0.95): TheilSenLine | undefined {
    const slopes = slopesOf(x, y);
    if (slopes.length === 0) {
        return undefined;
    }
    slopes.sort();
    const slope = middle(slopes);
    const n = x.length;
    const noise = pairsVariance(n) - tiesVariance(x) - tiesVariance(y);
    const width = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, noise / 18));
    const upper = Math.min(roundHalfEven((slopes.length + width) / 2), slopes.length - 1);
    const lower = Math.max(roundHalfEven((slopes.length - width) / 2) - 1, 0);
    return { slope, intercept: median(y) - slope * median(x), low: slopes[lower], high: slopes[upper] };
}

function slopesOf(x: Float64Array, y: Float64Array): Float64Array {
    const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
    let count = 0;
    for (let i = 0; i < x.length; i++) {
        for (let j = i + 1; j < x.length; j++) {
            if (x[i] !== x[j]) {
                slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
            }
        }
    }
    return slopes.slice(0, count);
}

function middle(sorted: Float64Array): number {
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** 18 times the variance of Kendall's S without ties. */
function pairsVariance(n: number): number {
    return n * (n - 1) * (2 * n + 5);
}

function tiesVariance(values: Float64Array): number {
    const counts = new Map<number, number>();
    values.forEach(value => counts.set(value, (counts.get(value) ?? 0) + 1));
    return [...counts.values()].reduce((sum, count) => sum + pairsVariance(count), 0);
}

function roundHalfEven(value: number): number {
    const floor = Math.floor(value);
    const half = value - floor === 0.5;
    return half ? floor + (floor % 2) : Math.round(value);
}
