import { SeededRandom } from '../seeded-random';
import { statsmodelsCases } from '../sarima/test-support/statsmodels-cases';
import { augmentedDickeyFuller } from './augmented-dickey-fuller';
import { mackinnonP } from './mackinnon';

function randomWalk(length: number, seed: number, drift = 0): Float64Array {
    const random = new SeededRandom(seed);
    let level = 0;
    return Float64Array.from({ length }, () => (level += drift + random.gaussian()));
}

describe('augmentedDickeyFuller', () => {
    const cases = statsmodelsCases();
    const itWithReference = cases.length > 0 ? it : it.skip;

    itWithReference('equals adfuller of statsmodels 0.13.5', () => {
        for (const { values, adf } of cases) {
            const test = augmentedDickeyFuller(values);
            expect(test?.statistic).toBeCloseTo(adf.statistic, 11);
            expect(Math.abs((test?.p ?? NaN) / adf.p - 1)).toBeLessThan(1e-10);
        }
    });

    it('equals adfuller of statsmodels 0.15 on 24 and on 4 numbers', () => {
        const sales = [12, 15, 11, 18, 14, 17, 13, 21, 15, 20, 14, 24, 18, 22, 15, 27, 19, 23, 18, 29, 22, 25, 19, 33];
        const test = augmentedDickeyFuller(Float64Array.from(sales));
        expect(test?.statistic).toBeCloseTo(-0.6661379859799752, 10);
        expect(test?.p).toBeCloseTo(0.8553267100978618, 10);
        expect(test?.lags).toBe(8);
        expect(augmentedDickeyFuller(Float64Array.of(1, 5, 2, 8))?.statistic).toBeCloseTo(-2.0399709511366777, 12);
    });

    it('calls most random walks what they are, and no noise', () => {
        let mistaken = 0;
        for (let seed = 0; seed < 100; seed++) {
            mistaken += (augmentedDickeyFuller(randomWalk(200, seed))?.p ?? NaN) <= 0.05 ? 1 : 0;
            const noise = randomWalk(200, seed).map((value, index, walk) => value - (walk[index - 1] ?? 0));
            expect(augmentedDickeyFuller(noise)?.p).toBeLessThan(0.05);
        }
        expect(mistaken).toBeLessThanOrEqual(12);
    });

    it('does not depend on level and unit, leaves out what is missing, and does not change its input', () => {
        const walk = randomWalk(300, 4, 0.1);
        const gappy = Float64Array.from([NaN, ...walk.subarray(0, 100), NaN, Infinity, ...walk.subarray(100)]);
        const before = gappy.slice();
        const { statistic } = augmentedDickeyFuller(walk) ?? { statistic: NaN };
        for (const values of [walk.map(value => 1e9 + 1000 * value), walk.map(value => -value), gappy]) {
            expect(augmentedDickeyFuller(values)?.statistic).toBeCloseTo(statistic, 5);
        }
        expect(gappy).toEqual(before);
    });

    it('has no answer for constants, lines, sines and too few values', () => {
        const sine = Float64Array.from({ length: 200 }, (_, t) => Math.sin(t / 5));
        const line = Float64Array.from({ length: 50 }, (_, t) => 3 * t);
        for (const values of [
            new Float64Array(50).fill(7),
            line,
            sine,
            Float64Array.of(1, 5, 2),
            new Float64Array(0)
        ]) {
            expect(augmentedDickeyFuller(values)).toBeUndefined();
        }
    });
});

describe('mackinnonP', () => {
    it.each([
        [-20, 0],
        [-3.43, 0.009977709398779726],
        [-2.86, 0.05020109988200309],
        [-2.57, 0.09935751931697989],
        [-1.61, 0.4779756525941893],
        [-1.6, 0.4835934696535866],
        [0, 0.958532086060056],
        [3, 1]
    ])('equals mackinnonp of statsmodels at %d, near 1 %%, 5 %% and 10 %% at the published critical values', (t, p) => {
        expect(mackinnonP(t)).toBeCloseTo(p, 12);
    });
});
