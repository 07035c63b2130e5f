import { AnomalyData, SeriesAnomalies, VerdictCurve, worstSeverity } from 'tmll-analysis/algorithms';
import { ChartData, sampleAt } from '../../outputs/sample-times';
import { ChartSeries, timeXyView } from '../../outputs/time-xy-view';
import { ChartOverlay, ModuleOutputs } from '../module-outputs';
import { pulseAt } from '../pulse';
import { scoreData } from './score-data';

/** Anomalies: how unusual each moment was, the flagged points with their values, and a pulse on the charts they were found on. */
export const anomalyOutputs: ModuleOutputs<AnomalyData> = {
    module: 'anomalies',
    views: [
        timeXyView<AnomalyData>({
            id: 'score',
            name: 'Score',
            description: 'How far each series stands out, in percent: 50 and more where a point is flagged',
            draw: 'line',
            folding: 'max',
            series: ({ data, provenance }) =>
                scored(data).map(series => ({
                    ...chartSeries(series, '%'),
                    data: scoreData(series, provenance.resamplingNs ?? 1n)
                }))
        }),
        timeXyView<AnomalyData>({
            id: 'band',
            name: 'Expected Band',
            description: 'Each series with the band that counts as usual at each moment',
            draw: 'line',
            folding: 'mean',
            series: ({ data }) => data.series.flatMap(bandSeries)
        }),
        timeXyView<AnomalyData>({
            id: 'points',
            name: 'Points',
            description: 'The values that stand out, each at its time',
            draw: 'scatter',
            series: ({ data }) =>
                withAnomalies(data).map(series => ({
                    ...chartSeries(series, series.unit),
                    data: {
                        origin: series.points[0].ns,
                        times: Float64Array.from(series.points, ({ ns }) => Number(ns - series.points[0].ns)),
                        values: Float64Array.from(series.points, ({ value }) => value)
                    }
                }))
        })
    ],
    overlays: ({ data }) => data.series.flatMap(series => [pulseOf(series), ...bandOverlays(series)])
};

function withAnomalies({ series }: AnomalyData): SeriesAnomalies[] {
    return series.filter(({ points }) => points.length > 0);
}

/** Those with a score on every point, or at least with points that stand out. */
function scored({ series }: AnomalyData): SeriesAnomalies[] {
    return series.filter(({ points, curve }) => points.length > 0 || curve !== undefined);
}

/** The worst are shown at first: bands of several series over each other tell nothing. */
function bandSeries({ series, unit, curve }: SeriesAnomalies, index: number): ChartSeries[] {
    return curvesOf(curve).map(([name, data]) => ({
        path: [...series.path, name],
        ...{ unit, data, isDefault: index === 0 }
    }));
}

function bandOverlays({ series, periods, curve }: SeriesAnomalies): ChartOverlay[] {
    return curvesOf(curve)
        .filter(([name]) => name !== 'value')
        .map(([name, data]) => ({
            ...{ key: name, on: series, name: `${name}: ${series.path.at(-1)}`, mayBeDefault: false },
            severity: worstSeverity(periods),
            sample: at => sampleAt(data, at, 'mean')
        }));
}

function curvesOf(curve: VerdictCurve | undefined): (readonly [string, ChartData])[] {
    if (curve === undefined) {
        return [];
    }
    const { originNs: origin, times, values, lowValues, highValues } = curve;
    return [
        ['value', { origin, times, values }],
        ['usual from', { origin, times, values: lowValues }],
        ['usual to', { origin, times, values: highValues }]
    ];
}

function chartSeries({ series }: SeriesAnomalies, unit: string): Omit<ChartSeries, 'data'> {
    return { path: series.path, unit, isDefault: true };
}

function pulseOf({ series, periods }: SeriesAnomalies): ChartOverlay {
    return {
        key: 'pulse',
        on: series,
        name: `▲ anomalies: ${series.path.at(-1)}`,
        severity: worstSeverity(periods),
        mayBeDefault: periods.length > 0,
        sample: (at, top) => pulseAt(periods, at, top)
    };
}
