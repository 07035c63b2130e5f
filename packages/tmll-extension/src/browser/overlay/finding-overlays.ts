import { type AnalysisResult, type Finding, formatValue, type TimeRange } from 'tmll-analysis/algorithms';
import { nls } from '@theia/core';
import type { Overlay, SpansOverlay } from 'tmll-viewer';
import { severityLevel } from '../severity/severity';
import { describeExpected } from './anomaly-tooltip';
import { spansOverlay } from './spans-overlay';

/**
 * What the findings of a result draw, by the id of the output: for each series the stretches in which something was found.
 * @param resultId makes the ids of overlays of several results differ
 */
export function findingOverlays(
    resultId: string,
    { findings, provenance }: AnalysisResult
): ReadonlyMap<string, readonly Overlay[]> {
    const bySeries = new Map<string, Finding[]>();
    for (const finding of findings) {
        if (finding.series && !coversAll(finding, provenance.range)) {
            const key = JSON.stringify([finding.series.outputId, ...finding.series.path]);
            bySeries.set(key, [...(bySeries.get(key) ?? []), finding]);
        }
    }
    const byOutput = new Map<string, Overlay[]>();
    for (const [key, own] of bySeries) {
        const [outputId, ...path] = JSON.parse(key) as string[];
        byOutput.set(outputId, [...(byOutput.get(outputId) ?? []), ...findingSpans(`${resultId}/${key}`, own, path)]);
    }
    return byOutput;
}

/** The findings of the trace as a whole; time graphs show them over all rows. */
export function traceOverlays(resultId: string, { findings, provenance }: AnalysisResult): readonly Overlay[] {
    const whole = findings.filter(finding => finding.series === undefined && !coversAll(finding, provenance.range));
    return findingSpans(`${resultId}/trace`, whole);
}

/** Of what was looked at such a share is all of it: shading it would only make the chart dull. */
const ALL = 0.98;

function coversAll(finding: TimeRange, range: TimeRange): boolean {
    return Number(finding.endNs - finding.startNs) >= ALL * Number(range.endNs - range.startNs);
}

function findingSpans(id: string, findings: readonly Finding[], series?: readonly string[]): SpansOverlay[] {
    return spansOverlay(findings, { id, series, severity: ({ severity }) => severityLevel(severity), tooltip });
}

function tooltip({ sentence, actual, expected, unit, confidence }: Finding): string[] {
    const lines = [sentence];
    if (actual !== undefined) {
        lines.push(nls.localize('tmll/overlay/value', 'Value: {0}', formatValue(actual, unit)));
    }
    const usual = expected && describeExpected(expected, unit);
    if (usual) {
        lines.push(nls.localize('tmll/overlay/expected', 'Expected: {0}', usual));
    }
    lines.push(nls.localize('tmll/overlay/confidence', 'Confidence: {0} %', Math.round(confidence * 100)));
    return lines;
}
