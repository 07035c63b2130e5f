import { mean as meanOracle, sampleVariance, variance as varianceOracle } from 'simple-statistics';
import { mean, moments, standardDeviation, variance } from './moments';
import { SeededRandom } from './seeded-random';

const SAMPLE = Float64Array.of(3.5, -1.25, 8, 8, 0.1, 2.75, 1e3, -40, 6.5, 7);

describe('moments', () => {
    it('equal numpy.mean and numpy.var', () => {
        expect(mean(SAMPLE)).toBeCloseTo(99.46, 12);
        expect(variance(SAMPLE, 'population') / 90_291.7719).toBeCloseTo(1, 14);
        expect(variance(SAMPLE, 'sample') / 100_324.191).toBeCloseTo(1, 14);
    });

    it('equal simple-statistics on noise', () => {
        const random = new SeededRandom(5);
        const values = Float64Array.from({ length: 1_000 }, () => random.gaussian());
        const list = Array.from(values);
        expect(mean(values)).toBeCloseTo(meanOracle(list), 14);
        expect(variance(values, 'population')).toBeCloseTo(varianceOracle(list), 13);
        expect(variance(values, 'sample')).toBeCloseTo(sampleVariance(list), 13);
    });

    it('do not cancel far from zero, nor behind an outlier that comes first', () => {
        const ramp = Float64Array.from({ length: 1_001 }, (_, index) => 1e9 + index / 1024);
        const expected = (1_001 ** 2 - 1) / 12 / 1024 ** 2;
        expect(variance(ramp, 'population') / expected).toBeCloseTo(1, 12);
        expect(mean(ramp)).toBe(1e9 + 500 / 1024);
        const behindOutlier = Float64Array.of(1e12, 0.001, 0.002, 0.003);
        expect(mean(behindOutlier)).toBe((1e12 + 0.006) / 4);
    });

    it('of equal values are exact', () => {
        const values = new Float64Array(1_000).fill(0.1);
        expect(mean(values)).toBe(0.1);
        expect(standardDeviation(values, 'sample')).toBe(0);
    });

    it('leave out what is no value', () => {
        expect(moments(Float64Array.of(NaN, 1, Infinity, 3, -Infinity))).toEqual({ count: 2, mean: 2, squares: 2 });
    });

    it('are NaN where there are too few values', () => {
        for (const values of [new Float64Array(0), Float64Array.of(NaN, NaN)]) {
            expect(moments(values).count).toBe(0);
            expect(mean(values)).toBeNaN();
            expect(variance(values, 'population')).toBeNaN();
        }
        expect(variance(Float64Array.of(5), 'population')).toBe(0);
        expect(variance(Float64Array.of(5), 'sample')).toBeNaN();
        expect(variance(Float64Array.of(5, 7), 'sample')).toBe(2);
    });

    it('move and scale with the values', () => {
        const moved = SAMPLE.map(value => -512 + 8 * value);
        expect(mean(moved)).toBeCloseTo(-512 + 8 * mean(SAMPLE), 10);
        expect(standardDeviation(moved, 'sample')).toBeCloseTo(8 * standardDeviation(SAMPLE, 'sample'), 10);
    });

    it('do not change their input', () => {
        const values = SAMPLE.slice();
        moments(values);
        expect(values).toEqual(SAMPLE);
    });
});
