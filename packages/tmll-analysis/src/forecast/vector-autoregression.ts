import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { mean, standardDeviation } from '../statistics/moments';
import { plausible } from './rolling-origin';

const MOST_ORDER = 8;
const RIDGE = 1e-3;
const MOST_VALUES = 4000;

/**
 * Goes on with several series at once: each value is regressed on the last values of all (Sims 1980), least squares with a slight
 * ridge on the standardised series. The order is the one of the least criterion of Akaike, up to 8.
 * @param series of the same length, all values finite
 * @returns undefined when there are too few values
 */
export function vectorAutoregress(series: readonly Float64Array[], horizon: number): Float64Array[] | undefined {
    const recent = series.map(values => values.subarray(Math.max(0, values.length - MOST_VALUES)));
    const middles = recent.map(mean);
    const deviations = recent.map(values => standardDeviation(values, 'population') || 1);
    const standard = recent.map((values, index) => values.map(value => (value - middles[index]) / deviations[index]));
    const fits = Array.from({ length: MOST_ORDER }, (_, index) => fit(standard, index + 1)).filter(
        each => each !== undefined
    );
    if (fits.length === 0) {
        return undefined;
    }
    const { order, coefficients } = fits.reduce((a, b) => (b.criterion < a.criterion ? b : a));
    const whole = standard.map(values => Float64Array.from({ length: values.length + horizon }, (_, t) => values[t]));
    const length = standard[0].length;
    for (let t = length; t < length + horizon; t++) {
        const known = regressorsAt(whole, order, t);
        whole.forEach((values, target) => {
            values[t] = known.reduce((sum, value, row) => sum + value * coefficients.get(row, target), 0);
        });
    }
    return whole.map((values, index) =>
        plausible(
            values.slice(length).map(value => middles[index] + deviations[index] * value),
            series[index]
        )
    );
}

interface VectorFit {
    readonly order: number;
    readonly coefficients: Matrix;
    readonly criterion: number;
}

function fit(series: readonly Float64Array[], order: number): VectorFit | undefined {
    const { length } = series[0];
    const size = series.length * order;
    const rows = length - MOST_ORDER;
    if (rows < 3 * size) {
        return undefined;
    }
    const products = Matrix.zeros(size, size);
    const targets = Matrix.zeros(size, series.length);
    for (let t = MOST_ORDER; t < length; t++) {
        const known = regressorsAt(series, order, t);
        for (let a = 0; a < size; a++) {
            for (let b = 0; b <= a; b++) {
                products.set(a, b, products.get(a, b) + known[a] * known[b]);
            }
            series.forEach((values, target) => targets.set(a, target, targets.get(a, target) + known[a] * values[t]));
        }
    }
    for (let a = 0; a < size; a++) {
        products.set(a, a, products.get(a, a) + RIDGE * rows);
        for (let b = 0; b < a; b++) {
            products.set(b, a, products.get(a, b));
        }
    }
    const coefficients = new CholeskyDecomposition(products).solve(targets);
    const squares = series.map(() => 0);
    for (let t = MOST_ORDER; t < length; t++) {
        const known = regressorsAt(series, order, t);
        series.forEach((values, target) => {
            const expected = known.reduce((sum, value, row) => sum + value * coefficients.get(row, target), 0);
            squares[target] += (values[t] - expected) ** 2;
        });
    }
    const fitted = squares.reduce((sum, square) => sum + Math.log(Math.max(square / rows, 1e-12)), 0);
    return { order, coefficients, criterion: rows * fitted + 2 * size * series.length };
}

/** The last `order` values of each series before t. */
function regressorsAt(series: readonly Float64Array[], order: number, t: number): number[] {
    return series.flatMap(values => Array.from({ length: order }, (_, lag) => values[t - 1 - lag]));
}
