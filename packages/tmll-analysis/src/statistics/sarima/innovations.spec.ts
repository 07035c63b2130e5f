import { SeededRandom } from '../seeded-random';
import { computeInnovations, Innovations, innovationsSpace } from './innovations';
import { kalmanFilter } from './kalman-filter';
import { armaOf, differencing } from './lag-polynomial';
import { gaussianLogLikelihood } from './likelihood';
import { SarimaModel, sarimaModel } from './model';
import { stateSpace } from './state-space';
import { denseLogLikelihood } from './test-support/dense-gaussian';
import { simulate } from './test-support/simulate';

function innovations(model: SarimaModel, values: Float64Array): Innovations {
    const space = innovationsSpace(values.length);
    computeInnovations(armaOf(model), differencing(model.order), values, 'exact', space);
    return space;
}

function logLikelihood(model: SarimaModel, values: Float64Array): number {
    const { errors, variances } = innovations(model, values);
    return gaussianLogLikelihood(errors, variances, model.variance);
}

const STATIONARY: readonly [string, SarimaModel][] = [
    ['white noise', sarimaModel({ p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [2])],
    ['ARMA(2,2)', sarimaModel({ p: 2, d: 0, q: 2, P: 0, D: 0, Q: 0, s: 0 }, [1.1, -0.4, 0.5, 0.3, 0.5])],
    ['MA(1) with a root near 1', sarimaModel({ p: 0, d: 0, q: 1, P: 0, D: 0, Q: 0, s: 0 }, [-0.9999, 1])],
    ['AR(1) with a root near 1', sarimaModel({ p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [0.9999, 1])],
    ['a seasonal model', sarimaModel({ p: 1, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 6 }, [0.6, 0.3, 0.5, -0.95, 3])]
];

describe('computeInnovations', () => {
    it.each(STATIONARY)('has the likelihood of %s that its covariance matrix gives', (_, model) => {
        const values = simulate(model, 120, 5);
        expect(logLikelihood(model, values)).toBeCloseTo(denseLogLikelihood(armaOf(model), model.variance, values), 7);
    });

    it('has the closed form of the likelihood of AR(1)', () => {
        const phi = 0.8;
        const variance = 2;
        const values = Float64Array.of(1, 2, 0.5, -1, 3);
        const squares = values.reduce(
            (sum, value, t) => sum + (t === 0 ? (1 - phi * phi) * value * value : (value - phi * values[t - 1]) ** 2),
            0
        );
        const expected =
            -2.5 * Math.log(2 * Math.PI * variance) + 0.5 * Math.log(1 - phi * phi) - squares / (2 * variance);
        const model = sarimaModel({ p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [phi, variance]);
        expect(logLikelihood(model, values)).toBeCloseTo(expected, 12);
    });

    it('goes on exactly when the variance has settled', () => {
        const [, [, model], , , [, seasonal]] = STATIONARY;
        for (const settling of [model, seasonal]) {
            const values = simulate(settling, 3000, 6);
            const { means, variances } = kalmanFilter(stateSpace(settling, 1), values);
            const { errors, variances: fast } = innovations(settling, values);
            expect(fast[2999]).toBe(1);
            errors.forEach((error, t) => {
                expect(Math.abs(values[t] - error - means[t])).toBeLessThan(1e-9);
                expect(Math.abs(fast[t] - variances[t])).toBeLessThan(1e-9);
            });
        }
    });

    it('predicts a differenced series as the limit of an ever more diffuse Kalman filter', () => {
        const order = { p: 1, d: 1, q: 1, P: 1, D: 1, Q: 1, s: 5 };
        const model = sarimaModel(order, [0.4, -0.7, 0.2, -0.6, 1.5]);
        const values = simulate(model, 90, 7);
        const { errors } = innovations(model, values);
        const farthest = [1e4, 1e6].map(diffuse => {
            const { means } = kalmanFilter(stateSpace(model, diffuse), values);
            return Math.max(
                ...errors.slice(6).map((error, index) => Math.abs(values[index + 6] - error - means[index + 6]))
            );
        });
        expect(farthest[0]).toBeLessThan(1e-2);
        expect(farthest[1]).toBeLessThan(1e-4);
    });

    it('predicts missing values ever less sure, and bridges them when the next value is there', () => {
        const model = sarimaModel({ p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [0.5, 1]);
        const { errors, predictions, variances, bridged } = innovations(model, Float64Array.of(8, NaN, NaN, 4, NaN));
        expect(Array.from(errors)).toEqual([8, NaN, NaN, 3, NaN]);
        expect(Array.from(predictions)).toEqual([0, 4, 2, 1, 2]);
        expect(Array.from(variances.subarray(1))).toEqual([1, 1.25, 1.3125, 1]);
        // The conditional mean of AR(1) between two values that are three steps apart.
        const between = (0.5 * (1 - 0.5 ** 4) * 8 + 0.5 ** 2 * (1 - 0.5 ** 2) * 4) / (1 - 0.5 ** 6);
        expect(bridged[1]).toBeCloseTo(between, 12);
        expect(bridged[3]).toBe(4);
    });

    it('comes near the Kalman filter where values of a seasonal model are missing', () => {
        const order = { p: 1, d: 1, q: 1, P: 1, D: 1, Q: 1, s: 5 };
        const model = sarimaModel(order, [0.4, -0.7, 0.2, -0.6, 1.5]);
        const values = simulate(model, 400, 7).map((value, t) => (t % 17 === 9 || (t > 200 && t < 206) ? NaN : value));
        const { predictions, variances } = innovations(model, values);
        const { means, variances: exact } = kalmanFilter(stateSpace(model, 1e6), values);
        for (let t = 100; t < 400; t++) {
            expect(Math.abs(predictions[t] - means[t])).toBeLessThan(0.5 * Math.sqrt(model.variance * exact[t]));
            expect(variances[t] / exact[t]).toBeGreaterThan(0.6);
            expect(variances[t] / exact[t]).toBeLessThan(1.001);
        }
    });

    it('is linear in the values and does not change them', () => {
        const [, [, model]] = STATIONARY;
        const random = new SeededRandom(8);
        const values = Float64Array.from({ length: 50 }, () => random.gaussian());
        const before = values.slice();
        const { errors } = innovations(model, values);
        const { errors: doubled } = innovations(
            model,
            values.map(value => 2 * value)
        );
        expect(values).toEqual(before);
        expect(doubled).toEqual(errors.map(error => 2 * error));
    });
});
