import type { AnyOutput } from '../output';
import { latencyStatistics } from '../segments/latency-statistics';
import type { SegmentAnalysis } from '../segments/segment-analysis';
import { segmentOutputs } from '../segments/segment-outputs';
import type { CallSource } from './call-stacks';
import { flameChart } from './flame-chart';
import { flameGraph } from './flame-graph';
import { FunctionCalls, isFunctionEntry } from './function-calls';
import { functionDensity } from './function-density';
import { isTraceEventCall, TraceEventCalls } from './trace-event-calls';

const functions: CallSource & SegmentAnalysis = {
    id: 'org.eclipse.linuxtools.lttng2.ust.analysis.callstack',
    name: 'LTTng-UST CallStack',
    recorder: FunctionCalls,
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

const NEW_ANALYSIS = 'org.eclipse.tracecompass.lttng2.ust.core.analysis.callstack';
const FLAME_GRAPH = 'org.eclipse.tracecompass.analysis.profiling.core.flamegraph';
const FLAME_CHART = 'org.eclipse.tracecompass.analysis.profiling.core.flamechart';

/** Which instrumented functions each thread was in. */
export const functionFlameChart = flameChart(functions, {
    id: 'org.eclipse.tracecompass.internal.analysis.profiling.callstack.provider.CallStackDataProvider',
    name: 'Flame Chart',
    description: 'Show a call stack over time'
});

/** How long they took in all, by where they were called. */
export const functionFlameGraph = flameGraph(functions, {
    id: `${FLAME_GRAPH}:${NEW_ANALYSIS}`,
    name: 'LTTng-UST CallStack (new) - Flame Graph',
    description: 'Show Flame Graph provided by Analysis module: LTTng-UST CallStack (new)'
});

/** What the calls that LTTng records of instrumented functions are shown in. */
export const functionOutputs: readonly AnyOutput[] = [
    functionFlameChart,
    functionDensity(functions),
    latencyStatistics({
        id: 'org.eclipse.tracecompass.internal.analysis.profiling.core.callgraph.callgraphanalysis.statistics',
        name: 'Function Duration Statistics',
        description: 'Show the function duration statistics',
        analysis: functions
    }),
    functionFlameGraph,
    ...segmentOutputs(functions)
];

const TRACE_EVENT = 'Trace Event Callstack';
const traceEvents: CallSource & SegmentAnalysis = {
    id: 'org.eclipse.tracecompass.incubator.traceevent.analysis.callstack',
    name: TRACE_EVENT,
    recorder: TraceEventCalls,
    appliesTo: types => types.some(isTraceEventCall),
    columns: [
        {
            id: 34,
            name: 'TID',
            description: 'The ID of the thread this event belongs to',
            type: 'NUMBER',
            cell: (segments, rank) => String(segments.factAt(rank, 0))
        },
        {
            id: 35,
            name: 'Function name',
            description: 'Function name',
            type: 'STRING',
            cell: (segments, rank) => segments.nameAt(rank)
        }
    ]
};

/** The same for Chrome trace events. */
export const traceEventOutputs: readonly AnyOutput[] = [
    flameChart(traceEvents, {
        id: `${FLAME_CHART}:${traceEvents.id}`,
        name: `${TRACE_EVENT} - Flame Chart`,
        description: `Show Flame Chart provided by Analysis module: ${TRACE_EVENT}`
    }),
    flameGraph(traceEvents, {
        id: `${FLAME_GRAPH}:${traceEvents.id}`,
        name: `${TRACE_EVENT} - Flame Graph`,
        description: `Show Flame Graph provided by Analysis module: ${TRACE_EVENT}`
    }),
    ...segmentOutputs(traceEvents)
];
