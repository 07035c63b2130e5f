import { ranks } from './ranks';

describe('ranks', () => {
    // scipy.stats.rankdata([0, 2, 3, 2]), and its documentation's other example by hand.
    it.each([
        [
            [0, 2, 3, 2],
            [1, 2.5, 4, 2.5]
        ],
        [
            [5, 5, 5],
            [2, 2, 2]
        ],
        [
            [-1, 1e9, -0.5, Infinity],
            [1, 3, 2, 4]
        ],
        [[], []]
    ])('of %p are %p as scipy has them', (values, expected) => {
        expect([...ranks(Float64Array.from(values))]).toEqual(expected);
    });

    it('takes both zeros for equal and leaves its input as it is', () => {
        const values = Float64Array.of(3, 0, -0, 1);
        expect([...ranks(values)]).toEqual([4, 1.5, 1.5, 3]);
        expect([...values]).toEqual([3, 0, -0, 1]);
    });
});
