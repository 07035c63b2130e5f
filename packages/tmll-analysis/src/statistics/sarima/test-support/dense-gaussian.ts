import { autocovariances } from '../autocovariance';
import { Arma } from '../lag-polynomial';

/**
 * The Gaussian log-likelihood of a stationary process straight from its definition, by the Cholesky factor of the whole
 * covariance matrix of the values that are there: an oracle that shares neither recursions nor states.
 */
export function denseLogLikelihood(arma: Arma, variance: number, values: Float64Array): number {
    const covariances = autocovariances(arma, values.length).map(value => value * variance);
    const there = [...values.keys()].filter(t => !Number.isNaN(values[t]));
    const rows: number[][] = [];
    let sum = 0;
    const whitened: number[] = [];
    there.forEach((t, i) => {
        const row: number[] = [];
        for (let j = 0; j <= i; j++) {
            const inner = row.reduce((total, value, k) => total + value * (j === i ? value : rows[j][k]), 0);
            const rest = covariances[t - there[j]] - inner;
            row.push(j === i ? Math.sqrt(rest) : rest / rows[j][j]);
        }
        rows.push(row);
        const expected = whitened.reduce((total, value, k) => total + value * row[k], 0);
        whitened.push((values[t] - expected) / row[i]);
        sum += Math.log(2 * Math.PI) + 2 * Math.log(row[i]) + whitened[i] ** 2;
    });
    return -0.5 * sum;
}
