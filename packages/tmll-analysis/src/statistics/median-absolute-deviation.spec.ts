import { medianAbsoluteDeviation as oracle } from 'simple-statistics';
import { medianAbsoluteDeviation } from './median-absolute-deviation';
import { SeededRandom } from './seeded-random';

describe('medianAbsoluteDeviation', () => {
    it('equals scipy.stats.median_abs_deviation', () => {
        const values = Float64Array.of(3.5, -1.25, 8, 8, 0.1, 2.75, 1e3, -40, 6.5, 7);
        expect(medianAbsoluteDeviation(values)).toBeCloseTo(3, 12);
    });

    it('equals simple-statistics on noise', () => {
        const random = new SeededRandom(8);
        for (const length of [1, 2, 3, 500, 501]) {
            const values = Float64Array.from({ length }, () => random.gaussian());
            expect(medianAbsoluteDeviation(values)).toBeCloseTo(oracle(Array.from(values)), 14);
        }
    });

    it('hardly notices outliers, of which half are too many', () => {
        const noise = Float64Array.from({ length: 101 }, (_, index) => (index * 37) % 101);
        const spoiled = noise.map((value, index) => (index < 20 ? 1e9 : value));
        expect(medianAbsoluteDeviation(spoiled)).toBeLessThan(2 * medianAbsoluteDeviation(noise));
    });

    it('leaves out what is no value and is NaN without one', () => {
        expect(medianAbsoluteDeviation(Float64Array.of(NaN, 1, 2, 4, Infinity))).toBe(1);
        expect(medianAbsoluteDeviation(Float64Array.of(NaN))).toBeNaN();
    });
});
