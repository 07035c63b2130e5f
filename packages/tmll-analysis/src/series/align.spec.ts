import { align } from './align';
import { ORIGIN, seriesOf } from './test-support/series-of';

describe('align', () => {
    it('brings series onto one grid without inventing values', () => {
        const [fine, coarse] = align([
            seriesOf([1, 3, 5, 7], [0, 10, 20, 30]),
            seriesOf([10, 20], [20, 60], ORIGIN + 20n)
        ]);
        expect(fine.origin).toBe(ORIGIN);
        expect(coarse.origin).toBe(ORIGIN);
        expect(fine.times).toEqual(coarse.times);
        expect(Array.from(fine.times)).toEqual([0, 40, 80]);
        expect(Array.from(fine.values)).toEqual([4, NaN, NaN]);
        expect(Array.from(coarse.values)).toEqual([NaN, 10, 20]);
    });

    it('leaves series that share their times as they are', () => {
        const series = [seriesOf([1, 2, 3]), seriesOf([4, NaN, 6])];
        expect(align(series)[0]).toBe(series[0]);
        expect(align(series)[1]).toBe(series[1]);
    });

    it('takes the step and range that are asked for', () => {
        const range = { startNs: ORIGIN, endNs: ORIGIN + 299_999_999n };
        const [aligned] = align([seriesOf([1, 2])], { stepNs: 100_000_000n, range });
        expect(Array.from(aligned.values)).toEqual([1, 2, NaN]);
    });

    it('is nothing for nothing', () => {
        expect(align([])).toEqual([]);
        expect(align([seriesOf([]), seriesOf([])])).toHaveLength(2);
    });

    it('asks for a step where single points tell none', () => {
        expect(() => align([seriesOf([1]), seriesOf([1], [5])])).toThrow('tells no step between points');
    });
});
