import { firstAbove, firstAtLeast, nearest } from './overlay-search';

describe('search in ascending times', () => {
    const times = Float64Array.of(10, 20, 20, 30);

    it('finds the first at or above, and the first above', () => {
        expect([5, 10, 20, 25, 31].map(bound => firstAtLeast(times, bound))).toEqual([0, 0, 1, 3, 4]);
        expect([5, 10, 20, 25, 31].map(bound => firstAbove(times, bound))).toEqual([0, 1, 3, 3, 4]);
    });

    it('finds the nearest, the earlier of two equally near', () => {
        expect([0, 14, 15, 16, 29, 99].map(time => nearest(times, time))).toEqual([0, 0, 0, 1, 3, 3]);
    });

    it('has no answer for no times', () => {
        expect(nearest([], 5)).toBe(-1);
        expect(firstAtLeast([], 5)).toBe(0);
    });
});
