import type { DataTreeOutput } from '../output';
import { latencyStatistics } from '../segments/latency-statistics';
import type { SegmentAnalysis } from '../segments/segment-analysis';
import { CallStacks, isFunctionEntry } from './call-stacks';

/** How long calls of functions take. */
export const functionCalls: SegmentAnalysis = {
    id: 'org.eclipse.linuxtools.lttng2.ust.analysis.callstack',
    name: 'LTTng-UST CallStack',
    recorder: CallStacks,
    appliesTo: types => types.some(isFunctionEntry),
    columns: [
        {
            id: 36,
            name: 'Function name',
            description: 'Function name',
            type: 'STRING',
            cell: (segments, rank) => segments.nameAt(rank)
        }
    ]
};

/** Statistics of the durations of functions. */
export const functionDurationStatistics: DataTreeOutput = latencyStatistics({
    id: 'org.eclipse.tracecompass.internal.analysis.profiling.core.callgraph.callgraphanalysis.statistics',
    name: 'Function Duration Statistics',
    description: 'Show the function duration statistics',
    analysis: functionCalls
});
