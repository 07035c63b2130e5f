import { SeededRandom } from '../seeded-random';
import { constrainedModel, stationary, unconstrained } from './transform';

describe('stationary', () => {
    it('equals constrain_stationary_univariate of statsmodels', () => {
        const expected = [-0.2824137862603815, 0.3524115092421861, -0.24253562503633297];
        stationary([1, -0.5, 0.25]).forEach((value, index) => expect(value).toBeCloseTo(expected[index], 15));
    });

    it('is undone by unconstrained', () => {
        const random = new SeededRandom(3);
        for (let length = 0; length <= 5; length++) {
            const x = Array.from({ length }, () => 2 * random.gaussian());
            unconstrained(stationary(x)).forEach((value, index) => expect(value).toBeCloseTo(x[index], 9));
        }
    });

    it('gives autoregressions that die away, whatever the numbers', () => {
        const random = new SeededRandom(4);
        for (let repetition = 0; repetition < 50; repetition++) {
            const coefficients = stationary(Array.from({ length: 3 }, () => random.gaussian()));
            const path = [1, 0, 0];
            for (let t = 0; t < 5000; t++) {
                path.unshift(coefficients.reduce((sum, value, lag) => sum + value * path[lag], 0));
                path.pop();
            }
            expect(Math.max(...path.map(Math.abs))).toBeLessThan(1e-3);
        }
    });

    it('is only undone for stationary coefficients', () => {
        expect(unconstrained([1.2])[0]).toBeNaN();
    });
});

describe('constrainedModel', () => {
    it('hands the numbers out in the order φ, θ, Φ, Θ, invertible ones with the sign of +θ', () => {
        const order = { p: 1, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 4 };
        const { ar, ma, seasonalAr, seasonalMa } = constrainedModel(order, Float64Array.of(-3, 3, -0.75, 0.75));
        expect(ar[0]).toBeCloseTo(3 / Math.sqrt(10), 15);
        expect(ma[0]).toBeCloseTo(3 / Math.sqrt(10), 15);
        expect(seasonalAr[0]).toBeCloseTo(0.6, 15);
        expect(seasonalMa[0]).toBeCloseTo(0.6, 15);
    });
});
