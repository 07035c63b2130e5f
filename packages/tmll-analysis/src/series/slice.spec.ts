import { slice } from './slice';
import { ORIGIN, seriesOf } from './test-support/series-of';

describe('slice', () => {
    const series = seriesOf([0, 1, 2, 3, 4], [0, 10, 10, 20, 30]);
    const sliced = (from: bigint, to: bigint): number[] =>
        Array.from(slice(series, { startNs: ORIGIN + from, endNs: ORIGIN + to }).values);

    it('includes both ends and all points of an equal time', () => {
        expect(sliced(10n, 20n)).toEqual([1, 2, 3]);
        expect(sliced(10n, 10n)).toEqual([1, 2]);
    });

    it('is empty between points, before, after, and backwards', () => {
        expect(sliced(11n, 19n)).toEqual([]);
        expect(sliced(-9n, -1n)).toEqual([]);
        expect(sliced(31n, 99n)).toEqual([]);
        expect(sliced(20n, 10n)).toEqual([]);
    });

    it('copies nothing', () => {
        const part = slice(series, { startNs: ORIGIN + 10n, endNs: ORIGIN + 20n });
        expect(part.values.buffer).toBe(series.values.buffer);
        expect(part.times.buffer).toBe(series.times.buffer);
        expect(part.origin).toBe(ORIGIN);
    });
});
