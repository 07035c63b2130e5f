import { usagePattern, variation } from './usage-pattern';

describe('usagePattern', () => {
    it('calls a square wave that is up for 2 % of the time what it is', () => {
        const wave = Float64Array.from({ length: 1000 }, (_, index) => (index % 50 === 0 ? 80 : 2));
        expect(usagePattern(wave)).toBe('highly variable');
    });

    it.each([
        [[5, 5, 5], 'very stable'],
        [[10, 12, 8, 10], 'stable'],
        [[10, 15, 5, 10], 'moderate variation'],
        [[0, 0, 0], 'none'],
        [[], 'none'],
        [[NaN], 'none']
    ])('of %p is %s', (values, pattern) => {
        expect(usagePattern(Float64Array.from(values))).toBe(pattern);
    });

    it('is by the population deviation over the mean', () => {
        expect(variation(Float64Array.of(1, 3))).toBeCloseTo(0.5, 12);
    });
});
