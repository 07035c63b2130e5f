import {
    AnomalyData,
    AnalysisResult,
    formatDuration,
    formatNs,
    SeriesAnomalies,
    toWire
} from 'tmll-analysis/algorithms';
import { CliContext } from './context';
import { EXIT } from './exit-status';
import { Column, table } from './table';

/** How a command that finds anomalies tells of them. */
export interface AnomalyReportOptions {
    readonly json?: boolean;
    readonly failOn?: number;
    /** Score of each point, one array a series in the order of the result, when asked for. */
    readonly scores?: readonly Float64Array[];
}

const FINDING_COLUMNS: readonly Column[] = [
    { title: 'SEVERITY', align: 'right' },
    { title: 'CONFIDENCE', align: 'right' },
    { title: 'FROM' },
    { title: 'LASTS', align: 'right' },
    { title: 'WHAT' }
];

/** Prints the anomalies as one JSON document or for people, and sets the exit status by `--fail-on`. */
export async function reportAnomalies(
    result: AnalysisResult<AnomalyData>,
    options: AnomalyReportOptions,
    context: CliContext
): Promise<void> {
    const text = options.json ? `${JSON.stringify(toJson(result, options.scores))}\n` : toText(result, options.scores);
    await context.out.write(text);
    result.provenance.warnings.forEach(warning => context.say(warning));
    const { failOn } = options;
    if (failOn !== undefined && result.findings.some(finding => finding.severity >= failOn)) {
        context.exitStatus = EXIT.findings;
    }
}

/** The document of the contract; a row's own score is the highest of its series. */
function toJson(
    { provenance, data, findings }: AnalysisResult<AnomalyData>,
    scores?: readonly Float64Array[]
): unknown {
    const series = data.series.map((each, index) => ({ ...toWire(each), scores: scores && toNumbers(scores[index]) }));
    return {
        provenance: toWire(provenance),
        series,
        findings: toWire(findings),
        scores: scores && toNumbers(highest(scores))
    };
}

function toText({ provenance, data, findings }: AnalysisResult<AnomalyData>, scores?: readonly Float64Array[]): string {
    const { experimentName, points, method, methodReason, resamplingNs } = provenance;
    const step = resamplingNs === undefined ? 'as they came' : `one every ${formatDuration(resamplingNs)}`;
    const head = [
        `${experimentName}: ${data.series.length} series, ${points} points (${step}), method ${method}`,
        methodReason,
        findings.length === 0 ? 'Nothing stands out.' : ''
    ];
    const rows = findings.map(({ severity, confidence, startNs, endNs, sentence }) => [
        severity.toFixed(0),
        confidence.toFixed(2),
        formatNs(startNs),
        lasts(endNs - startNs + 1n),
        sentence
    ]);
    const list = rows.length === 0 ? '' : table(FINDING_COLUMNS, rows);
    return `${head.filter(line => line !== '').join('\n')}\n${list}${scores ? scoreTable(data.series, scores) : ''}`;
}

/** Both ends of a finding belong to it; one that is a single ns long is a point without a width. */
function lasts(duration: bigint): string {
    return duration > 1n ? formatDuration(duration) : 'one point';
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
