import { plotSection } from '../document/plot-section';
import { DocumentSection, ReportDocument } from '../document/report-document';
import { AnalysisResult } from '../series/analysis';
import { formatShare } from '../series/format';
import { worstSeverity } from '../series/severity';
import { AnomalyData, SeriesAnomalies } from './anomaly-result';
import { anomalyCurvePlot } from './plots';

const MOST_ROWS = 30;
/** So many of the most unusual series are drawn. */
const MOST_PLOTS = 12;
/** So many quiet series are named. */
const MOST_NAMED = 5;

/** How usual each series is, in words, a table and pictures; what stands out one by one is among the findings. */
export function interpretAnomalies({ data, provenance }: AnalysisResult<AnomalyData>): ReportDocument {
    const unusual = data.series
        .filter(({ periods }) => periods.length > 0)
        .sort((a, b) => worstSeverity(b.periods) - worstSeverity(a.periods));
    const quiet = data.series.filter(({ periods }) => periods.length === 0);
    const sum = (of: (series: SeriesAnomalies) => number): string =>
        data.series.reduce((total, series) => total + of(series), 0).toLocaleString('en');
    return {
        title: 'Anomaly Detection Results',
        sections: [
            {
                title: 'Overview',
                blocks: [
                    {
                        kind: 'metrics',
                        metrics: [
                            { name: 'Series', value: `${data.series.length}` },
                            { name: 'Series with Anomalies', value: `${unusual.length}` },
                            { name: 'Unusual Points', value: sum(flaggedPoints) },
                            { name: 'Periods', value: sum(({ periods }) => periods.length) },
                            { name: 'Points', value: sum(({ length }) => length) }
                        ]
                    },
                    ...(quiet.length === 0 ? [] : [{ kind: 'text' as const, text: quietText(quiet) }])
                ]
            },
            seriesTable(unusual),
            plotSection('Plots', () =>
                unusual.slice(0, MOST_PLOTS).flatMap(series => anomalyCurvePlot(series, provenance.range) ?? [])
            )
        ]
    };
}

function seriesTable(unusual: readonly SeriesAnomalies[]): DocumentSection {
    const rows = unusual.slice(0, MOST_ROWS);
    const rest = unusual.length - rows.length;
    return {
        title: 'Series with Anomalies',
        blocks:
            rows.length === 0
                ? []
                : [
                      {
                          kind: 'table',
                          columns: [
                              { title: 'Series' },
                              { title: 'Worst', align: 'right' },
                              { title: 'Periods', align: 'right' },
                              { title: 'Unusual Points', align: 'right' },
                              { title: 'Share', align: 'right' }
                          ],
                          rows: rows.map(series => [
                              series.name,
                              worstSeverity(series.periods).toFixed(0),
                              `${series.periods.length}`,
                              `${flaggedPoints(series)}`,
                              formatShare(flaggedPoints(series) / Math.max(1, series.length), 1)
                          ]),
                          places: rows.map(({ series, periods }) => {
                              const [{ startNs, endNs }] = [...periods].sort((a, b) => b.severity - a.severity);
                              return { series, startNs, endNs };
                          })
                      },
                      ...(rest === 0 ? [] : [{ kind: 'text' as const, text: `${rest} more are less unusual.` }])
                  ]
    };
}

/** Number of points of a series that stand out. */
export function flaggedPoints({ flagged, points }: SeriesAnomalies): number {
    return flagged ?? points.length;
}

function quietText(quiet: readonly SeriesAnomalies[]): string {
    const named = quiet.slice(0, MOST_NAMED).map(({ name }) => name);
    const more = quiet.length - named.length;
    return `Nothing unusual in ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
