import { quantileSorted } from 'simple-statistics';
import { median, quantile, selectQuantile } from './quantile';
import { SeededRandom } from './seeded-random';

const SAMPLE = Float64Array.of(3.5, -1.25, 8, 8, 0.1, 2.75, 1e3, -40, 6.5, 7);

describe('quantile', () => {
    it.each([
        [0, -40],
        [0.1, -5.125],
        [0.25, 0.7625],
        [0.5, 5],
        [0.75, 7.75],
        [0.9, 107.2],
        [1, 1000]
    ])('at %d equals numpy.quantile', (p, expected) => {
        expect(quantile(SAMPLE, p)).toBeCloseTo(expected, 10);
    });

    it('equals the definition on sorted values, for every shape of data', () => {
        const random = new SeededRandom(1);
        const shapes: ((index: number, length: number) => number)[] = [
            () => random.gaussian(),
            index => index,
            (index, length) => length - index,
            (index, length) => Math.min(index, length - index),
            index => index % 3,
            () => 7
        ];
        for (const shape of shapes) {
            for (const length of [1, 2, 3, 10, 601, 5_000]) {
                const values = Float64Array.from({ length }, (_, index) => shape(index, length));
                const sorted = values.slice().sort();
                for (const p of [0, 0.01, 0.25, 0.5, 0.77, 1]) {
                    const rank = p * (length - 1);
                    const low = sorted[Math.floor(rank)];
                    const high = sorted[Math.ceil(rank)];
                    expect(quantile(values, p)).toBe(low + (rank - Math.floor(rank)) * (high - low));
                }
            }
        }
    });

    it('agrees with simple-statistics where the rank is a whole number', () => {
        const values = Float64Array.from({ length: 101 }, (_, index) => (index * 37) % 101);
        for (const p of [0.1, 0.25, 0.9]) {
            expect(quantile(values, p)).toBe(quantileSorted(Array.from(values.slice().sort()), p));
        }
    });

    it('leaves out what is no value', () => {
        expect(quantile(Float64Array.of(NaN, 1, Infinity, 3, -Infinity, NaN, 2), 0.5)).toBe(2);
    });

    it('is NaN without a value, and the value where there is one', () => {
        expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
        expect(quantile(Float64Array.of(NaN, NaN), 0.5)).toBeNaN();
        expect(quantile(Float64Array.of(4), 0.25)).toBe(4);
    });

    it('refuses probabilities outside of 0 to 1', () => {
        for (const p of [-0.1, 1.1, NaN]) {
            expect(() => quantile(SAMPLE, p)).toThrow(RangeError);
        }
    });

    it('does not change its input', () => {
        const values = SAMPLE.slice();
        quantile(values, 0.3);
        median(values);
        expect(values).toEqual(SAMPLE);
    });

    it('moves and scales with the values', () => {
        const moved = SAMPLE.map(value => 1024 + 4 * value);
        expect(quantile(moved, 0.75)).toBe(1024 + 4 * quantile(SAMPLE, 0.75));
    });
});

describe('selectQuantile', () => {
    it('gives several quantiles of one sample, each starting where the last one ended', () => {
        const random = new SeededRandom(3);
        const values = Float64Array.from({ length: 10_000 }, () => random.gaussian());
        const sample = values.slice();
        let after = 0;
        for (const p of [0.25, 0.5, 0.75, 0.999]) {
            expect(selectQuantile(sample, p, after)).toBe(quantile(values, p));
            after = p;
        }
    });
});
