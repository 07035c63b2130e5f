import { armaOf, differencing, integratedNoiseWeights, lagPolynomial, multiply } from './lag-polynomial';
import { SarimaModel, sarimaModel } from './model';

const terms = ({ lags, coefficients }: ReturnType<typeof lagPolynomial>): [number, number][] =>
    Array.from(lags, (lag, index) => [lag, coefficients[index]]);

describe('lag polynomials', () => {
    it('multiply like polynomials: (1 − 0.5B)(1 + 0.25B²)', () => {
        expect(terms(multiply(lagPolynomial([-0.5]), lagPolynomial([0.25], 2)))).toEqual([
            [1, -0.5],
            [2, 0.25],
            [3, -0.125]
        ]);
    });

    it('keep few terms however long the period', () => {
        expect(terms(differencing({ p: 0, d: 2, q: 0, P: 0, D: 1, Q: 0, s: 900 }))).toEqual([
            [1, -2],
            [2, 1],
            [900, -1],
            [901, 2],
            [902, -1]
        ]);
        expect(terms(differencing({ p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 0 }))).toEqual([]);
    });

    it('of a model have the signs of its equation', () => {
        const order = { p: 1, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 4 };
        const { ar, ma, states } = armaOf(sarimaModel(order, [0.5, -0.25, 0.5, 0.75, 1]));
        expect(terms(ar)).toEqual([
            [1, 0.5],
            [4, 0.5],
            [5, -0.25]
        ]);
        expect(terms(ma)).toEqual([
            [1, -0.25],
            [4, 0.75],
            [5, -0.1875]
        ]);
        expect(states).toBe(6);
    });

    it('give the weights of past noise: 1 for a random walk, 1 + θ after the first step of IMA(1,1)', () => {
        const weights = (model: SarimaModel, count: number): Float64Array =>
            integratedNoiseWeights(armaOf(model), differencing(model.order), count);
        const walk = sarimaModel({ p: 0, d: 1, q: 0, P: 0, D: 0, Q: 0, s: 0 }, [1]);
        const smoothing = sarimaModel({ p: 0, d: 1, q: 1, P: 0, D: 0, Q: 0, s: 0 }, [-0.75, 1]);
        expect(Array.from(weights(walk, 4))).toEqual([1, 1, 1, 1]);
        expect(Array.from(weights(smoothing, 4))).toEqual([1, 0.25, 0.25, 0.25]);
        expect(Array.from(weights(walk, 0))).toEqual([]);
    });
});
