import type { AnalysisResult, AnomalyData } from 'tmll-analysis/algorithms';
import type { Overlay } from 'tmll-viewer';
import { anomalyOverlays } from './anomaly-overlays';
import { findingOverlays } from './finding-overlays';

/**
 * What a result draws, by the id of the output it is drawn on; every overlay is of the category of its module.
 * @param method the name of the method for people
 */
export function resultOverlays(
    resultId: string,
    result: AnalysisResult,
    method: string
): ReadonlyMap<string, readonly Overlay[]> {
    const { module } = result.provenance;
    const byOutput =
        module === 'anomalies'
            ? anomalyOverlays(resultId, result as AnalysisResult<AnomalyData>, method)
            : findingOverlays(resultId, result);
    return new Map(
        [...byOutput].map(([outputId, overlays]) => [outputId, overlays.map(each => ({ ...each, category: module }))])
    );
}
