import { sparklinePath } from './sparkline-path';

const heightsOf = (path: string): number[] =>
    path
        .slice(1)
        .split('L')
        .map(point => Number(point.split(' ')[1]));

describe('sparklinePath', () => {
    it('goes from left to right, the greatest value at the top, 0 at the bottom', () => {
        expect(sparklinePath([0, 5, 10], 100, 20)).toBe('M0.0 20.0L50.0 10.0L100.0 0.0');
    });

    it('loses no peak of many values', () => {
        const values = new Float64Array(10_000).fill(1);
        values[4_321] = 10;
        const heights = heightsOf(sparklinePath(values, 100, 20));
        expect(heights.length).toBeLessThanOrEqual(120);
        expect(Math.min(...heights)).toBe(0);
    });

    it('rests at the bottom where there is nothing, and where values are missing', () => {
        expect(heightsOf(sparklinePath([0, 0, NaN], 100, 20))).toEqual([20, 20, 20]);
    });

    it('has nothing to draw of one value and of none', () => {
        expect(sparklinePath([], 100, 20)).toBe('');
        expect(sparklinePath([3], 100, 20)).toBe('');
    });
});
