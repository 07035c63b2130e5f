import { mean, standardDeviation } from '../statistics/moments';
import { SeededRandom } from '../statistics/seeded-random';
import { Detection } from './detection';
import { MOVING_AVERAGE } from './moving-average';

function detect(values: ArrayLike<number>, window = 10, threshold = 3): Detection {
    const parameters = { movingAverageWindowSize: window, movingAverageThreshold: threshold };
    return MOVING_AVERAGE.detect(
        Float64Array.from(values),
        parameters,
        Float64Array.from(values, (_, index) => index)
    );
}

const flagged = (values: ArrayLike<number>, window?: number, threshold?: number): number[] =>
    Array.from(detect(values, window, threshold).flags.entries())
        .filter(([, flag]) => flag === 1)
        .map(([index]) => index);

describe('moving_average', () => {
    const random = new SeededRandom(29);
    const noise = Array.from({ length: 500 }, () => random.gaussian());
    const spiked = noise.map((value, index) => (index === 100 ? 12 : index === 300 ? -12 : value));

    it('compares each point with the points before it, the point itself not among them', () => {
        const { score, expected, low, high } = detect(spiked, 10, 3);
        for (const index of [10, 11, 99, 100, 101, 300, 499]) {
            const before = Float64Array.from(spiked.slice(index - 10, index));
            const deviation = standardDeviation(before, 'sample');
            expect(expected[index]).toBeCloseTo(mean(before), 12);
            expect(score[index]).toBeCloseTo(Math.abs(spiked[index] - mean(before)) / deviation, 10);
            expect(low[index]).toBeCloseTo(mean(before) - 3 * deviation, 12);
            expect(high[index]).toBeCloseTo(mean(before) + 3 * deviation, 12);
        }
    });

    it('can score beyond (w − 1)/√w, so that a threshold of 3 with a window of 10 can fire', () => {
        expect(flagged(spiked, 10, 6)).toEqual([100, 300]);
    });

    it('judges no point before a whole window', () => {
        const values = [9, -9, 9, 1e6, ...noise];
        expect(flagged(values, 10).filter(index => index < 10)).toEqual([]);
        expect(Array.from(detect(values, 10).score.subarray(0, 10))).toEqual(new Array(10).fill(NaN));
        expect(flagged([1, 2, 900], 10)).toEqual([]);
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

    it('finds a step after a constant baseline, and an interruption of it', () => {
        const step = Float64Array.from({ length: 60 }, (_, index) => (index < 30 ? 40 : 60));
        expect(flagged(step, 10, 5)).toEqual([30]);
        const blip = Float64Array.from({ length: 60 }, (_, index) => (index === 30 ? 0 : 40));
        expect(flagged(blip, 10, 5)).toEqual([30]);
    });

    it('takes rounding errors for none, at 0 and elsewhere, beside a real step', () => {
        for (const level of [0, 0.3, 1e9]) {
            const rounded = Float64Array.from({ length: 90 }, (_, index) => level + (index % 15 === 14 ? 1e-17 : 0));
            rounded.fill(level + 100, 60);
            expect(flagged(rounded, 10, 5)).toEqual([60]);
        }
        expect(flagged([...new Array(20).fill(0.3), 0.1 + 0.2, 0.3], 10, 2)).toEqual([]);
    });

    it('takes a step for small where the whole series moves far more', () => {
        const values = Float64Array.from({ length: 90 }, (_, index) => (index < 30 ? 40 : index < 60 ? 41 : index * 9));
        expect(flagged(values.subarray(0, 60), 10, 5)).toEqual([30]);
        expect(flagged(values, 10, 5)).not.toContain(30);
    });

    it('leaves missing values out of the window and judges where half of it is there', () => {
        const gappy = spiked.map((value, index) => (index % 2 === 1 ? NaN : value));
        expect(flagged(gappy, 10, 8)).toEqual([100, 300]);
        const outage = spiked.map((value, index) => (index > 93 && index < 100 ? NaN : value));
        expect(detect(outage, 10).score[100]).toBeNaN();
        expect(detect(outage, 10).score[104]).toBeNaN();
        expect(detect(outage, 10).score[105]).not.toBeNaN();
    });

    it('never flags what is no value and does not change its input', () => {
        const values = Float64Array.from(noise);
        values[50] = NaN;
        values[60] = Infinity;
        const before = values.slice();
        expect(flagged(values, 10, 8)).toEqual([]);
        expect(detect(values).score[60]).toBeNaN();
        expect(values).toEqual(before);
    });

    it('says nothing on 0, 1 and 2 points, on nothing but NaN, and on a constant', () => {
        for (const values of [[], [7], [7, 8], new Array(50).fill(NaN), new Array(50).fill(5), new Array(50).fill(0)]) {
            expect(flagged(values, 2, 1e-9)).toEqual([]);
        }
    });

    it('refuses windows below 2 and thresholds that are none', () => {
        for (const window of [1, 0, -3, 2.5, NaN]) {
            expect(() => detect(noise, window)).toThrow('movingAverageWindowSize');
        }
        for (const threshold of [0, -1, NaN, Infinity]) {
            expect(() => detect(noise, 10, threshold)).toThrow('movingAverageThreshold');
        }
    });
});
