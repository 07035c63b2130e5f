import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { mean, standardDeviation } from '../statistics/moments';
import { Forecaster } from './forecaster';

/** Keeps the coefficients small where values hardly tell them. */
const RIDGE = 1e-4;
/** A longer series is looked at by its last values. */
const MOST_VALUES = 4000;
const MOST_LAGS = 60;
/** Values that each coefficient takes at least. */
const VALUES_PER_LAG = 3;

/** The last values and those about one, two … periods ago, of the series itself. */
export const AUTOREGRESSION: Forecaster = {
    method: 'ar',
    title: 'Autoregression',
    description: 'A weighted sum of the last values and of those a period ago. For what repeats and what comes back.',
    forecast: (values, horizon, periods) => autoregress(values, horizon, periods, 0)
};

/**
 * Goes on by the regression of each value on earlier ones, least squares with a slight ridge on the standardised series; of its logarithm
 * where all values are positive, so that what grows with the level may.
 * @param difference is taken over so many values before and undone after; 0 = none
 */
export function autoregress(
    values: Float64Array,
    horizon: number,
    periods: readonly number[],
    difference: number
): Float64Array | undefined {
    const recent = values.subarray(Math.max(0, values.length - MOST_VALUES));
    const isPositive = recent.every(value => value > 0);
    const series = isPositive ? recent.map(Math.log) : recent;
    const changes = difference === 0 ? series : series.subarray(difference).map((value, t) => value - series[t]);
    const ahead = extend(changes, horizon, lagsOf(changes.length, periods));
    if (ahead === undefined) {
        return undefined;
    }
    const level = difference === 0 ? ahead : summed(series, ahead, difference);
    return isPositive ? level.map(Math.exp) : level;
}

/** 1, 2 … a little more than the shortest period, multiples of each period, and the neighbours of the first of them. */
export function lagsOf(length: number, periods: readonly number[]): number[] {
    const nearest = Math.min(periods[0] === undefined || periods[0] > 40 ? 8 : periods[0] + 2, 26);
    const lags = new Set(Array.from({ length: nearest }, (_, index) => index + 1));
    for (const period of periods) {
        [period - 1, period, period + 1, 2 * period - 1, 2 * period, 2 * period + 1].forEach(lag => lags.add(lag));
        const next = periods.find(other => other > period) ?? 0;
        for (let lag = 3 * period; lag < next; lag += period) {
            lags.add(lag);
        }
    }
    return [...lags]
        .filter(lag => lag >= 1 && lag <= length / 2)
        .sort((a, b) => a - b)
        .filter((lag, index) => index < MOST_LAGS && length - lag >= VALUES_PER_LAG * (index + 1) + 10);
}

function extend(values: Float64Array, horizon: number, lags: readonly number[]): Float64Array | undefined {
    const deviation = standardDeviation(values, 'population');
    const middle = mean(values);
    if (!(deviation > 1e-12 * Math.abs(middle))) {
        return values.length === 0 ? undefined : new Float64Array(horizon).fill(middle);
    }
    if (lags.length === 0) {
        return undefined;
    }
    const known = values.length;
    const series = new Float64Array(known + horizon);
    values.forEach((value, t) => (series[t] = (value - middle) / deviation));
    const coefficients = regress(series.subarray(0, known), lags);
    for (let t = known; t < series.length; t++) {
        let sum = 0;
        for (let index = 0; index < lags.length; index++) {
            sum += coefficients[index] * series[t - lags[index]];
        }
        series[t] = sum;
    }
    return series.subarray(known).map(value => middle + deviation * value);
}

function regress(series: Float64Array, lags: readonly number[]): readonly number[] {
    const size = lags.length;
    const first = lags[size - 1];
    const products = Matrix.zeros(size, size);
    const targets = Matrix.zeros(size, 1);
    for (let a = 0; a < size; a++) {
        let target = 0;
        for (let t = first; t < series.length; t++) {
            target += series[t - lags[a]] * series[t];
        }
        targets.set(a, 0, target);
        for (let b = 0; b <= a; b++) {
            let product = 0;
            for (let t = first; t < series.length; t++) {
                product += series[t - lags[a]] * series[t - lags[b]];
            }
            products.set(a, b, product);
            products.set(b, a, product);
        }
        products.set(a, a, products.get(a, a) + RIDGE * (series.length - first));
    }
    return new CholeskyDecomposition(products).solve(targets).getColumn(0);
}

/** What differences over `difference` values add up to. */
function summed(series: Float64Array, changes: Float64Array, difference: number): Float64Array {
    const whole = new Float64Array(series.length + changes.length);
    whole.set(series);
    changes.forEach((change, step) => {
        const t = series.length + step;
        whole[t] = whole[t - difference] + change;
    });
    return whole.slice(series.length);
}
