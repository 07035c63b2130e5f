import { seriesStatistics } from './xy-statistics';

describe('seriesStatistics', () => {
    it('equals R’s mean and sd of what lies within both ends', () => {
        const times = [0, 1, 2, 3, 4, 5];
        const values = [100, 2, 4, 4, 10, -7];
        // R: mean(c(2, 4, 4, 10)), sd(c(2, 4, 4, 10))
        expect(seriesStatistics(times, values, 1, 4)).toEqual({
            count: 4,
            min: 2,
            max: 10,
            mean: 5,
            deviation: expect.closeTo(3.4641016151377544, 12),
            first: 2,
            last: 10
        });
    });

    it('leaves missing values out', () => {
        const found = seriesStatistics([0, 1, 2], [1, Number.NaN, 3], 0, 2);
        expect(found).toMatchObject({ count: 2, mean: 2 });
    });

    it('is exact for small differences between large values', () => {
        const values = [1e9 + 1, 1e9 + 2, 1e9 + 3];
        expect(seriesStatistics([0, 1, 2], values, 0, 2)?.deviation).toBeCloseTo(1, 9);
    });

    it('has no deviation for one value, and is nothing for none', () => {
        expect(seriesStatistics([0], [5], 0, 0)).toMatchObject({ count: 1, deviation: 0 });
        expect(seriesStatistics([0, 9], [5, 6], 1, 8)).toBeUndefined();
    });
});
