import { alignSeries, XySeries } from './xy-data';

function series(id: number, times: number[], values: number[]): XySeries {
    return { id, unit: '', style: 'line', times: Float64Array.from(times), values: Float64Array.from(values) };
}

describe('alignSeries', () => {
    it('takes common times as they are, and gaps as null', () => {
        const aligned = alignSeries([series(1, [1, 2, 3], [5, NaN, 7]), series(2, [1, 2, 3], [1, 2, Infinity])]);
        expect([...aligned.times]).toEqual([1, 2, 3]);
        expect(aligned.rows).toEqual([
            [5, null, 7],
            [1, 2, null]
        ]);
    });

    it('unites different times without inventing values', () => {
        const aligned = alignSeries([series(1, [1, 3], [5, 6]), series(2, [2, 3, 4], [7, 8, 9])]);
        expect([...aligned.times]).toEqual([1, 2, 3, 4]);
        expect(aligned.rows).toEqual([
            [5, undefined, 6, undefined],
            [undefined, 7, 8, 9]
        ]);
    });

    it('keeps the last of several values at one instant', () => {
        const aligned = alignSeries([series(1, [1, 1, 2], [5, 6, 7]), series(2, [2], [8])]);
        expect(aligned.rows).toEqual([
            [6, 7],
            [undefined, 8]
        ]);
    });

    it('sorts times as numbers', () => {
        expect([...alignSeries([series(1, [9, 10], [1, 1]), series(2, [100], [1])]).times]).toEqual([9, 10, 100]);
    });

    it('has nothing to align without series or without values', () => {
        expect(alignSeries([])).toEqual({ times: new Float64Array(), rows: [] });
        expect(alignSeries([series(1, [], [])]).rows).toEqual([[]]);
    });
});
