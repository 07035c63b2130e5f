import { AnalysisResult, AnomalyData, formatDuration, SeriesAnomalies, toWire } from 'tmll-analysis/algorithms';
import { findingTable } from './finding-table';
import { Column, table } from './table';

/** Score of each point, one array a series in the order of the result, when asked for. */
export type Scores = readonly Float64Array[] | undefined;

/** The part of the document that is about anomalies; a row's own score is the highest of its series. */
export function anomalyJson({ data }: AnalysisResult<AnomalyData>, scores?: Scores): object {
    const series = data.series.map((each, index) => ({
        // The curve is for drawing.
        ...toWire({ ...each, curve: undefined }),
        scores: scores && toNumbers(scores[index])
    }));
    return { series, scores: scores && toNumbers(highest(scores)) };
}

/** The anomalies for people. */
export function anomalyText({ provenance, data, findings }: AnalysisResult<AnomalyData>, scores?: Scores): string {
    const { experimentName, points, method, methodReason, resamplingNs } = provenance;
    const step = resamplingNs === undefined ? 'as they came' : `one every ${formatDuration(resamplingNs)}`;
    const head = [
        `${experimentName}: ${data.series.length} series, ${points} points (${step}), method ${method}`,
        methodReason,
        findings.length === 0 ? 'Nothing stands out.' : ''
    ];
    const lines = head.filter(line => line !== '').join('\n');
    return `${lines}\n${findingTable(findings)}${scores ? scoreTable(data.series, scores) : ''}`;
}

function scoreTable(series: readonly SeriesAnomalies[], scores: readonly Float64Array[]): string {
    const columns = ['ROW', ...series.map(({ name }) => name)].map((title): Column => ({ title, align: 'right' }));
    const rows = Array.from(scores[0], (_, row) => [`${row + 1}`, ...scores.map(column => column[row].toPrecision(6))]);
    return `\n${table(columns, rows)}`;
}

/** Per row the highest score of all series, NaN where none has one. */
function highest(scores: readonly Float64Array[]): Float64Array {
    return scores[0].map((first, row) =>
        scores.reduce((most, column) => (column[row] > most || Number.isNaN(most) ? column[row] : most), first)
    );
}

function toNumbers(values: Float64Array): (number | null)[] {
    return Array.from(values, value => (Number.isFinite(value) ? value : null));
}
