import { SeededRandom } from '../../statistics/seeded-random';
import { excursions } from './excursions';
import { usualRange, UsualRange } from './usual-range';

const range = (feature: Float64Array, rare = 5, least = 1e-9): UsualRange =>
    usualRange(feature, rare, least, new Float64Array(feature.length));

function noise(length: number): Float64Array {
    const random = new SeededRandom(8);
    return Float64Array.from({ length }, () => random.gaussian());
}

describe('excursions', () => {
    const heights = (values: number[], side: 1 | -1 = 1): number[] => {
        const target = new Float64Array(values.length);
        return [...target.subarray(0, excursions(Float64Array.from(values), 0, side, target))];
    };

    it('are told by their height, however long they last', () => {
        expect(heights([0, 5, 0, 3, 3, 3, 0, 1])).toEqual([5, 3, 1]);
        expect(heights([0, 5, 0, -3, -3, 0, 1], -1)).toEqual([3]);
    });

    it('end below half of their height, and what rises again before is the same one', () => {
        expect(heights([0, 4, 3, 5, 3, 0])).toEqual([5]);
        expect(heights([0, 4, 1, 5, 0])).toEqual([4, 5]);
    });

    it('are not interrupted by what is missing', () => {
        expect(heights([0, 4, NaN, 5, 0])).toEqual([5]);
    });
});

describe('usualRange', () => {
    it('reaches 5.5 deviations on noise, and what stands out hardly moves it', () => {
        const values = noise(20_000);
        const before = range(values, 66);
        expect(before.high).toBeCloseTo(5.5, 0);
        expect(before.low).toBeCloseTo(-5.5, 0);
        const after = range(
            values.map((value, index) => (index % 400 === 7 ? 40 : value)),
            66
        );
        expect(after.high).toBeLessThan(8);
    });

    it('takes in what happens often, and what takes a quarter of the time', () => {
        const bursts = noise(20_000).map((value, index) => (index % 100 < 3 ? 30 + value : value));
        expect(range(bursts).high).toBeGreaterThan(33);
        const busy = noise(2_000).map((value, index) => (index < 600 ? 30 + value : value));
        expect(range(busy).high).toBeGreaterThan(30);
    });

    it('is wider on the side of a heavy tail', () => {
        const { low, center, high } = range(noise(20_000).map(Math.exp));
        expect(high - center).toBeGreaterThan(4 * (center - low));
    });

    it('is never narrower than the least unit asks for', () => {
        expect(range(new Float64Array(100).fill(3), 5, 2)).toEqual({ low: -8, center: 3, high: 14, unit: 0 });
    });
});
