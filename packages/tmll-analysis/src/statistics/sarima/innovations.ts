import { Arma, integratedNoiseWeights, LagPolynomial } from './lag-polynomial';
import { innovationsFilter, InnovationsFilter, settledFilter } from './innovations-filter';

/** One-step predictions and their errors, columns as long as the values. */
export interface Innovations {
    /** Value less its prediction; NaN where the value is missing, and before the process begins. */
    readonly errors: Float64Array;
    /** Of the error, in units of the noise's; also where the value is missing. */
    readonly variances: Float64Array;
    readonly predictions: Float64Array;
    /** The values, with estimates for the missing ones. */
    readonly bridged: Float64Array;
}

/** Space for `count` values, to be used again and again. */
export function innovationsSpace(count: number): Innovations {
    const column = (): Float64Array => new Float64Array(count).fill(NaN);
    return { errors: column(), variances: column(), predictions: column(), bridged: column() };
}

/**
 * The one-step prediction errors of a SARIMA process by fast recursions (see `innovationsFilter`). The first values, as
 * many as differencing uses up, are taken as given: the limit of a diffuse start. Without missing values the errors are
 * exact.
 *
 * A missing value is predicted, ever less sure. The error of the first value after a gap is shared out among the noise in
 * the gap and its own, in proportion to their weights: what a Kalman filter does whose covariance has settled before the
 * gap. Unlike that filter, the later values are then taken as if nothing had been missing.
 *
 * @param start `exact`: the process is stationary from the first value on; `zero`: it rests at 0 before, and so does the
 *     noise, which is the conditional start of Box and Jenkins and quicker
 * @param values NaN = missing; the first ones, as many as the degree of `difference`, must be there
 * @param into written over
 */
export function computeInnovations(
    arma: Arma,
    difference: LagPolynomial,
    values: Float64Array,
    start: 'exact' | 'zero',
    into: Innovations
): void {
    const { errors, variances, predictions, bridged } = into;
    const { lags, coefficients } = difference;
    const first = lags.length === 0 ? 0 : lags[lags.length - 1];
    const weights = integratedNoiseWeights(arma, difference, longestGap(values) + 1);
    let filter = start === 'exact' ? innovationsFilter(arma) : settledFilter(arma);
    let beforeGap: InnovationsFilter = filter;
    /** Missing values since the last one that was there, and the squared weights of the noise up to now. */
    let gap = 0;
    let squares = 1;

    const predict = (t: number): number => {
        let prediction = filter.prediction;
        for (let k = 0; k < lags.length; k++) {
            prediction -= coefficients[k] * bridged[t - lags[k]];
        }
        return prediction;
    };
    const shareOut = (error: number, t: number): void => {
        filter = beforeGap;
        for (; gap > 0; gap--) {
            const share = (weights[gap] * error) / squares;
            bridged[t - gap] = predict(t - gap) + share;
            filter = filter.update(share);
        }
        squares = 1;
    };

    bridged.set(values.subarray(0, first));
    for (let t = first; t < values.length; t++) {
        const prediction = predict(t);
        const error = values[t] - prediction;
        errors[t] = error;
        variances[t] = filter.variance * squares;
        predictions[t] = prediction;
        // NaN compares as unequal to itself.
        if (error === error) {
            bridged[t] = values[t];
            if (gap > 0) {
                shareOut(error, t);
                filter = filter.update(values[t] - predict(t));
            } else {
                filter = filter.update(error);
            }
        } else {
            bridged[t] = prediction;
            beforeGap = gap === 0 ? filter.copy() : beforeGap;
            gap++;
            squares += weights[gap] * weights[gap];
            filter = filter.update(0);
        }
    }
}

function longestGap(values: Float64Array): number {
    let longest = 0;
    let gap = 0;
    for (let t = 0; t < values.length; t++) {
        gap = values[t] === values[t] ? 0 : gap + 1;
        longest = gap > longest ? gap : longest;
    }
    return longest;
}
