import { stateCovarianceWithProcess } from './autocovariance';
import { Arma, LagPolynomial } from './lag-polynomial';

/** One-step prediction errors, columns as long as the values. NaN before the process begins. */
export interface Innovations {
    /** Value less its prediction; NaN where the value is missing. */
    readonly errors: Float64Array;
    /** Variance of the error in units of the noise's. */
    readonly variances: Float64Array;
    /** The values with the missing ones bridged: predicted from those before. */
    readonly bridged: Float64Array;
}

/** Space for `count` values, to be used again and again. */
export function innovationsSpace(count: number): Innovations {
    const column = (): Float64Array => new Float64Array(count).fill(NaN);
    return { errors: column(), variances: column(), bridged: column() };
}

/** An error variance this close to its limit of 1 is taken for settled. */
const SETTLED = 1e-12;

/**
 * The one-step prediction errors of a SARIMA process, by the fast recursions of Morf, Sidhu and Kailath (1974) in the
 * form of Mélard, "Algorithm AS 197: a fast algorithm for the exact likelihood of autoregressive-moving average models"
 * (1984): the predicted covariance changes from step to step by a matrix of rank one only, so that a step costs as much
 * as there are states rather than their square. Once the variance has settled to 10⁻¹², a step costs as much as there
 * are coefficients.
 *
 * The first values, as many as differencing uses up, are taken as given: the limit of a diffuse start. Without missing
 * values the errors are exact. A missing value is bridged by its prediction, as if it had come true; those after it are
 * then weighted as if it had been there, which is exact once more as soon as the variance has settled.
 *
 * @param start `exact`: the process is stationary from the first value on; `zero`: it rests at 0 before, and so does the
 *     noise, which is the conditional start of Box and Jenkins and quicker
 * @param values the first ones, as many as the degree of `difference`, must be there
 * @param into written over
 */
export function computeInnovations(
    arma: Arma,
    difference: LagPolynomial,
    values: Float64Array,
    start: 'exact' | 'zero',
    into: Innovations
): void {
    const { errors, variances, bridged } = into;
    const { lags, coefficients } = difference;
    const first = lags.length === 0 ? 0 : lags[lags.length - 1];
    const filter =
        start === 'exact' ? new SettlingFilter(arma) : new SettledFilter(arma, new Float64Array(arma.states));
    let current: SettlingFilter | SettledFilter = filter;
    bridged.set(values.subarray(0, first));
    for (let t = first; t < values.length; t++) {
        let prediction = current.prediction;
        for (let k = 0; k < lags.length; k++) {
            prediction -= coefficients[k] * bridged[t - lags[k]];
        }
        // NaN compares as unequal to itself.
        const missing = values[t] !== values[t];
        const error = missing ? 0 : values[t] - prediction;
        bridged[t] = missing ? prediction : values[t];
        errors[t] = missing ? NaN : error;
        variances[t] = current.variance;
        current.update(error);
        if (current instanceof SettlingFilter && current.variance - 1 <= SETTLED) {
            current = new SettledFilter(arma, current.state);
        }
    }
}

/** The recursions until the variance settles. */
class SettlingFilter {
    variance: number;
    /** Predicted state; one more element, always 0, saves a test in the loop. */
    private readonly predicted: Float64Array;
    /** Gain times variance. */
    private readonly gain: Float64Array;
    /** The vector whose outer product, divided by the variance, the covariance loses in the next step. */
    private readonly change: Float64Array;
    private readonly ar: Float64Array;

    constructor(private readonly arma: Arma) {
        const { ar, states } = arma;
        const covariance = stateCovarianceWithProcess(arma);
        this.ar = new Float64Array(states);
        ar.lags.forEach((lag, index) => (this.ar[lag - 1] = ar.coefficients[index]));
        this.variance = covariance[0];
        this.predicted = new Float64Array(states + 1);
        this.gain = this.ar.map((value, index) => value * covariance[0] + (covariance[index + 1] ?? 0));
        this.change = new Float64Array(states + 1);
        this.change.set(this.gain);
    }

    get prediction(): number {
        return this.predicted[0];
    }

    get state(): Float64Array {
        return this.predicted.slice(0, this.arma.states);
    }

    update(error: number): void {
        const { predicted, gain, change, ar } = this;
        const step = error / this.variance;
        const process = predicted[0];
        const lead = change[0];
        const loss = lead / this.variance;
        for (let index = 0; index < ar.length; index++) {
            const moved = change[index + 1] + ar[index] * lead;
            predicted[index] = predicted[index + 1] + ar[index] * process + gain[index] * step;
            change[index] = moved - gain[index] * loss;
            gain[index] -= moved * loss;
        }
        this.variance -= lead * loss;
    }
}

/** The recursions with the gain at its limit φ + θ: only as many states change as there are coefficients. */
class SettledFilter {
    readonly variance = 1;
    /** Place of the first state in `ring`. The states move on by moving it. */
    private head = 0;
    private readonly ring: Float64Array;

    constructor(
        private readonly arma: Arma,
        state: Float64Array
    ) {
        this.ring = state;
    }

    get prediction(): number {
        return this.ring[this.head];
    }

    update(error: number): void {
        const { ring } = this;
        const { ar, ma } = this.arma;
        const size = ring.length;
        const process = ring[this.head] + error;
        ring[this.head] = 0;
        for (let index = 0; index < ar.lags.length; index++) {
            const place = this.head + ar.lags[index];
            ring[place < size ? place : place - size] += ar.coefficients[index] * process;
        }
        for (let index = 0; index < ma.lags.length; index++) {
            const place = this.head + ma.lags[index];
            ring[place < size ? place : place - size] += ma.coefficients[index] * error;
        }
        this.head = this.head + 1 < size ? this.head + 1 : 0;
    }
}
