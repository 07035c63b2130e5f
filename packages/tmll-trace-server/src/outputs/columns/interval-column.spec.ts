import { IntervalColumn } from './interval-column';

const column = (...intervals: [number, number][]): IntervalColumn => {
    const made = new IntervalColumn();
    intervals.forEach(([start, end]) => made.push(start, end));
    return made;
};

describe('IntervalColumn', () => {
    it('has count, sum, mean, sample deviation and extremes (numpy: std(ddof=1) of 2, 4, 9)', () => {
        expect(column([0, 2], [1, 5], [0, 9]).statistics()).toEqual({
            count: 3,
            total: 15,
            mean: 5,
            deviation: expect.closeTo(3.605551275463989, 12) as number,
            shortest: { start: 0, end: 2 },
            longest: { start: 0, end: 9 }
        });
    });

    it('keeps the deviation of long intervals that hardly differ', () => {
        const base = 2 ** 40;
        const statistics = column([0, base], [base, 2 * base + 1], [0, 3 * base]).statistics(0, base);
        expect(statistics?.count).toBe(3);
        expect(column([0, base], [1, base + 2], [2, base + 4]).statistics()?.deviation).toBeCloseTo(1, 12);
    });

    it('narrows to the intervals that have a time in the span, its ends included', () => {
        const intervals = column([0, 2], [1, 5], [6, 8], [3, 9]);
        expect(intervals.statistics(2, 3)?.count).toBe(3);
        expect(intervals.statistics(5, 6)?.total).toBe(4 + 2 + 6);
        expect(intervals.statistics(10, 20)).toBeUndefined();
        expect(new IntervalColumn().statistics()).toBeUndefined();
    });

    it('has no deviation of one interval', () => {
        expect(column([0, 2]).statistics()?.deviation).toBeNaN();
    });
});
