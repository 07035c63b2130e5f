import { seriesOf } from '../series/test-support/series-of';
import { TimeSeries } from '../series/time-series';
import { linePoints } from './line-points';
import { timeAxis } from './time-axis';

const lineOf = (values: ArrayLike<number>): TimeSeries =>
    seriesOf(
        values,
        Array.from(values, (_, index) => index),
        0n
    );
const AXIS = timeAxis({ startNs: 0n, endNs: 100n });

describe('linePoints', () => {
    it('keeps a short series as it is, with gaps where there is no value', () => {
        const series = lineOf([5, NaN, Infinity, 7]);
        expect(linePoints(series, AXIS)).toEqual([
            [0, 5],
            [1, null],
            [2, null],
            [3, 7]
        ]);
    });

    it('loses no peak of a long series, and keeps its order', () => {
        const values = Float64Array.from({ length: 100_000 }, (_, index) => index % 7);
        values[12_345] = 900;
        values[54_321] = -900;
        const points = linePoints(lineOf(values), AXIS);
        expect(points.length).toBeLessThanOrEqual(4_000);
        expect(points).toContainEqual([12_345, 900]);
        expect(points).toContainEqual([54_321, -900]);
        const places = points.map(([x]) => x);
        expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    it('keeps a long gap a gap', () => {
        const values = new Float64Array(10_000).fill(NaN, 2_000, 8_000);
        const points = linePoints(lineOf(values), AXIS);
        expect(points.some(([x, y]) => x > 4_000 && x < 6_000 && y === null)).toBe(true);
        expect(points.every(([x, y]) => y === null || x < 2_000 || x >= 8_000)).toBe(true);
    });

    it('has nothing of an empty series', () => {
        expect(linePoints(lineOf([]), AXIS)).toEqual([]);
    });
});
