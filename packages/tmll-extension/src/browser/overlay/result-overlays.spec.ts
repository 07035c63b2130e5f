import type { AnalysisResult } from 'tmll-analysis/algorithms';
import type { BandOverlay, LineOverlay, SpansOverlay } from 'tmll-viewer';
import { resultOverlays } from './result-overlays';
import { rowOverlays } from './row-overlays';

const T0 = 1_795_422_823_334_816_823n;
const SERIES = { outputId: 'cpu', path: ['CPU Usage', 'trace', 'tl-burn'] };
const ORIGIN = { originNs: T0, times: Float64Array.of(0, 10) };

const resultOf = (module: string, data: unknown, findings: readonly object[] = []): AnalysisResult =>
    ({ provenance: { module, range: { startNs: T0, endNs: T0 + 100n } }, data, findings }) as unknown as AnalysisResult;

const finding = (rest: object): object => ({
    startNs: T0,
    endNs: T0 + 5n,
    severity: 90,
    confidence: 1,
    unit: '',
    sentence: 'It changes.',
    ...rest
});

describe('resultOverlays', () => {
    it('draws the level of each stretch between changes, with a gap between them', () => {
        const segment = { deviation: 1, slope: 0, points: 5 };
        const segments = [
            { ...segment, startNs: T0, endNs: T0 + 4n, mean: 10 },
            { ...segment, startNs: T0 + 4n, endNs: T0 + 9n, mean: 30 }
        ];
        const data = { series: [{ series: SERIES, id: 'a', unit: '%', changes: [{}], segments }], joint: [] };
        const [levels] = resultOverlays('r', resultOf('changepoints', data), '').byOutput.get('cpu') as LineOverlay[];
        expect(levels.origin).toBe(T0);
        expect(Array.from(levels.times)).toEqual([0, 4, 4, 4, 9, 9]);
        expect(Array.from(levels.values)).toEqual([10, 10, NaN, 30, 30, NaN]);
        expect(levels.tooltip(4)).toEqual(['Level: 30 % ± 1 %, for 5 ns']);
        expect(levels.category).toBe('changepoints');
    });

    it('goes on after the end of the trace with a forecast, its band, and the limit', () => {
        const curve = (...values: number[]): Float64Array => Float64Array.from(values);
        const resource = {
            series: SERIES,
            id: 'a',
            unit: '%',
            threshold: 80,
            history: { ...ORIGIN, values: curve(1, 2) },
            forecast: {
                originNs: T0 + 10n,
                times: curve(0, 20),
                meanValues: curve(2, 3),
                lowValues: curve(2, 1),
                highValues: curve(2, 5),
                riskValues: curve(0, 0.25)
            }
        };
        const overlays = resultOverlays('r', resultOf('forecast', { resources: [resource] }), '').byOutput.get('cpu');
        const [limit, band, line] = overlays as [LineOverlay, BandOverlay, LineOverlay];
        expect([limit.origin, ...limit.times]).toEqual([T0, 0, 30]);
        expect(Array.from(band.high)).toEqual([2, 5]);
        expect(band.category).toBe('expected');
        expect(line.tooltip(1)).toEqual(['Forecast: 3 %', 'Probability to exceed the limit: 25 %']);
    });

    it('draws what was expected, open where there is no bound, only for series in which something stands out', () => {
        const curve = {
            ...ORIGIN,
            values: Float64Array.of(1, 2),
            lowValues: Float64Array.of(NaN, NaN),
            highValues: Float64Array.of(5, NaN),
            scoreValues: Float64Array.of(0, 0)
        };
        const quiet = { series: SERIES, id: 'a', name: 'a', unit: '', points: [], periods: [], curve };
        const loud = { ...quiet, id: 'b', periods: [{ startNs: T0, endNs: T0, severity: 50, expected: {} }] };
        const { byOutput } = resultOverlays('r', resultOf('anomalies', { series: [quiet, loud] }), '');
        const [band, spans, ...more] = byOutput.get('cpu') as [BandOverlay, SpansOverlay];
        expect(more).toEqual([]);
        expect(spans.kind).toBe('spans');
        expect([...band.low, ...band.high]).toEqual([0, NaN, 5, NaN]);
    });
});

describe('rowOverlays', () => {
    const drawn = resultOverlays(
        'r',
        resultOf('explain', {}, [finding({ series: SERIES }), finding({ sentence: 'All of it.' })]),
        ''
    );

    it('puts what was found in the chart of a thread on its row, and what concerns the trace over all rows', () => {
        const [thread, whole] = rowOverlays(drawn, 'thread-status') as SpansOverlay[];
        expect([thread.rowName, thread.series]).toEqual(['tl-burn', undefined]);
        expect([whole.rowName, whole.series]).toEqual([undefined, undefined]);
        expect(whole.tooltip(0)[0]).toBe('All of it.');
        expect(whole.category).toBe('explain');
    });

    it('shades nothing that holds for all that was looked at', () => {
        const all = finding({ endNs: T0 + 100n });
        const { byOutput, wholeTrace } = resultOverlays(
            'r',
            resultOf('lag', {}, [all, { ...all, series: SERIES }]),
            ''
        );
        expect([byOutput.size, wholeTrace.length]).toEqual([0, 0]);
    });
});
