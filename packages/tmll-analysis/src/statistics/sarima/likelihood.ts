import { computeInnovations, innovationsSpace } from './innovations';
import { kalmanFilter } from './kalman-filter';
import { armaOf, differencing } from './lag-polynomial';
import { bridgeStart, settlingValues } from './missing-values';
import { differencedAway, SarimaOrder } from './order';
import { stateSpace } from './state-space';
import { constrainedModel } from './transform';

/** What one-step prediction errors say about a model whose noise has yet no variance. */
export interface ConcentratedLikelihood {
    /** At the best variance; Infinity when there is no error at all. */
    readonly logLikelihood: number;
    /** The best variance of the noise, in the squared unit of the values. */
    readonly variance: number;
    /** Number of errors. */
    readonly count: number;
}

/** The likelihood at a point of the unconstrained parameter space (see `constrainedModel`). */
export type Likelihood = (x: Float64Array) => ConcentratedLikelihood;

/** Variance of a diffuse start in units of the noise's. */
export const DIFFUSE = 1e6;

/**
 * The likelihood by the fast recursions: exact for a series without missing values, else with these bridged by their
 * predictions.
 *
 * @param series NaN = missing; the first value is there
 */
export function fastLikelihood(order: SarimaOrder, series: Float64Array): Likelihood {
    const difference = differencing(order);
    const values = bridgeStart(series, differencedAway(order), order.s);
    const space = innovationsSpace(values.length);
    return x => {
        computeInnovations(armaOf(constrainedModel(order, x)), difference, values, 'exact', space);
        return concentratedLikelihood(space.errors, space.variances);
    };
}

/** The likelihood by the Kalman filter, which skips missing values. */
export function skippingLikelihood(order: SarimaOrder, series: Float64Array): Likelihood {
    const settling = settlingValues(series, differencing(order));
    // A diffuse start knows no level, but rounding does.
    const level = differencedAway(order) > 0 ? series[0] : 0;
    const values = series.map(value => value - level);
    return x => {
        const { means, variances } = kalmanFilter(stateSpace(constrainedModel(order, x), DIFFUSE), values);
        const errors = values.map((value, t) => (settling[t] === 1 ? NaN : value - means[t]));
        return concentratedLikelihood(errors, variances);
    };
}

/**
 * The Gaussian likelihood by the decomposition into one-step prediction errors (Schweppe 1965), at the variance of the
 * noise that makes it greatest.
 *
 * @param errors NaN where there is none
 * @param variances of the errors, in units of the noise's
 */
export function concentratedLikelihood(errors: Float64Array, variances: Float64Array): ConcentratedLikelihood {
    let count = 0;
    let squares = 0;
    let logarithms = 0;
    for (let t = 0; t < errors.length; t++) {
        const error = errors[t];
        if (error === error) {
            const variance = variances[t];
            count++;
            squares += (error * error) / variance;
            logarithms += variance === 1 ? 0 : Math.log(variance);
        }
    }
    const variance = squares / count;
    return { logLikelihood: -0.5 * (count * (Math.log(2 * Math.PI * variance) + 1) + logarithms), variance, count };
}

/** The Gaussian log-likelihood of one-step prediction errors with a given variance of the noise. */
export function gaussianLogLikelihood(errors: Float64Array, variances: Float64Array, noise: number): number {
    const { variance, count, logLikelihood } = concentratedLikelihood(errors, variances);
    return logLikelihood - 0.5 * count * (Math.log(noise / variance) + variance / noise - 1);
}
