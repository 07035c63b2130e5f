import type { AnyOutput } from '../output';
import { latencyDensity } from './latency-density';
import { latencyScatter } from './latency-scatter';
import { latencyStatistics } from './latency-statistics';
import { latencyTable } from './latency-table';
import type { SegmentAnalysis } from './segment-analysis';

/** The outputs that show segments: how their lengths are distributed, statistics, one line each, and over time. */
export function segmentOutputs(analysis: SegmentAnalysis): AnyOutput[] {
    return [
        latencyDensity(analysis),
        latencyStatistics({
            id: `org.eclipse.tracecompass.analysis.timing.core.segmentstore.SegmentStoreStatisticsDataProvider:${analysis.id}`,
            name: `${analysis.name} - Latency Statistics`,
            description: `Show latency statistics provided by Analysis module: ${analysis.name}`,
            analysis
        }),
        latencyTable(analysis),
        latencyScatter(analysis)
    ];
}
