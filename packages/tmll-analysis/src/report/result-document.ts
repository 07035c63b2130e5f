import { AnomalyData } from '../anomaly/anomaly-result';
import { interpretAnomalies } from '../anomaly/interpret';
import { ChangePointData } from '../change-point/change-point-result';
import { interpretChangePoints } from '../change-point/interpret';
import { ClusteringData } from '../clustering/clustering-result';
import { interpretClustering } from '../clustering/interpret';
import { CorrelationData } from '../correlation/correlation-result';
import { interpretCorrelations } from '../correlation/interpret';
import { interpretLag } from '../correlation/lag/interpret';
import { LagData } from '../correlation/lag/lag-result';
import { interpretWindow } from '../correlation/window/interpret';
import { WindowData } from '../correlation/window/window-result';
import { DocumentSection, ReportDocument } from '../document/report-document';
import { CapacityData } from '../forecast/capacity-result';
import { interpretCapacity } from '../forecast/interpret';
import { IdleData } from '../idle/idle-result';
import { interpretIdle } from '../idle/interpret';
import { leakDocument } from '../memory/interpretation/leak-document';
import { LeakData } from '../memory/leak-result';
import { AnalysisResult } from '../series/analysis';
import { findingsSection } from './findings-section';
import { provenanceSection } from './provenance-section';

/** How the results of a module are told, by the module's id. Those without a text of their own tell their findings. */
const INTERPRETATIONS: Readonly<Record<string, (result: AnalysisResult<never>) => ReportDocument>> = {
    anomalies: (result: AnalysisResult<AnomalyData>) => interpretAnomalies(result),
    leaks: ({ data }: AnalysisResult<LeakData>) => leakDocument(data),
    changepoints: (result: AnalysisResult<ChangePointData>) => interpretChangePoints(result),
    correlate: (result: AnalysisResult<CorrelationData>) => interpretCorrelations(result),
    lag: (result: AnalysisResult<LagData>) => interpretLag(result),
    explain: (result: AnalysisResult<WindowData>) => interpretWindow(result),
    forecast: (result: AnalysisResult<CapacityData>) => interpretCapacity(result),
    idle: (result: AnalysisResult<IdleData>) => interpretIdle(result),
    cluster: (result: AnalysisResult<ClusteringData>) => interpretClustering(result)
};

/** Ids of the modules that have a text of their own. */
export const INTERPRETED_MODULES: readonly string[] = Object.keys(INTERPRETATIONS);

/**
 * What a result of any module means: the module's own interpretation, its findings, and how it was computed.
 * @param name of the module for people, the title where the module has none of its own
 */
export function resultDocument(result: AnalysisResult, name: string): ReportDocument {
    const own = INTERPRETATIONS[result.provenance.module]?.(result as AnalysisResult<never>);
    const sections: DocumentSection[] = [
        ...(own?.sections ?? []),
        findingsSection(result.findings, result.provenance.range.startNs),
        provenanceSection(result.provenance)
    ];
    return { title: own?.title ?? name, sections };
}
