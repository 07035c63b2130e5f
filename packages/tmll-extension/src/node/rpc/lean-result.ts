import { AnomalyData, foremost, Wire } from 'tmll-analysis/algorithms';
import type { StoredResult } from 'tmll-service/protocol';

/** More findings than these nobody reads, and a list of all would keep a window from answering. */
const MOST_FINDINGS = 1_000;
/** More marks of a series than these cannot be told apart on a chart. */
const MOST_MARKS = 1_000;

type Anomalies = Wire<AnomalyData>;

/**
 * A result as a window can show it: of a great many findings, and of marks on a series, the most severe. What was left out is said
 * among the warnings; the service keeps all of it.
 */
export function leanResult(result: StoredResult): StoredResult {
    const findings = foremost(result.findings, MOST_FINDINGS);
    const data = result.provenance.module === 'anomalies' ? leanAnomalies(result.data as Anomalies) : result.data;
    if (findings === result.findings && data === result.data) {
        return result;
    }
    const warning =
        `Of ${result.findings.length.toLocaleString('en')} findings and their marks the most severe are shown; ` +
        `the command line above tells all.`;
    const { provenance } = result;
    return { ...result, findings, data, provenance: { ...provenance, warnings: [...provenance.warnings, warning] } };
}

function leanAnomalies(data: Anomalies): Anomalies {
    const series = data.series.map(each => {
        const points = foremost(each.points, MOST_MARKS);
        const periods = foremost(each.periods, MOST_MARKS);
        const isWhole = points === each.points && periods === each.periods;
        return isWhole ? each : { ...each, points, periods, flagged: each.flagged ?? each.points.length };
    });
    return series.every((each, index) => each === data.series[index]) ? data : { ...data, series };
}
