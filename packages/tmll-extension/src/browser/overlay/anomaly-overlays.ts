import type { AnalysisResult, AnomalyData, Finding, SeriesAnomalies } from 'tmll-analysis/algorithms';
import type { Overlay, PointsOverlay, SpansOverlay } from 'tmll-viewer';
import { severityLevel } from '../severity/severity';
import { periodTooltip, pointTooltip } from './anomaly-tooltip';

/**
 * What a result draws, by the id of the output it is drawn on: for each series its points and its periods.
 * @param resultId makes the ids of overlays of several results differ
 * @param method the name of the method for people
 */
export function anomalyOverlays(
    resultId: string,
    result: AnalysisResult<AnomalyData>,
    method: string
): ReadonlyMap<string, readonly Overlay[]> {
    const byOutput = new Map<string, Overlay[]>();
    for (const series of result.data.series) {
        const overlays = byOutput.get(series.series.outputId) ?? [];
        byOutput.set(series.series.outputId, overlays);
        if (series.periods.length > 0) {
            overlays.push(periodsOverlay(resultId, series, result.findings));
        }
        if (series.points.length > 0) {
            overlays.push(pointsOverlay(resultId, series, method));
        }
    }
    return byOutput;
}

function pointsOverlay(resultId: string, { series, id, unit, points }: SeriesAnomalies, method: string): PointsOverlay {
    const ascending = [...points].sort((a, b) => compare(a.ns, b.ns));
    const origin = ascending[0].ns;
    return {
        kind: 'points',
        id: `${resultId}/${id}/points`,
        series: series.path,
        origin,
        times: Float64Array.from(ascending, point => Number(point.ns - origin)),
        values: Float64Array.from(ascending, point => point.value),
        severity: index => severityLevel(ascending[index].severity),
        tooltip: index => pointTooltip(ascending[index], unit, method)
    };
}

function periodsOverlay(
    resultId: string,
    { series, id, unit, periods }: SeriesAnomalies,
    findings: readonly Finding[]
): SpansOverlay {
    const ascending = [...periods].sort((a, b) => compare(a.startNs, b.startNs));
    const origin = ascending[0].startNs;
    const sentences = sentencesByPeriod(series.path, findings);
    return {
        kind: 'spans',
        id: `${resultId}/${id}/periods`,
        series: series.path,
        origin,
        starts: Float64Array.from(ascending, period => Number(period.startNs - origin)),
        ends: Float64Array.from(ascending, period => Number(period.endNs - origin)),
        severity: index => severityLevel(ascending[index].severity),
        tooltip: index => {
            const period = ascending[index];
            const sentence = sentences.get(`${period.startNs}-${period.endNs}`);
            return sentence ? [sentence] : periodTooltip(period, unit);
        }
    };
}

/** What the findings say of the periods of one series. */
function sentencesByPeriod(path: readonly string[], findings: readonly Finding[]): Map<string, string> {
    const own = findings.filter(({ series }) => series && series.path.join('\n') === path.join('\n'));
    return new Map(own.map(({ startNs, endNs, sentence }) => [`${startNs}-${endNs}`, sentence]));
}

function compare(a: bigint, b: bigint): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
