import { SeededRandom } from '../statistics/seeded-random';
import { IQR } from './iqr';

const detect = (values: ArrayLike<number>, iqrFactor = 1.5): ReturnType<typeof IQR.detect> =>
    IQR.detect(
        Float64Array.from(values),
        { iqrFactor },
        Float64Array.from(values, (_, index) => index)
    );

const flagged = (values: ArrayLike<number>, factor?: number): number[] =>
    Array.from(detect(values, factor).flags.entries())
        .filter(([, flag]) => flag === 1)
        .map(([index]) => index);

describe('iqr', () => {
    const random = new SeededRandom(23);
    const noise = Array.from({ length: 500 }, () => random.gaussian());
    const spiked = noise.map((value, index) => (index === 100 ? 9 : index === 300 ? -9 : value));

    it("puts the fences where numpy's quartiles put them", () => {
        const { low, high, expected } = detect([1, 2, 4, 8, 16, 32]);
        expect([low[0], expected[0], high[0]]).toEqual([2.5 - 1.5 * 11.5, 6, 14 + 1.5 * 11.5]);
    });

    it('scores the distance beyond the nearer quartile in interquartile ranges', () => {
        const expected = [0.5 / 3, 0, 0, 0, 0.5 / 3, 5.5 / 3, 5.5 / 3];
        Array.from(detect([0, 1, 2, 3, 4, 9, -5]).score).forEach((score, index) =>
            expect(score).toBeCloseTo(expected[index], 14)
        );
    });

    it('finds dips as well as spikes', () => {
        expect(flagged(spiked, 3)).toEqual([100, 300]);
    });

    it('flags the same when the values are moved or scaled', () => {
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 1024
        ]) {
            expect(flagged(spiked.map(change))).toEqual(flagged(spiked));
        }
    });

    it('is not blinded by many outliers', () => {
        const many = noise.map((value, index) => (index < 100 ? 50 : value));
        expect(flagged(many, 2.5)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    });

    it('finds the one value that differs where all others are equal', () => {
        const still = new Float64Array(100).fill(40);
        still[70] = 0;
        expect(flagged(still, 2.5)).toEqual([70]);
    });

    it('does not flag every value of a series that mostly rests', () => {
        const resting = noise.map((value, index) => (index % 5 < 4 ? 0 : Math.abs(value)));
        const active = resting.filter(value => value > 0).length;
        expect(flagged(resting, 2.5).length).toBeLessThan(0.25 * active);
    });

    it('says nothing on series without spread, float noise included', () => {
        for (const values of [[], [7], [NaN, NaN], [5, 5, 5], [0.1 + 0.2, 0.3, 0.3, 0.3]]) {
            const { flags, score } = detect(values, 1e-9);
            expect(Array.from(flags)).toEqual(Array.from(values, () => 0));
            expect(score.every(Number.isNaN)).toBe(true);
        }
    });

    it('leaves missing values out and does not change its input', () => {
        const values = Float64Array.from(spiked, (value, index) => (index % 3 === 0 ? NaN : value));
        const before = values.slice();
        expect(flagged(values, 3)).toEqual([100]);
        expect(values).toEqual(before);
    });

    it.each([0, -1, NaN, Infinity])('refuses a factor of %d', factor => {
        expect(() => detect([1, 2], factor)).toThrow('iqrFactor');
    });
});
