import type { AnalysisResult, AnomalyData, CapacityData, ChangePointData, IdleData } from 'tmll-analysis/algorithms';
import type { Overlay } from 'tmll-viewer';
import { anomalyOverlays } from './anomaly-overlays';
import { findingOverlays, traceOverlays } from './finding-overlays';
import { forecastOverlays } from './forecast-overlays';
import { idleOverlays } from './idle-overlays';
import { levelOverlays } from './level-overlays';

type ByOutput = ReadonlyMap<string, readonly Overlay[]>;

/** What a result draws. */
export interface ResultOverlays {
    /** On series, by the id of the output they belong to. */
    readonly byOutput: ByOutput;
    /** On no series: what concerns the trace as a whole. */
    readonly wholeTrace: readonly Overlay[];
}

/**
 * What a result draws; every overlay is of the category of its module, unless it has one of its own.
 * @param method the name of the method for people
 */
export function resultOverlays(resultId: string, result: AnalysisResult, method: string): ResultOverlays {
    const { module } = result.provenance;
    const categorized = (overlays: readonly Overlay[]): Overlay[] =>
        overlays.map(each => ({ ...each, category: each.category ?? module }));
    const byOutput = overlaysByOutput(resultId, result, method);
    return {
        byOutput: new Map([...byOutput].map(([outputId, overlays]) => [outputId, categorized(overlays)])),
        wholeTrace: categorized(traceOverlays(resultId, result))
    };
}

function overlaysByOutput(resultId: string, result: AnalysisResult, method: string): ByOutput {
    switch (result.provenance.module) {
        case 'anomalies':
            return anomalyOverlays(resultId, result as AnalysisResult<AnomalyData>, method);
        case 'changepoints':
            return joined(levelOverlays(resultId, result.data as ChangePointData), findingOverlays(resultId, result));
        case 'forecast':
            return joined(forecastOverlays(resultId, result.data as CapacityData), findingOverlays(resultId, result));
        case 'idle':
            // All periods are there, also those that are findings.
            return idleOverlays(resultId, result.data as IdleData);
        default:
            return findingOverlays(resultId, result);
    }
}

function joined(first: ByOutput, second: ByOutput): ByOutput {
    const ids = new Set([...first.keys(), ...second.keys()]);
    return new Map([...ids].map(id => [id, [...(first.get(id) ?? []), ...(second.get(id) ?? [])]]));
}
