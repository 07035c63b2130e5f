import { SeriesAnomalies } from './anomaly-result';
import { anomalyCurvePlot } from './plots';

const T0 = 1_795_422_823_334_816_823n;
const RANGE = { startNs: T0, endNs: T0 + 10_000_000_000n };
const SERIES = { outputId: 'cpu', path: ['CPU'] };

const anomalies = {
    series: SERIES,
    id: 'cpu',
    name: 'CPU → a',
    unit: '%',
    length: 3,
    points: [{ ns: T0 + 9_000_000_000n, value: 50 }],
    periods: [
        { startNs: T0 + 3_000_000_000n, endNs: T0 + 6_000_000_000n, points: 3, severity: 90, actual: 99, expected: {} },
        { startNs: T0 + 9_000_000_000n, endNs: T0 + 9_000_000_000n, points: 1, severity: 50, actual: 50, expected: {} }
    ],
    curve: {
        originNs: T0,
        times: Float64Array.of(0, 3e9, 9e9),
        values: Float64Array.of(5, 99, 50),
        lowValues: Float64Array.of(1, 1, NaN),
        highValues: Float64Array.of(8, 8, NaN),
        scoreValues: Float64Array.of(0, 0.9, 0.6)
    }
} as unknown as SeriesAnomalies;

describe('anomalyCurvePlot', () => {
    it('draws the kept curve with periods and points that lead to their places, and the band outside of them', () => {
        const plot = anomalyCurvePlot(anomalies, RANGE);
        const [line, points, , band] = plot?.option.series as unknown as {
            data: unknown[];
            markArea?: { data: { xAxis: number; place: number }[][] };
        }[];
        expect(line.data).toEqual([
            [0, 5],
            [3, 99],
            [9, 50]
        ]);
        expect(line.markArea?.data[0]).toMatchObject([{ xAxis: 3, place: 0 }, { xAxis: 6 }]);
        expect(points.data).toEqual([{ value: [9, 50], place: 1 }]);
        expect(plot?.places?.[1]).toEqual({ startNs: T0 + 9_000_000_000n, endNs: T0 + 9_000_000_000n, series: SERIES });
        expect(band.data).toEqual([
            [0, 7],
            [3, null],
            [9, null]
        ]);
    });

    it('has nothing to draw for results without a curve', () => {
        expect(anomalyCurvePlot({ ...anomalies, curve: undefined }, RANGE)).toBeUndefined();
    });
});
