import { grangerTest } from './granger';

const X = Float64Array.from({ length: 60 }, (_, t) => Math.sin(1.3 * t) + Math.cos(0.7 * t * t));
/** Follows X by 2. */
const Y = Float64Array.from({ length: 60 }, (_, t) => (t < 2 ? 0 : 0.6 * X[t - 2] + 0.5 * Math.cos(2.1 * t * t + 1)));

describe('grangerTest', () => {
    // Least squares of numpy and the F distribution of scipy.
    it.each([
        [1, 0.11430845260089541, 0.7365555992190648],
        [2, 60.92304971169549, 1.8320103212388494e-14],
        [3, 42.1538713361976, 9.925861112995658e-14]
    ])('equals the F-test of two regressions, with %d past values', (order, statistic, pValue) => {
        const answer = grangerTest(X, Y, order);
        expect(answer?.statistic).toBeCloseTo(statistic, 9);
        expect(Math.abs((answer?.pValue ?? NaN) / pValue - 1)).toBeLessThan(1e-6);
    });

    it('tells which of two series foretells the other', () => {
        expect(grangerTest(X, Y)?.pValue).toBeLessThan(1e-9);
        expect(grangerTest(Y, X)?.pValue).toBeGreaterThan(0.05);
    });

    it('has no answer for too few points, nor for constants', () => {
        expect(grangerTest(X.subarray(0, 5), Y.subarray(0, 5))).toBeUndefined();
        expect(grangerTest(new Float64Array(60).fill(1), Y)).toBeUndefined();
        expect(grangerTest(X, new Float64Array(60).fill(1))).toBeUndefined();
    });
});
