import type { AnalysisResult, AnomalyData, Finding, SeriesAnomalies } from 'tmll-analysis/algorithms';
import type { BandOverlay, Overlay, PointsOverlay, SpansOverlay } from 'tmll-viewer';
import { severityLevel } from '../severity/severity';
import { periodTooltip, pointTooltip } from './anomaly-tooltip';
import { EXPECTED } from './overlay-category';
import { compare, spansOverlay } from './spans-overlay';

/**
 * What a result draws, by the id of the output it is drawn on: for each series in which something stands out the band of what was
 * expected, its periods and its points.
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
        if (series.points.length > 0 || series.periods.length > 0) {
            overlays.push(...expectedBand(resultId, series));
        }
        overlays.push(...periodsOverlay(resultId, series, result.findings));
        if (series.points.length > 0) {
            overlays.push(pointsOverlay(resultId, series, method));
        }
    }
    return byOutput;
}

/** A side without a bound is open, or ends at zero where no value lies below it. */
function expectedBand(resultId: string, { series, id, curve }: SeriesAnomalies): BandOverlay[] {
    if (!curve) {
        return [];
    }
    const { originNs, times, values, lowValues, highValues } = curve;
    const floor = values.some(value => value < 0) ? -Infinity : 0;
    const isKnown = (index: number): boolean => !Number.isNaN(lowValues[index]) || !Number.isNaN(highValues[index]);
    if (!times.some((_, index) => isKnown(index))) {
        return [];
    }
    const side = (own: Float64Array, open: number): Float64Array =>
        own.map((value, index) => (Number.isNaN(value) ? (isKnown(index) ? open : NaN) : value));
    return [
        {
            kind: 'band',
            id: `${resultId}/${id}/expected`,
            series: series.path,
            category: EXPECTED,
            origin: originNs,
            times,
            low: side(lowValues, floor).map(value => Math.max(value, floor)),
            high: side(highValues, Infinity)
        }
    ];
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
): SpansOverlay[] {
    const sentences = sentencesByPeriod(series.path, findings);
    return spansOverlay(periods, {
        id: `${resultId}/${id}/periods`,
        series: series.path,
        severity: ({ severity }) => severityLevel(severity),
        tooltip: period => {
            const sentence = sentences.get(`${period.startNs}-${period.endNs}`);
            return sentence ? [sentence] : periodTooltip(period, unit);
        }
    });
}

/** What the findings say of the periods of one series. */
function sentencesByPeriod(path: readonly string[], findings: readonly Finding[]): Map<string, string> {
    const own = findings.filter(({ series }) => series && series.path.join('\n') === path.join('\n'));
    return new Map(own.map(({ startNs, endNs, sentence }) => [`${startNs}-${endNs}`, sentence]));
}
