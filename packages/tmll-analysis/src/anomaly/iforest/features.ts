import { typicalStep } from '../../series/typical-step';
import { moments, varianceOf } from '../../statistics/moments';
import { RollingMoments, rollingMoments } from '../../statistics/rolling-moments';

const NS_PER_SECOND = 1e9;

/** What an isolation forest is told of each point; the columns are as long as the series. */
export interface PointFeatures {
    readonly value: Float64Array;
    /** Mean and sample standard deviation of the window that ends with the point. */
    readonly rollingMean: Float64Array;
    readonly rollingDeviation: Float64Array;
    /** Change since the point before, per second. */
    readonly rateOfChange: Float64Array;
}

/**
 * The features of each point that has a value; where there is none, its value and rate are NaN.
 *
 * - The window of the first points is the first whole one. A window with fewer than half of its values takes the moments
 *   of the one before it.
 * - Values marked as far out are left out of the windows of all other points, which would be unusual for as long as the
 *   window is because of a neighbour. A point that is far out itself has the moments of its whole window.
 * - The rate of the first value is 0; that after a gap is taken over the gap; that of points at the same time is taken
 *   over the usual step.
 *
 * @param times ns, ascending
 * @param window number of points, from 2 on
 * @param isFarOut whether a value is left out of the windows of others
 */
export function pointFeatures(
    values: Float64Array,
    times: Float64Array,
    window: number,
    isFarOut: (value: number) => boolean
): PointFeatures {
    const { mean, standardDeviation } = windowMoments(values, window);
    const isOut = Uint8Array.from(values, value => Number(isFarOut(value)));
    if (isOut.includes(1)) {
        const others = windowMoments(
            values.map((value, index) => (isOut[index] === 1 ? NaN : value)),
            window
        );
        for (let index = 0; index < values.length; index++) {
            if (isOut[index] === 0) {
                mean[index] = others.mean[index];
                standardDeviation[index] = others.standardDeviation[index];
            }
        }
    }
    return {
        value: values,
        rollingMean: mean,
        rollingDeviation: standardDeviation,
        rateOfChange: ratesOf(values, times)
    };
}

/** Moments for each point, whether or not its own window has enough values. */
function windowMoments(values: Float64Array, window: number): RollingMoments {
    const size = Math.min(window, values.length);
    const rolling = rollingMoments(values, { window: size, minimumCount: Math.max(2, Math.ceil(size / 2)) });
    const whole = moments(values);
    holdLast(rolling.mean, size - 1, whole.mean);
    holdLast(rolling.standardDeviation, size - 1, Math.sqrt(varianceOf(whole, 'sample')));
    return rolling;
}

/** Replaces NaN in a column by the last number before it, and all before an index by the first number from there on. */
function holdLast(column: Float64Array, from: number, otherwise: number): void {
    const first = column.subarray(from).find(number => !Number.isNaN(number)) ?? otherwise;
    column.fill(first, 0, from);
    let last = first;
    for (let index = from; index < column.length; index++) {
        last = Number.isNaN(column[index]) ? last : column[index];
        column[index] = last;
    }
}

function ratesOf(values: Float64Array, times: Float64Array): Float64Array {
    const usualStep = typicalStep(times) ?? NS_PER_SECOND;
    const rates = new Float64Array(values.length);
    let before = -1;
    for (let index = 0; index < values.length; index++) {
        if (!Number.isFinite(values[index])) {
            rates[index] = NaN;
            continue;
        }
        if (before >= 0) {
            const step = times[index] - times[before];
            rates[index] = (values[index] - values[before]) / ((step > 0 ? step : usualStep) / NS_PER_SECOND);
        }
        before = index;
    }
    return rates;
}
