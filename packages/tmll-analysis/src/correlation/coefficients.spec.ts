import { SeededRandom } from '../statistics/seeded-random';
import { correlation, CorrelationMethod } from './coefficients';
import { inversions } from './inversions';

const METHODS: readonly CorrelationMethod[] = ['pearson', 'spearman', 'kendall'];
const X = Float64Array.of(1, 3, 2, 2, 5, 4, 4, 4);
const Y = Float64Array.of(2, 1, 2, 2, 6, 3, 3, 7);

function noise(length: number, seed = 1): Float64Array {
    const random = new SeededRandom(seed);
    return Float64Array.from({ length }, () => random.gaussian());
}

describe('correlation', () => {
    it.each([
        ['pearson', 0.6827690124968703, 0.06202746188853605],
        ['spearman', 0.7594936708860761, 0.028807494893108652],
        ['kendall', 0.5833333333333335, 0.06272154803351356]
    ] as const)('equals scipy by %s on values with ties', (method, coefficient, pValue) => {
        const answer = correlation(X, Y, method);
        expect(answer.coefficient).toBeCloseTo(coefficient, 12);
        expect(answer.pValue).toBeCloseTo(pValue, 12);
        expect(answer.points).toBe(8);
    });

    it.each(METHODS)('is 1 and −1 for series that rise and fall together, by %s', method => {
        const rising = Float64Array.from({ length: 40 }, (_, index) => index);
        expect(correlation(rising, rising, method)).toMatchObject({ coefficient: expect.closeTo(1, 12) });
        const falling = rising.map(value => 5 - 2 * value);
        expect(correlation(rising, falling, method).coefficient).toBeCloseTo(-1, 12);
        expect(correlation(rising, falling, method).pValue).toBeLessThan(1e-12);
    });

    it.each(METHODS)('does not depend on level, unit and order of the two, by %s', method => {
        const [x, y] = [noise(200), noise(200, 2)];
        const { coefficient } = correlation(x, y, method);
        const scaled = x.map(value => 1e9 + 1000 * value);
        expect(correlation(scaled, y, method).coefficient).toBeCloseTo(coefficient, 9);
        expect(correlation(y, x, method).coefficient).toBeCloseTo(coefficient, 13);
    });

    it.each(METHODS)('leaves out places where one has no value, by %s', method => {
        const x = Float64Array.of(...X, NaN, 7, Infinity);
        const y = Float64Array.of(...Y, 7, NaN, 1);
        expect(correlation(x, y, method)).toEqual(correlation(X, Y, method));
    });

    it.each(METHODS)('answers 0 and p 1 for constants and fewer than 3 points, by %s', method => {
        const nothing = { coefficient: 0, pValue: 1 };
        expect(correlation(new Float64Array(8).fill(0.1), Y, method)).toMatchObject({ ...nothing, points: 8 });
        expect(correlation(new Float64Array(0), new Float64Array(0), method)).toMatchObject({ ...nothing, points: 0 });
        expect(correlation(Float64Array.of(1, 2), Float64Array.of(1, 2), method)).toMatchObject(nothing);
        // Constant where both have a value.
        expect(correlation(Float64Array.of(1, 1, 1, 2), Float64Array.of(1, 2, 3, NaN), method)).toMatchObject(nothing);
    });

    it('refuses series of different lengths', () => {
        expect(() => correlation(X, Y.slice(1), 'pearson')).toThrow(RangeError);
    });
});

describe('inversions', () => {
    it.each([0, 1, 2, 17, 300])('equals counting every pair of %d elements, with ties', length => {
        const elements = Int32Array.from(noise(length), value => Math.floor(10 + 3 * value));
        let expected = 0;
        elements.forEach(
            (first, index) => (expected += elements.subarray(index).filter(value => value < first).length)
        );
        expect(inversions(elements, 30)).toBe(expected);
    });
});
