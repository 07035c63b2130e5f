import { countsIn, pointScores, windowStarts } from './windows';

describe('windowStarts', () => {
    it('covers the series, the last window moved back to its end', () => {
        expect([...windowStarts(10, 4, 2)]).toEqual([0, 2, 4, 6]);
        expect([...windowStarts(11, 4, 2)]).toEqual([0, 2, 4, 6, 7]);
        expect([...windowStarts(4, 4, 2)]).toEqual([0]);
        expect([...windowStarts(3, 4, 2)]).toEqual([]);
    });
});

describe('countsIn', () => {
    it('counts values that are there', () => {
        const values = Float64Array.of(1, NaN, 2, Infinity, 3, 4);
        expect([...countsIn(values, Uint32Array.of(0, 1, 2, 3), 3)]).toEqual([2, 1, 2, 2]);
    });
});

describe('pointScores', () => {
    const scores = (values: readonly number[], starts: readonly number[], ...of: readonly number[]): number[] => [
        ...pointScores(Float64Array.from(values), Uint32Array.from(starts), 3, Float64Array.from(of))
    ];

    it('gives a window its score in the middle, and lines between middles', () => {
        expect(scores([0, 0, 0, 0, 0, 0, 0], [0, 2, 4], 1, 5, 3)).toEqual([1, 1, 3, 5, 4, 3, 3]);
    });

    it('gives one window to all points, and none to points without a value', () => {
        expect(scores([0, NaN, 0], [0], 2)).toEqual([2, NaN, 2]);
    });
});
