import type { AnalysisResult, AnomalyData, AnomalyPeriod, AnomalyPoint } from 'tmll-analysis/algorithms';
import type { PointsOverlay, SpansOverlay } from 'tmll-viewer';
import { anomalyOverlays } from './anomaly-overlays';

const T0 = 1_795_422_823_334_816_823n;
const PATH = ['Event Rate', 'shop:request_begin'];

const point = (offset: bigint, rest: Partial<AnomalyPoint> = {}): AnomalyPoint =>
    ({ ns: T0 + offset, value: 412, score: 5.25, severity: 85, expected: {}, ...rest }) as AnomalyPoint;

const period = (start: bigint, end: bigint): AnomalyPeriod => ({
    startNs: T0 + start,
    endNs: T0 + end,
    severity: 50,
    confidence: 0.9,
    points: 3,
    direction: 'above',
    actual: 412,
    expected: { value: 120 }
});

const resultOf = (points: AnomalyPoint[], periods: AnomalyPeriod[]): AnalysisResult<AnomalyData> =>
    ({
        findings: [],
        data: {
            series: [
                {
                    series: { outputId: 'event-rate', path: PATH },
                    id: PATH.join('/'),
                    name: PATH.join(' → '),
                    unit: 'events/s',
                    length: 300,
                    points,
                    periods
                }
            ]
        }
    }) as unknown as AnalysisResult<AnomalyData>;

describe('anomalyOverlays', () => {
    it('keeps every nanosecond of times that a double cannot hold', () => {
        const overlays = anomalyOverlays(
            'r1',
            resultOf([point(0n), point(1n), point(86_400_000_000_001n)], []),
            'Z-score'
        );
        const [points] = overlays.get('event-rate') as PointsOverlay[];
        expect(points.origin).toBe(T0);
        expect(Array.from(points.times)).toEqual([0, 1, 86_400_000_000_001]);
        expect(points.series).toBe(PATH);
    });

    it('sorts points and periods by time', () => {
        const result = resultOf([point(5n, { value: 2 }), point(1n, { value: 1 })], [period(9n, 12n), period(2n, 3n)]);
        const [periods, points] = anomalyOverlays('r1', result, 'Z-score').get('event-rate') as [
            SpansOverlay,
            PointsOverlay
        ];
        expect(points.origin + BigInt(points.times[0])).toBe(T0 + 1n);
        expect(Array.from(points.values)).toEqual([1, 2]);
        expect(Array.from(periods.starts, start => periods.origin + BigInt(start) - T0)).toEqual([2n, 9n]);
        expect(Array.from(periods.ends, end => periods.origin + BigInt(end) - T0)).toEqual([3n, 12n]);
    });

    it('tells who agrees on a point when several methods voted, and the share of each', () => {
        const votes = [
            { method: 'zscore', agrees: true, normalizedScore: 0.6, share: 0.512 },
            { method: 'iqr', agrees: false, normalizedScore: 0.4, share: 0.2 },
            { method: 'moving_average', agrees: true, normalizedScore: 0.5, share: 0.288 }
        ];
        const result = resultOf([point(0n, { votes })], []);
        const [points] = anomalyOverlays('r1', result, 'Combined').get('event-rate') as PointsOverlay[];
        expect(points.tooltip(0)).toContain('Flagged by: Z-score (51 %), Moving average (29 %)');
    });

    it('tells value, expected value with band, score and method of a point', () => {
        const result = resultOf([point(0n, { value: 412, expected: { low: 80, high: 160 } })], []);
        const [points] = anomalyOverlays('r1', result, 'Moving average').get('event-rate') as PointsOverlay[];
        expect(points.tooltip(0)).toEqual([
            'Value: 412 events/s',
            'Expected: 80–160 events/s',
            'Score: 5.25',
            'Method: Moving average'
        ]);
        expect(points.severity(0)).toBe('critical');
    });

    it('says nothing of an expectation that is not known', () => {
        const [points] = anomalyOverlays('r1', resultOf([point(0n)], []), 'IQR').get('event-rate') as PointsOverlay[];
        expect(points.tooltip(0)).toEqual(['Value: 412 events/s', 'Score: 5.25', 'Method: IQR']);
    });

    it('takes the sentence of the finding that tells of the same period of the same series', () => {
        const result = resultOf([], [period(0n, 999_999n), period(2_000_000n, 2_999_999n)]);
        const finding = { startNs: T0, endNs: T0 + 999_999n, sentence: 'Event rate rose.' };
        const findings = [
            { ...finding, series: { outputId: 'event-rate', path: ['another'] }, sentence: 'Not this.' },
            { ...finding, series: { outputId: 'event-rate', path: PATH } }
        ];
        const overlays = anomalyOverlays(
            'r1',
            { ...result, findings } as unknown as AnalysisResult<AnomalyData>,
            'IQR'
        );
        const [periods] = overlays.get('event-rate') as SpansOverlay[];
        expect(periods.tooltip(0)).toEqual(['Event rate rose.']);
        expect(periods.tooltip(1)).toEqual(['412 events/s for 1 ms, expected 120 events/s']);
        expect(periods.severity(1)).toBe('medium');
    });

    it('has unique ids over results and draws nothing where nothing was found', () => {
        const result = resultOf([point(0n)], [period(0n, 1n)]);
        const ids = ['r1', 'r2'].flatMap(id =>
            anomalyOverlays(id, result, 'IQR')
                .get('event-rate')!
                .map(o => o.id)
        );
        expect(new Set(ids).size).toBe(4);
        expect(anomalyOverlays('r1', resultOf([], []), 'IQR').get('event-rate')).toEqual([]);
    });
});
