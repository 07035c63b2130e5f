import { autocovariances } from './autocovariance';
import { armaOf, lagPolynomial, noiseWeights } from './lag-polynomial';
import { sarimaModel } from './model';

describe('autocovariances', () => {
    it('equal arma_acovf of statsmodels for ARMA(2,1)', () => {
        const arma = { ar: lagPolynomial([0.5, -0.3]), ma: lagPolynomial([0.4, -0.2]) };
        const expected = [
            1.9206349206349207, 0.9079365079365079, -0.32222222222222224, -0.4334920634920635, -0.12007936507936508,
            0.07000793650793652
        ];
        autocovariances(arma, 6).forEach((value, lag) => expect(value).toBeCloseTo(expected[lag], 14));
    });

    it('are φᵏ/(1 − φ²) for an autoregression of one term, up to the border of stationarity', () => {
        for (const phi of [-0.5, 0.9, 0.999999]) {
            const values = autocovariances({ ar: lagPolynomial([phi]), ma: lagPolynomial([]) }, 5);
            values.forEach((value, lag) => expect((value * (1 - phi * phi)) / phi ** lag).toBeCloseTo(1, 9));
        }
    });

    it('add up from the weights of past noise for a seasonal model', () => {
        const order = { p: 1, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 7 };
        const arma = armaOf(sarimaModel(order, [0.6, 0.3, 0.5, -0.8, 1]));
        const weights = noiseWeights(arma, 3000);
        autocovariances(arma, 20).forEach((value, lag) => {
            const sum = weights.subarray(lag).reduce((total, weight, k) => total + weight * weights[k], 0);
            expect(value).toBeCloseTo(sum, 12);
        });
    });
});
