import { SeededRandom } from '../seeded-random';
import { fitSarima } from './fit';
import { kalmanFilter } from './kalman-filter';
import { gaussianLogLikelihood } from './likelihood';
import { modelNumbers, SarimaModel, sarimaModel } from './model';
import { differencedAway, SarimaOrder } from './order';
import { stateSpace } from './state-space';
import { simulate } from './test-support/simulate';
import { statsmodelsCases } from './test-support/statsmodels-cases';

const AR: SarimaOrder = { p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 };
const SEASONAL: SarimaOrder = { p: 1, d: 1, q: 1, P: 1, D: 1, Q: 1, s: 6 };

/** The log-likelihood as statsmodels has it: a diffuse variance of 10⁶, the first values left out. */
function statsmodelsLogLikelihood(model: SarimaModel, values: Float64Array): number {
    const { means, variances } = kalmanFilter(stateSpace(model, 1e6 / model.variance), values);
    const burnt = differencedAway(model.order);
    const errors = values.map((value, t) => (t < burnt ? NaN : value - means[t]));
    return gaussianLogLikelihood(errors, variances, model.variance);
}

describe('fitSarima', () => {
    const cases = statsmodelsCases();
    const itWithReference = cases.length > 0 ? it : it.skip;

    itWithReference('is as likely as the fits of statsmodels, by its own likelihood', () => {
        for (const { name, order, values, logLikelihood } of cases) {
            const { model, converged, likelihood } = fitSarima(values, order);
            expect([name, converged, likelihood]).toEqual([name, true, 'exact']);
            expect(statsmodelsLogLikelihood(model, values) - logLikelihood).toBeGreaterThan(-1e-4);
        }
    });

    itWithReference('has the coefficients of statsmodels where the likelihood is not flat', () => {
        for (const { order, values, params } of cases) {
            if (!params.some(value => Math.abs(value) > 0.99 && Math.abs(value) < 1)) {
                const numbers = modelNumbers(fitSarima(values, order).model);
                params.forEach((value, index) => expect(Math.abs(numbers[index] / value - 1)).toBeLessThan(2e-3));
            }
        }
    });

    it('equals the fit of statsmodels 0.15 on 24 numbers', () => {
        const values = Float64Array.of(
            ...[12, 15, 11, 18, 14, 17, 13, 21, 15, 20, 14, 24, 18, 22, 15, 27, 19, 23, 18, 29, 22, 25, 19, 33]
        );
        const { model, logLikelihood, aic, count } = fitSarima(values, AR);
        expect(logLikelihood).toBeCloseTo(-81.78612679680975, 6);
        expect(aic).toBeCloseTo(2 * 81.78612679680975 + 4, 6);
        expect(model.ar[0]).toBeCloseTo(0.94990599, 4);
        expect(Math.abs(model.variance / 48.45872703 - 1)).toBeLessThan(1e-3);
        expect(count).toBe(24);
    });

    it('finds the coefficients that values were drawn with, to their standard errors', () => {
        const truth = sarimaModel(SEASONAL, [0.6, -0.4, 0.3, -0.7, 4]);
        const { model } = fitSarima(simulate(truth, 4000, 11), SEASONAL);
        const errors = [0.06, 0.06, 0.06, 0.06, 0.4];
        modelNumbers(model).forEach((value, index) =>
            expect(Math.abs(value - modelNumbers(truth)[index])).toBeLessThan(errors[index])
        );
    });

    it('finds nothing in white noise', () => {
        const random = new SeededRandom(12);
        const values = Float64Array.from({ length: 3000 }, () => 3 * random.gaussian());
        const { model } = fitSarima(values, AR);
        expect(Math.abs(model.ar[0])).toBeLessThan(0.06);
        expect(Math.abs(model.variance / 9 - 1)).toBeLessThan(0.1);
    });

    it('does not depend on the unit, nor on the level of a differenced series', () => {
        const values = simulate(sarimaModel(SEASONAL, [0.6, -0.4, 0.3, -0.7, 4]), 200, 13);
        const { model, logLikelihood } = fitSarima(values, SEASONAL);
        const { model: moved, logLikelihood: same } = fitSarima(
            values.map(value => 1024 * value + 4096),
            SEASONAL
        );
        modelNumbers({ ...moved, variance: moved.variance / 1024 ** 2 }).forEach((value, index) =>
            expect(Math.abs(value - modelNumbers(model)[index])).toBeLessThan(1e-4)
        );
        expect(same + 193 * Math.log(1024)).toBeCloseTo(logLikelihood, 5);
    });

    it('comes near the fit of the whole series when a tenth of the values is missing, skipped or bridged', () => {
        const random = new SeededRandom(14);
        for (const [period, likelihood] of [
            [6, 'exact'],
            [60, 'bridged']
        ] as const) {
            const order = { ...SEASONAL, s: period };
            const truth = sarimaModel(order, [0.6, -0.4, 0.3, -0.7, 4]);
            const values = simulate(truth, 20 * period + 600, 15).map(value => (random.uniform() < 0.1 ? NaN : value));
            const fit = fitSarima(values, order);
            expect(fit.likelihood).toBe(likelihood);
            const errors = [0.25, 0.25, 0.15, 0.15, 0.8];
            modelNumbers(fit.model).forEach((value, index) =>
                expect(Math.abs(value - modelNumbers(truth)[index])).toBeLessThan(errors[index])
            );
        }
    });

    it('is as likely as the fit of statsmodels 0.15 when values are missing', () => {
        const values = Float64Array.of(
            ...[12, 15, 11, 18, 14, 17, 13, 21, 15, NaN, 14, 24, 18, 22, NaN, NaN, NaN, 23, 18, 29, 22, 25, 19, 33]
        );
        const { model, count } = fitSarima(values, { p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 4 });
        expect(statsmodelsLogLikelihood(model, values)).toBeGreaterThan(-21.692165280985723 - 1e-3);
        expect(count).toBe(15);
    });

    it('takes a series that its differences explain for one without noise', () => {
        const square = Float64Array.from({ length: 60 }, (_, t) => (t % 6 < 3 ? 0.1 : 0.7));
        for (const values of [square, square.map(value => value * 1e9), new Float64Array(60).fill(7)]) {
            const { model, logLikelihood, converged } = fitSarima(values, SEASONAL);
            expect({ variance: model.variance, logLikelihood, converged }).toEqual({
                variance: 0,
                logLikelihood: Infinity,
                converged: true
            });
        }
    });

    it('stops at the limit of iterations and when it is told to', () => {
        const values = simulate(sarimaModel(SEASONAL, [0.6, -0.4, 0.3, -0.7, 4]), 200, 13);
        expect(fitSarima(values, SEASONAL, { maxIterations: 2 })).toMatchObject({ iterations: 2, converged: false });
        expect(fitSarima(values, SEASONAL, { shouldStop: () => true })).toMatchObject({
            iterations: 0,
            converged: false
        });
    });

    it('gives the same answer twice, bit for bit, and does not change its input', () => {
        const values = simulate(sarimaModel(SEASONAL, [0.6, -0.4, 0.3, -0.7, 4]), 200, 13);
        const before = values.slice();
        expect(fitSarima(values, SEASONAL)).toEqual(fitSarima(values, SEASONAL));
        expect(values).toEqual(before);
    });

    it('refuses too few values and orders that are none', () => {
        expect(() => fitSarima(Float64Array.of(1, 2), AR)).toThrow('(1,0,0) takes at least 3 values; there are 2');
        expect(fitSarima(Float64Array.of(1, 2, -1), AR).count).toBe(3);
        expect(() => fitSarima(new Float64Array(50).fill(NaN), SEASONAL)).toThrow('there are 0');
        expect(() => fitSarima(new Float64Array(50), { ...SEASONAL, s: 1 })).toThrow('at least 2 points, not 1');
        expect(() => fitSarima(new Float64Array(50), { ...SEASONAL, p: 1.5 })).toThrow('Order p');
    });
});
