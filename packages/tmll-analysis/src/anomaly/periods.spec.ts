import { ORIGIN, seriesOf } from '../series/test-support/series-of';
import { AnomalyPeriod } from './anomaly-result';
import { AnomalyParameters, DEFAULT_ANOMALY_PARAMETERS } from './anomaly-schema';
import { detectAnomalies } from './detect-anomalies';
import { expectations } from './expectation';
import { periodsOf } from './periods';
import { severityOf } from './severity';

function periods(
    values: ArrayLike<number>,
    parameters: Partial<AnomalyParameters> = {},
    times?: ArrayLike<number>
): readonly AnomalyPeriod[] {
    const series = seriesOf(values, times);
    const reference = { outputId: 'event-rate', path: series.path };
    return detectAnomalies(series, reference, { ...DEFAULT_ANOMALY_PARAMETERS, ...parameters }).periods;
}

/** 38, 39, 40, 41, 42 and so on, with other values in places. */
function around40(length: number, others: Readonly<Record<number, number>>): number[] {
    return Array.from({ length }, (_, index) => others[index] ?? 38 + ((index * 3) % 5));
}

const stretch = (from: number, to: number, value: number): Record<number, number> =>
    Object.fromEntries(Array.from({ length: to - from }, (_, index) => [from + index, value]));

const IQR = { method: 'iqr' };
const MOVING = { method: 'moving_average', movingAverageWindowSize: 10, movingAverageThreshold: 5 };

describe('a period', () => {
    it('of a single outlier covers its bin, to the ns', () => {
        const [period] = periods(around40(100, { 50: 90 }), IQR);
        expect(period.startNs).toBe(ORIGIN + 5_000_000_000n);
        expect(period.endNs).toBe(ORIGIN + 5_099_999_999n);
        expect(period.points).toBe(1);
    });

    it('at the end of the series covers a bin as wide as the others', () => {
        expect(periods(around40(100, { 99: 90 }), IQR)[0].endNs).toBe(ORIGIN + 9_999_999_999n);
    });

    it('does not reach over a stretch without points, nor into the next point', () => {
        const times = Array.from(
            { length: 100 },
            (_, index) => index * 100 + (index > 50 ? 7_000 : index === 50 ? 60 : 0)
        );
        expect(periods(around40(100, { 50: 90 }), IQR, times)[0]).toMatchObject({
            startNs: ORIGIN + 5_060n,
            endNs: ORIGIN + 5_159n
        });
        expect(periods(around40(100, { 49: 90 }), IQR, times)[0].endNs).toBe(ORIGIN + 4_999n);
        times[51] = times[50] + 1;
        expect(periods(around40(100, { 50: 90 }), IQR, times)[0].endNs).toBe(ORIGIN + 5_060n);
    });

    it('is well-formed where all times are equal', () => {
        const [period] = periods(around40(100, { 50: 90 }), IQR, new Array(100).fill(5));
        expect(period).toMatchObject({ startNs: ORIGIN + 5n, endNs: ORIGIN + 5n });
    });

    it.each([IQR, MOVING])('of a long outage is one, with its worst value and what is usual: %j', parameters => {
        const outage = around40(200, { ...stretch(100, 109, 3), 104: 1 });
        const [period, ...others] = periods(outage, parameters);
        expect(others).toEqual([]);
        expect(period).toMatchObject({ startNs: ORIGIN + 10_000_000_000n, endNs: ORIGIN + 10_899_999_999n });
        expect(period.direction).toBe('below');
        expect(period.actual).toBe(1);
        expect(period.expected.value).toBeCloseTo(40, 0);
        expect(period.expected.low).toBeGreaterThan(20);
        expect(period.expected.high).toBeLessThan(60);
    });

    it('of a moving average ends with its window where the new level stays', () => {
        const [period] = periods(around40(200, stretch(100, 200, 90)), MOVING);
        expect(period).toMatchObject({ startNs: ORIGIN + 10_000_000_000n, endNs: ORIGIN + 11_099_999_999n });
    });

    it('tells its direction', () => {
        const both = periods(around40(100, { 50: 90, 51: -10 }), IQR);
        expect(both.map(({ direction }) => direction)).toEqual(['both']);
        expect(periods(around40(100, { 50: 90, 51: 80 }), IQR)[0].direction).toBe('above');
    });

    it('is more severe and more sure the farther out and the longer', () => {
        const severity = (others: Record<number, number>): number => periods(around40(100, others), IQR)[0].severity;
        expect(severity({ 50: 90 })).toBeGreaterThan(severity({ 50: 60 }));
        expect(severity({ 50: 60, 51: 60 })).toBeGreaterThan(severity({ 50: 60 }));
        const confidence = (others: Record<number, number>): number =>
            periods(around40(100, others), IQR)[0].confidence;
        expect(confidence({ 50: 90 })).toBeGreaterThan(confidence({ 50: 60 }));
        expect(confidence({ 50: 60, 51: 60 })).toBeGreaterThan(confidence({ 50: 60 }));
    });

    it('has a band that stays above 0 where the series does', () => {
        const spiky = Array.from({ length: 100 }, (_, index) => (index === 50 ? 500 : index % 2 ? 0 : 10));
        expect(periods(spiky, IQR)[0].expected.low).toBe(0);
        expect(
            periods(
                spiky.map(value => value - 5),
                IQR
            )[0].expected.low
        ).toBeLessThan(-5);
    });

    it('of an unusual shape has the value farthest from the usual, and the direction by the band', () => {
        const values = Float64Array.of(1, 2, 3, 9, 2, 1, -5, 2, 3, 1);
        const column = (content: number): Float64Array => new Float64Array(values.length).fill(content);
        const shape = (...flagged: readonly number[]): AnomalyPeriod[] => {
            const flags = Uint8Array.from(values, (_, index) => (flagged.includes(index) ? 1 : 0));
            const detection = {
                score: Float64Array.from(flags, (flag, index) => flag * (6 + index)),
                expected: column(2),
                low: column(0),
                high: column(4),
                flags,
                threshold: 5,
                baseline: 1,
                judges: 'shape' as const,
                support: 10,
                memory: 0
            };
            return periodsOf(seriesOf(values), detection, expectations(values, detection));
        };
        expect(shape(2, 3, 4)).toMatchObject([{ actual: 9, direction: 'above' }]);
        expect(shape(5, 6)).toMatchObject([{ actual: -5, direction: 'below' }]);
        expect(shape(3, 4, 5, 6)).toMatchObject([{ actual: 9, direction: 'both' }]);
        expect(shape(7, 8)).toMatchObject([{ actual: 3, direction: 'within', expected: { low: 0, high: 4 } }]);
        expect(shape(0)[0].severity).toBe(severityOf(5 / 4, 1));
    });
});
