import { stateCovarianceWithProcess } from './autocovariance';
import { Arma } from './lag-polynomial';

/** Predicts a stationary process from step to step. */
export interface InnovationsFilter {
    /** Of the value to come. */
    readonly prediction: number;
    /** Of its error, in units of the noise's. */
    readonly variance: number;
    /** Learns the error and moves on: this filter, changed, or one that takes over from it. */
    update(error: number): InnovationsFilter;
    copy(): InnovationsFilter;
}

/** An error variance this close to its limit of 1 is taken for settled. */
const SETTLED = 1e-12;

/**
 * The filter of a process that is stationary from the first value on, by the fast recursions of Morf, Sidhu and Kailath
 * (1974) in the form of Mélard, "Algorithm AS 197: a fast algorithm for the exact likelihood of autoregressive-moving
 * average models" (1984): the predicted covariance changes from step to step by a matrix of rank one only, so that a step
 * costs as much as there are states rather than their square. Once the variance has settled to 10⁻¹², a step costs as
 * much as there are coefficients.
 */
export function innovationsFilter(arma: Arma): InnovationsFilter {
    const { ar, states } = arma;
    const covariance = stateCovarianceWithProcess(arma);
    const dense = new Float64Array(states);
    ar.lags.forEach((lag, index) => (dense[lag - 1] = ar.coefficients[index]));
    const gain = dense.map((value, index) => value * covariance[0] + (covariance[index + 1] ?? 0));
    const change = new Float64Array(states + 1);
    change.set(gain);
    return new SettlingFilter(arma, dense, covariance[0], new Float64Array(states + 1), gain, change);
}

/** The filter of a process that has been at rest at 0, as the noise has, and is past settling. */
export function settledFilter(arma: Arma): InnovationsFilter {
    return new SettledFilter(arma, new Float64Array(arma.states));
}

/** The recursions until the variance settles. */
class SettlingFilter implements InnovationsFilter {
    /**
     * @param predicted states; one more element, always 0, saves a test in the loop
     * @param gain times variance
     * @param change the vector whose outer product, divided by the variance, the covariance loses in the next step; one
     *     more element too
     */
    constructor(
        private readonly arma: Arma,
        private readonly ar: Float64Array,
        public variance: number,
        private readonly predicted: Float64Array,
        private readonly gain: Float64Array,
        private readonly change: Float64Array
    ) {}

    get prediction(): number {
        return this.predicted[0];
    }

    update(error: number): InnovationsFilter {
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
        return this.variance - 1 <= SETTLED ? new SettledFilter(this.arma, predicted.slice(0, ar.length)) : this;
    }

    copy(): InnovationsFilter {
        const { arma, ar, variance, predicted, gain, change } = this;
        return new SettlingFilter(arma, ar, variance, predicted.slice(), gain.slice(), change.slice());
    }
}

/** The recursions with the gain at its limit φ + θ: only as many states change as there are coefficients. */
class SettledFilter implements InnovationsFilter {
    readonly variance = 1;

    /**
     * @param ring the states
     * @param head place of the first state in the ring: the states move on by moving it
     */
    constructor(
        private readonly arma: Arma,
        private readonly ring: Float64Array,
        private head = 0
    ) {}

    get prediction(): number {
        return this.ring[this.head];
    }

    update(error: number): InnovationsFilter {
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
        return this;
    }

    copy(): InnovationsFilter {
        return new SettledFilter(this.arma, this.ring.slice(), this.head);
    }
}
