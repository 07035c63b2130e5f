import { standardDeviation, mean } from './moments';
import { rollingMoments } from './rolling-moments';
import { SeededRandom } from './seeded-random';

/** Each window by itself, as the oracle. */
function oneByOne(values: Float64Array, window: number, minimumCount: number): { mean: number[]; deviation: number[] } {
    const result = { mean: [] as number[], deviation: [] as number[] };
    values.forEach((_, index) => {
        const own = values.subarray(Math.max(0, index - window + 1), index + 1);
        const count = own.filter(Number.isFinite).length;
        result.mean.push(count < minimumCount ? NaN : mean(own));
        result.deviation.push(count < minimumCount ? NaN : standardDeviation(own, 'sample'));
    });
    return result;
}

function expectClose(actual: Float64Array, expected: readonly number[], tolerance: number): void {
    expect(actual).toHaveLength(expected.length);
    expected.forEach((value, index) => {
        const error = Math.abs(actual[index] - value);
        expect(Number.isNaN(value) ? Number.isNaN(actual[index]) : error <= tolerance).toBe(true);
    });
}

describe('rollingMoments', () => {
    const random = new SeededRandom(11);
    const noise = Float64Array.from({ length: 200 }, () => random.gaussian());
    const gappy = noise.map((value, index) => (index % 7 === 3 || (index > 90 && index < 120) ? NaN : value));

    it.each([1, 2, 3, 10, 64, 199, 200, 201, 1_000])('equals each window of %d points by itself', window => {
        for (const values of [noise, gappy]) {
            for (const minimumCount of [1, Math.ceil(window / 2), window]) {
                const rolling = rollingMoments(values, { window, minimumCount });
                const expected = oneByOne(values, window, minimumCount);
                expectClose(rolling.mean, expected.mean, 1e-14);
                expectClose(rolling.standardDeviation, expected.deviation, 1e-13);
            }
        }
    });

    it('equals pandas.Series.rolling(3).mean() and .std()', () => {
        const rolling = rollingMoments(Float64Array.of(1, 4, 2, 8, 5, 7), { window: 3 });
        expectClose(rolling.mean, [NaN, NaN, 7 / 3, 14 / 3, 5, 20 / 3], 1e-15);
        expectClose(
            rolling.standardDeviation,
            [NaN, NaN, 1.5275252316519468, 3.0550504633038935, 3, 1.5275252316519465],
            1e-15
        );
    });

    it('ends before the point when asked to', () => {
        const inclusive = rollingMoments(gappy, { window: 10, minimumCount: 5 });
        const exclusive = rollingMoments(gappy, { window: 10, minimumCount: 5, end: 'exclusive' });
        expect(exclusive.mean[0]).toBeNaN();
        expect(exclusive.mean.subarray(1)).toEqual(inclusive.mean.subarray(0, -1));
        expect(exclusive.standardDeviation.subarray(1)).toEqual(inclusive.standardDeviation.subarray(0, -1));
    });

    it('does not cancel: noise of 0.001 around 1e9 has its own deviation', () => {
        const far = noise.map(value => 1e9 + Math.round(value * 1024) / 1024 ** 2);
        const near = far.map(value => value - 1e9);
        const rolling = rollingMoments(far, { window: 20 });
        const expected = rollingMoments(near, { window: 20 });
        expectClose(rolling.standardDeviation, Array.from(expected.standardDeviation), 1e-10);
    });

    it('forgets an outlier of 1e12 with the window', () => {
        const spoiled = noise.map((value, index) => (index === 50 ? 1e12 : value));
        const rolling = rollingMoments(spoiled, { window: 10 });
        const expected = rollingMoments(noise, { window: 10 });
        expect(rolling.mean.subarray(60)).toEqual(expected.mean.subarray(60));
        expect(rolling.standardDeviation.subarray(60)).toEqual(expected.standardDeviation.subarray(60));
    });

    it('is exact on constant windows', () => {
        const rolling = rollingMoments(new Float64Array(100).fill(0.1), { window: 7 });
        expect(new Set(rolling.mean.subarray(6))).toEqual(new Set([0.1]));
        expect(new Set(rolling.standardDeviation.subarray(6))).toEqual(new Set([0]));
    });

    it('has an answer for 0, 1 and 2 points and for nothing but NaN', () => {
        expect(rollingMoments(new Float64Array(0), { window: 3 }).mean).toHaveLength(0);
        expect(rollingMoments(new Float64Array(0), { window: 3, end: 'exclusive' }).mean).toHaveLength(0);
        expectClose(rollingMoments(Float64Array.of(5), { window: 1 }).mean, [5], 0);
        expectClose(rollingMoments(Float64Array.of(5), { window: 1 }).standardDeviation, [NaN], 0);
        expectClose(rollingMoments(Float64Array.of(5, 7), { window: 2 }).standardDeviation, [NaN, Math.SQRT2], 1e-15);
        expectClose(rollingMoments(Float64Array.of(NaN, NaN), { window: 1, minimumCount: 0 }).mean, [NaN, NaN], 0);
    });

    it('moves and scales with the values', () => {
        const moved = rollingMoments(
            noise.map(value => 4 * value + 64),
            { window: 16 }
        );
        const plain = rollingMoments(noise, { window: 16 });
        expectClose(
            moved.mean,
            Array.from(plain.mean, value => 4 * value + 64),
            1e-13
        );
        expectClose(
            moved.standardDeviation,
            Array.from(plain.standardDeviation, value => 4 * value),
            1e-12
        );
    });

    it('does not change its input and refuses windows that are none', () => {
        const before = gappy.slice();
        rollingMoments(gappy, { window: 10 });
        expect(gappy).toEqual(before);
        for (const window of [0, -1, 1.5, NaN]) {
            expect(() => rollingMoments(gappy, { window })).toThrow(RangeError);
        }
    });
});
