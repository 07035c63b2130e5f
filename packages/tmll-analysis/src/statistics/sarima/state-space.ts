import { stateCovarianceWithProcess } from './autocovariance';
import { Arma, armaOf } from './lag-polynomial';
import { SarimaModel } from './model';
import { differencedAway } from './order';

/**
 * A square matrix by rows, without its zeros: row i has the elements from `starts[i]` up to `starts[i + 1]`, at least one
 * (which is 0 when all are).
 */
export interface SparseMatrix {
    readonly starts: Int32Array;
    readonly columns: Int32Array;
    readonly values: Float64Array;
}

/**
 * A SARIMA process of one series in state-space form: y = Σ states in `observed`; states ← transition · states +
 * selection · ε. The covariance at the start is in units of the noise's variance.
 */
export interface StateSpace {
    readonly size: number;
    readonly transition: SparseMatrix;
    /** The states whose sum is the value. */
    readonly observed: Int32Array;
    /** How the noise enters each state. */
    readonly selection: Float64Array;
    /** Covariance of the first state, row by row. */
    readonly covariance: Float64Array;
}

/**
 * The form of statsmodels' `SARIMAX` with its defaults: d states for the differences, s for each seasonal difference,
 * then the differenced process in Harvey's form ("Forecasting, Structural Time Series Models and the Kalman Filter",
 * 1989, 3.3). The process starts stationary, the others start at 0 with a variance so great that nothing is said.
 *
 * @param diffuse that variance, in units of the noise's; statsmodels has 10⁶ in the squared unit of the values
 */
export function stateSpace(model: Omit<SarimaModel, 'variance'>, diffuse: number): StateSpace {
    const { d, D, s } = model.order;
    const arma = armaOf(model);
    const process = differencedAway(model.order);
    const size = process + arma.states;
    const lastSeasonal = Array.from({ length: D }, (_, index) => d + (index + 1) * s - 1);
    const rows: Map<number, number>[] = Array.from({ length: size }, () => new Map<number, number>());
    for (let i = 0; i < d; i++) {
        [...lastSeasonal, process].forEach(column => rows[i].set(column, 1));
        for (let j = i; j < d; j++) {
            rows[i].set(j, 1);
        }
    }
    lastSeasonal.forEach((last, index) => {
        // What was seen one period ago comes back, and with it what the further differences and the process add.
        const first = last - s + 1;
        [last, ...lastSeasonal.slice(index + 1, index + 2), process].forEach(column => rows[first].set(column, 1));
        for (let i = first + 1; i <= last; i++) {
            rows[i].set(i - 1, 1);
        }
    });
    for (let i = process; i + 1 < size; i++) {
        rows[i].set(i + 1, 1);
    }
    rows[size - 1].set(process, 0);
    arma.ar.lags.forEach((lag, index) => rows[process + lag - 1].set(process, arma.ar.coefficients[index]));
    return {
        size,
        transition: sparse(rows),
        observed: Int32Array.from([...Array(d).keys(), ...lastSeasonal, process]),
        selection: selection(arma, process),
        covariance: startCovariance(arma, process, diffuse)
    };
}

function sparse(rows: readonly Map<number, number>[]): SparseMatrix {
    const starts = new Int32Array(rows.length + 1);
    rows.forEach((row, index) => (starts[index + 1] = starts[index] + row.size));
    return {
        starts,
        columns: Int32Array.from(rows.flatMap(row => [...row.keys()])),
        values: Float64Array.from(rows.flatMap(row => [...row.values()]))
    };
}

function selection({ ma, states }: Arma, process: number): Float64Array {
    const column = new Float64Array(process + states);
    column[process] = 1;
    ma.lags.forEach((lag, index) => (column[process + lag] = ma.coefficients[index]));
    return column;
}

function startCovariance(arma: Arma, process: number, diffuse: number): Float64Array {
    const size = process + arma.states;
    const covariance = new Float64Array(size * size);
    for (let i = 0; i < process; i++) {
        covariance[i * size + i] = diffuse;
    }
    const stationary = stationaryCovariance(arma);
    stationary.forEach((row, i) => covariance.set(row, (process + i) * size + process));
    return covariance;
}

/**
 * The solution P of P = T P Tᵀ + R Rᵀ for the process alone. In Harvey's form each element follows from the one below
 * and to the right of it and from the first column, which the autocovariances give.
 */
function stationaryCovariance(arma: Arma): Float64Array[] {
    const { states } = arma;
    const first = stateCovarianceWithProcess(arma);
    const ar = new Float64Array(states);
    arma.ar.lags.forEach((lag, index) => (ar[lag - 1] = arma.ar.coefficients[index]));
    const noise = selection(arma, 0);
    const rows: Float64Array[] = Array.from({ length: states }, () => new Float64Array(states));
    for (let i = states - 1; i >= 0; i--) {
        for (let j = states - 1; j >= 0; j--) {
            const next = i + 1 < states && j + 1 < states ? rows[i + 1][j + 1] : 0;
            const below = i + 1 < states ? first[i + 1] : 0;
            const right = j + 1 < states ? first[j + 1] : 0;
            rows[i][j] = next + ar[i] * ar[j] * first[0] + ar[i] * right + ar[j] * below + noise[i] * noise[j];
        }
    }
    return rows;
}
