import { type AnalysisResult, type Finding, formatValue } from 'tmll-analysis/algorithms';
import { nls } from '@theia/core';
import type { Overlay, SpansOverlay } from 'tmll-viewer';
import { severityLevel } from '../severity/severity';
import { describeExpected } from './anomaly-tooltip';

/**
 * What the findings of a result draw, by the id of the output: for each series the stretches in which something was found. Findings of
 * the trace as a whole are not drawn.
 * @param resultId makes the ids of overlays of several results differ
 */
export function findingOverlays(
    resultId: string,
    { findings }: AnalysisResult
): ReadonlyMap<string, readonly Overlay[]> {
    const bySeries = new Map<string, Finding[]>();
    for (const finding of findings) {
        if (finding.series) {
            const key = JSON.stringify([finding.series.outputId, ...finding.series.path]);
            bySeries.set(key, [...(bySeries.get(key) ?? []), finding]);
        }
    }
    const byOutput = new Map<string, Overlay[]>();
    for (const [key, own] of bySeries) {
        const [outputId, ...path] = JSON.parse(key) as string[];
        byOutput.set(outputId, [...(byOutput.get(outputId) ?? []), spans(`${resultId}/${key}`, path, own)]);
    }
    return byOutput;
}

function spans(id: string, series: readonly string[], findings: readonly Finding[]): SpansOverlay {
    const ascending = [...findings].sort((a, b) => (a.startNs < b.startNs ? -1 : a.startNs > b.startNs ? 1 : 0));
    const origin = ascending[0].startNs;
    return {
        kind: 'spans',
        id,
        series,
        origin,
        starts: Float64Array.from(ascending, ({ startNs }) => Number(startNs - origin)),
        ends: Float64Array.from(ascending, ({ endNs }) => Number(endNs - origin)),
        severity: index => severityLevel(ascending[index].severity),
        tooltip: index => tooltip(ascending[index])
    };
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
