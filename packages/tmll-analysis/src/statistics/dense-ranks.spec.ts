import { averageRanks, denseRanks, startsOfLevels } from './dense-ranks';

describe('denseRanks', () => {
    it('gives equal values one level, and missing ones none', () => {
        const { levels, counts } = denseRanks(Float64Array.of(5, NaN, -1, 5, 0, -0, Infinity));
        expect([...levels]).toEqual([2, -1, 0, 2, 1, 1, -1]);
        expect([...counts]).toEqual([1, 2, 2]);
        expect([...startsOfLevels(counts)]).toEqual([0, 1, 3]);
    });

    it('leaves its input as it is, and answers for nothing', () => {
        const values = Float64Array.of(3, 1, 2);
        denseRanks(values);
        expect([...values]).toEqual([3, 1, 2]);
        expect(denseRanks(new Float64Array(0)).counts).toHaveLength(0);
    });
});

describe('averageRanks', () => {
    it('equals rankdata of scipy', () => {
        const ranks = averageRanks(denseRanks(Float64Array.of(1, 3, 2, 2, 5, 4, 4, 4)));
        expect([...ranks]).toEqual([1, 4, 2.5, 2.5, 8, 6, 6, 6]);
    });

    it('is NaN where there is no value', () => {
        expect([...averageRanks(denseRanks(Float64Array.of(2, NaN, 1)))]).toEqual([2, NaN, 1]);
    });
});
