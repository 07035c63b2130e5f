import { AnomalyData, SeriesAnomalies } from 'tmll-analysis/algorithms';
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
                withAnomalies(data).map(series => ({
                    ...chartSeries(series, '%'),
                    data: scoreData(series.points, provenance.resamplingNs ?? 1n)
                }))
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
    overlays: ({ data }) => data.series.map(pulseOf)
};

function withAnomalies({ series }: AnomalyData): SeriesAnomalies[] {
    return series.filter(({ points }) => points.length > 0);
}

function chartSeries({ series }: SeriesAnomalies, unit: string): Omit<ChartSeries, 'data'> {
    return { path: series.path, unit, isDefault: true };
}

function pulseOf({ series, periods }: SeriesAnomalies): ChartOverlay {
    return {
        key: 'pulse',
        on: series,
        name: `▲ anomalies: ${series.path.at(-1)}`,
        severity: periods.reduce((worst, { severity }) => Math.max(worst, severity), 0),
        mayBeDefault: periods.length > 0,
        sample: (at, top) => pulseAt(periods, at, top)
    };
}
