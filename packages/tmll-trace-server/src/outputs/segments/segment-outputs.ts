import type { AnyOutput } from '../output';
import { latencyDensity } from './latency-density';
import { latencyScatter } from './latency-scatter';
import { segmentStatistics } from './latency-statistics';
import { latencyTable } from './latency-table';
import type { SegmentAnalysis } from './segment-analysis';

/** The outputs that show segments: how their lengths are distributed, statistics, one line each, and over time. */
export function segmentOutputs(analysis: SegmentAnalysis): AnyOutput[] {
    return [latencyDensity(analysis), segmentStatistics(analysis), latencyTable(analysis), latencyScatter(analysis)];
}
