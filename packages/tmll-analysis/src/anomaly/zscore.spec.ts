import { SeededRandom } from '../statistics/seeded-random';
import { ZSCORE } from './zscore';

const detect = (values: ArrayLike<number>, zscoreThreshold = 3): ReturnType<typeof ZSCORE.detect> =>
    ZSCORE.detect(
        Float64Array.from(values),
        { zscoreThreshold },
        Float64Array.from(values, (_, index) => index)
    );

const flagged = (values: ArrayLike<number>, threshold?: number): number[] =>
    Array.from(detect(values, threshold).flags.entries())
        .filter(([, flag]) => flag === 1)
        .map(([index]) => index);

describe('zscore', () => {
    const random = new SeededRandom(17);
    const noise = Array.from({ length: 500 }, () => random.gaussian());
    const spiked = noise.map((value, index) => (index === 100 ? 9 : index === 300 ? -9 : value));

    it('equals the absolute value of scipy.stats.zscore', () => {
        const expected = [0.040996003084539386, 0.2869720215917757, 1.270876095620721, 1.5168521141279574];
        Array.from(detect([1, 2, 5, -3.5]).score).forEach((score, index) =>
            expect(score).toBeCloseTo(expected[index], 14)
        );
    });

    it('finds dips as well as spikes', () => {
        expect(flagged(spiked, 5)).toEqual([100, 300]);
    });

    it('flags exactly where the value leaves the band', () => {
        const { flags, score, low, high } = detect(spiked, 2);
        spiked.forEach((value, index) => {
            expect(flags[index] === 1).toBe(value > high[index] || value < low[index]);
            expect(flags[index] === 1).toBe(score[index] > 2);
        });
    });

    it('flags the same when the values are moved or scaled', () => {
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 1024
        ]) {
            expect(flagged(spiked.map(change), 2.5)).toEqual(flagged(spiked, 2.5));
        }
    });

    it('cannot score beyond √(n − 1), as its documentation warns', () => {
        const outlier = new Float64Array(10);
        outlier[4] = 1e9;
        expect(detect(outlier).score[4]).toBeCloseTo(3, 12);
    });

    it('says nothing on series without spread, float noise included', () => {
        for (const values of [[], [7], [NaN, NaN], [5, 5, 5], [0.1 + 0.2, 0.3, 0.3, 0.3], [0, 0]]) {
            const { flags, score } = detect(values, 1e-9);
            expect(Array.from(flags)).toEqual(Array.from(values, () => 0));
            expect(score.every(Number.isNaN)).toBe(true);
        }
    });

    it('still sees 0.001 in 1e9', () => {
        const values = noise.map((value, index) => 1e9 + 0.001 * (index === 50 ? 20 : value));
        expect(flagged(values, 6)).toEqual([50]);
    });

    it('leaves missing values out and does not change its input', () => {
        const values = Float64Array.from(spiked, (value, index) => (index % 3 === 0 ? NaN : value));
        const before = values.slice();
        expect(flagged(values, 5)).toEqual([100]);
        expect(values).toEqual(before);
    });

    it('has an answer for two points', () => {
        expect(Array.from(detect([1, 3]).score)).toEqual([1, 1]);
    });

    it.each([0, -1, NaN, Infinity])('refuses a threshold of %d', threshold => {
        expect(() => detect([1, 2], threshold)).toThrow('zscoreThreshold');
    });
});
