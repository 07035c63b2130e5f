import { moments, varianceOf } from '../../statistics/moments';
import { SeededRandom } from '../../statistics/seeded-random';
import { pointFeatures, PointFeatures } from './features';

const never = (_value: number): boolean => false;

function features(values: ArrayLike<number>, window = 10, isFarOut = never, times?: ArrayLike<number>): PointFeatures {
    const seconds = times ?? Array.from(values, (_, index) => index);
    return pointFeatures(
        Float64Array.from(values),
        Float64Array.from(seconds, second => second * 1e9),
        window,
        isFarOut
    );
}

describe('pointFeatures', () => {
    const random = new SeededRandom(8);
    const noise = Array.from({ length: 100 }, () => random.gaussian());

    it('describes the window that ends with the point', () => {
        const { rollingMean, rollingDeviation } = features(noise);
        for (const index of [9, 10, 57, 99]) {
            const own = moments(Float64Array.from(noise.slice(index - 9, index + 1)));
            expect(rollingMean[index]).toBeCloseTo(own.mean, 12);
            expect(rollingDeviation[index]).toBeCloseTo(Math.sqrt(varianceOf(own, 'sample')), 12);
        }
    });

    it('gives the first points the first whole window', () => {
        const { rollingMean, rollingDeviation } = features(noise);
        expect(new Set(rollingMean.subarray(0, 10)).size).toBe(1);
        expect(new Set(rollingDeviation.subarray(0, 10)).size).toBe(1);
        const short = features(noise.slice(0, 5));
        expect(short.rollingMean[0]).toBeCloseTo(moments(Float64Array.from(noise.slice(0, 5))).mean, 12);
    });

    it('keeps the last known window over a missing stretch', () => {
        const gappy = noise.map((value, index) => (index >= 40 && index < 70 ? NaN : value));
        const { value, rollingMean, rollingDeviation } = features(gappy);
        expect(value[50]).toBeNaN();
        expect(rollingMean[60]).toBe(rollingMean[44]);
        expect(rollingMean[71]).toBe(rollingMean[44]);
        expect(rollingMean[74]).not.toBe(rollingMean[44]);
        expect([...rollingMean, ...rollingDeviation].some(Number.isNaN)).toBe(false);
    });

    it('has numbers even where no window has enough values', () => {
        const sparse = noise.map((value, index) => (index % 20 === 0 ? value : NaN));
        const { rollingMean, rollingDeviation } = features(sparse);
        expect([...rollingMean, ...rollingDeviation].some(Number.isNaN)).toBe(false);
    });

    it('keeps a value that is far out from the windows of all points but its own', () => {
        const spiked = noise.map((value, index) => (index === 50 ? 1e6 : value));
        const without = noise.map((value, index) => (index === 50 ? NaN : value));
        const { rollingMean, rollingDeviation } = features(spiked, 10, value => value > 100);
        const expected = features(without);
        expect(rollingMean[50]).toBeGreaterThan(9e4);
        expect(rollingDeviation[50]).toBeGreaterThan(3e5);
        for (const index of [49, 51, 55, 59, 60]) {
            expect(rollingMean[index]).toBe(expected.rollingMean[index]);
            expect(rollingDeviation[index]).toBe(expected.rollingDeviation[index]);
        }
    });

    it('takes the rate per second, over gaps, and over the usual step between points at the same time', () => {
        const { rateOfChange } = features([1, 3, NaN, 9, 10, 7], 2, never, [0, 2, 4, 6, 6, 8]);
        expect([...rateOfChange]).toEqual([0, 1, NaN, 6 / 4, 1 / 2, -3 / 2]);
        expect([...features([4, 9], 2, never, [5, 5]).rateOfChange]).toEqual([0, 5]);
    });

    it('does not change its input', () => {
        const values = Float64Array.from(noise);
        pointFeatures(
            values,
            values.map((_, index) => index),
            10,
            value => value > 1
        );
        expect([...values]).toEqual(noise);
    });
});
