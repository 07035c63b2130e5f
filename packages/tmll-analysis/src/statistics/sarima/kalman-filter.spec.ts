import { kalmanFilter } from './kalman-filter';
import { armaOf } from './lag-polynomial';
import { gaussianLogLikelihood } from './likelihood';
import { SarimaModel, sarimaModel } from './model';
import { differencedAway } from './order';
import { stateSpace } from './state-space';
import { denseLogLikelihood } from './test-support/dense-gaussian';
import { simulate } from './test-support/simulate';
import { statsmodelsCases } from './test-support/statsmodels-cases';

/** The log-likelihood as statsmodels has it: a diffuse variance of 10⁶, the first values left out. */
function statsmodelsLogLikelihood(model: SarimaModel, values: Float64Array): number {
    const { means, variances } = kalmanFilter(stateSpace(model, 1e6 / model.variance), values);
    const burnt = differencedAway(model.order);
    const errors = values.map((value, t) => (t < burnt ? NaN : value - means[t]));
    return gaussianLogLikelihood(errors, variances, model.variance);
}

const SALES = [12, 15, 11, 18, 14, 17, 13, 21, 15, 20, 14, 24, 18, 22, 15, 27, 19, 23, 18, 29, 22, 25, 19, 33];
const SALES_MODEL = sarimaModel({ p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 4 }, [0.3, -0.6, -0.4, 2]);

describe('kalmanFilter', () => {
    const cases = statsmodelsCases();
    const itWithReference = cases.length > 0 ? it : it.skip;

    itWithReference('has the log-likelihoods, predictions and intervals of statsmodels at its parameters', () => {
        for (const { order, params, values, logLikelihood, predictedMean, lower, upper } of cases) {
            const model = sarimaModel(order, params);
            expect(Math.abs(statsmodelsLogLikelihood(model, values) / logLikelihood - 1)).toBeLessThan(1e-10);
            const { means, variances } = kalmanFilter(stateSpace(model, 1e6 / model.variance), values);
            means.forEach((mean, t) => {
                const half = 1.959963984540054 * Math.sqrt(variances[t] * model.variance);
                expect(Math.abs(mean - predictedMean[t])).toBeLessThan(1e-8);
                expect(Math.abs(mean - half - lower[t])).toBeLessThan(1e-8 * half);
                expect(Math.abs(mean + half - upper[t])).toBeLessThan(1e-8 * half);
            });
        }
    });

    it.each([
        ['no missing values', [], -33.2188666323688, [1.4142942, 1.7263457]],
        ['missing values', [9, 14, 15, 16], -26.874031763597912, [1.4364889, 1.7422112]]
    ])('has the log-likelihood of statsmodels 0.15 with %s', (_, missing, expected) => {
        const values = Float64Array.from(SALES, (value, t) => (missing.includes(t) ? NaN : value));
        expect(statsmodelsLogLikelihood(SALES_MODEL, values)).toBeCloseTo(expected, 9);
    });

    it('skips missing values as the covariance matrix of those that are there has it', () => {
        const model = sarimaModel({ p: 1, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 6 }, [0.6, 0.3, 0.5, -0.95, 3]);
        const values = simulate(model, 150, 5).map((value, t) => (t % 11 === 3 || (t > 60 && t < 90) ? NaN : value));
        const { means, variances } = kalmanFilter(stateSpace(model, 1), values);
        const errors = values.map((value, t) => value - means[t]);
        const expected = denseLogLikelihood(armaOf(model), model.variance, values);
        expect(gaussianLogLikelihood(errors, variances, model.variance)).toBeCloseTo(expected, 9);
    });

    it('keeps its gain once the covariance has settled, and gives it up in a gap', () => {
        const model = sarimaModel({ p: 1, d: 1, q: 1, P: 0, D: 0, Q: 0, s: 0 }, [0.5, -0.4, 1]);
        const values = simulate(model, 400, 9);
        values.fill(NaN, 300, 310);
        const { variances } = kalmanFilter(stateSpace(model, 1e6), values);
        expect(variances[299]).toBe(variances[298]);
        expect(variances[299]).toBeCloseTo(1, 10);
        for (let t = 301; t <= 310; t++) {
            expect(variances[t]).toBeGreaterThan(variances[t - 1]);
        }
        expect(variances[399]).toBeCloseTo(1, 10);
    });

    it('lets two seasonal differences pass as twice one', () => {
        const order = { p: 0, d: 0, q: 0, P: 0, D: 2, Q: 0, s: 3 };
        const model = sarimaModel(order, [1]);
        const values = Float64Array.from({ length: 30 }, (_, t) => t * t);
        const { means } = kalmanFilter(stateSpace(model, 1e9), values);
        for (let t = 6; t < 30; t++) {
            expect(means[t]).toBeCloseTo(2 * values[t - 3] - values[t - 6], 4);
        }
    });
});
