import { ParameterError } from './parameter-error';
import { Aggregate, resample } from './resample';
import { ORIGIN, seriesOf } from './test-support/series-of';

describe('resample', () => {
    const series = seriesOf([1, 3, 2, NaN, 8], [0, 4, 9, 12, 30]);

    it.each<[Aggregate, number[]]>([
        ['mean', [2, NaN, NaN, 8]],
        ['max', [3, NaN, NaN, 8]],
        ['min', [1, NaN, NaN, 8]],
        ['sum', [6, NaN, NaN, 8]],
        ['last', [2, NaN, NaN, 8]]
    ])('takes the %s of each bin, and NaN where there is none', (aggregate, expected) => {
        const result = resample(series, { stepNs: 10n, aggregate });
        expect(Array.from(result.values)).toEqual(expected);
        expect(Array.from(result.times)).toEqual([0, 10, 20, 30]);
        expect(result.origin).toBe(ORIGIN);
    });

    it('lays the bins by the origin, however far away that is', () => {
        const result = resample(seriesOf([1, 2, 4], [0, 1, 2], 1_000_000_000_007n), { stepNs: 10n, originNs: 9n });
        expect(result.origin).toBe(999_999_999_999n);
        expect(Array.from(result.values)).toEqual([1.5, 4]);
    });

    it('lays the bins by an origin that lies after the series, too', () => {
        const result = resample(seriesOf([1, 2, 4], [0, 3, 9]), { stepNs: 10n, originNs: ORIGIN + 23n });
        expect(result.origin).toBe(ORIGIN - 7n);
        expect(Array.from(result.values)).toEqual([1, 3]);
    });

    it('covers all of an asked range and counts only the points within it', () => {
        const result = resample(series, { stepNs: 10n, range: { startNs: ORIGIN - 20n, endNs: ORIGIN + 8n } });
        expect(result.origin).toBe(ORIGIN - 20n);
        expect(Array.from(result.values)).toEqual([NaN, NaN, 2]);
    });

    it('keeps a bin of equal values exactly at that value', () => {
        const result = resample(seriesOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [0, 1, 2, 3, 4, 5]), { stepNs: 10n });
        expect(result.values[0]).toBe(0.1);
    });

    it('puts points on a border into the bin that starts there, exact to the ns after 100 days', () => {
        const days = 100 * 86_400e9;
        const step = 3_333_333_333;
        const border = Math.floor(days / step) * step;
        const result = resample(seriesOf([1, 2, 3], [0, border - 1, border]), { stepNs: BigInt(step) });
        expect(result.values[border / step - 1]).toBe(2);
        expect(result.values[border / step]).toBe(3);
    });

    it('draws lines over gaps up to the stated length only', () => {
        const gaps = seriesOf([0, 2, 8], [0, 20, 50]);
        const filled = resample(gaps, { stepNs: 10n, fill: { method: 'linear', maximumGapNs: 20n } });
        expect(Array.from(filled.values)).toEqual([0, 1, 2, NaN, NaN, 8]);
    });

    it('holds a value up to the stated time only', () => {
        const gaps = seriesOf([NaN, 1, 5], [0, 10, 50]);
        const filled = resample(gaps, { stepNs: 10n, fill: { method: 'previous', maximumGapNs: 20n } });
        expect(Array.from(filled.values)).toEqual([NaN, 1, 1, 1, NaN, 5]);
    });

    it('leaves its input and an empty series alone', () => {
        const before = series.values.slice();
        resample(series, { stepNs: 10n, fill: { method: 'previous', maximumGapNs: 100n } });
        expect(series.values).toEqual(before);
        expect(resample(seriesOf([]), { stepNs: 10n }).values).toHaveLength(0);
    });

    it('gives an empty range no points and an empty series in a range only missing ones', () => {
        expect(resample(series, { stepNs: 10n, range: { startNs: ORIGIN, endNs: ORIGIN - 1n } }).values).toHaveLength(
            0
        );
        const empty = resample(seriesOf([]), { stepNs: 10n, range: { startNs: ORIGIN, endNs: ORIGIN + 10n } });
        expect(Array.from(empty.values)).toEqual([NaN, NaN]);
    });

    it('refuses steps that are not positive or make too many points', () => {
        expect(() => resample(series, { stepNs: 0n })).toThrow(ParameterError);
        expect(() => resample(seriesOf([1, 2], [0, 1e15]), { stepNs: 1n })).toThrow('use a longer one');
    });
});
