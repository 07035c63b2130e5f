import type { GenericXyOutput } from '../output';
import { longestSegment } from '../segments/latency-density';
import { type CallSource, THREAD, UNKNOWN_PROCESS } from './call-stacks';

const ROOT = 'trace';

/** How many calls of each process took how long. */
export function functionDensity({ recorder, appliesTo }: CallSource): GenericXyOutput {
    return {
        kind: 'genericXy',
        descriptor: {
            id: 'org.eclipse.tracecompass.analysis.profiling.core.callstack.functiondensity.provider',
            name: 'Function Density View',
            description: 'Shows the distribution of function execution time',
            type: 'TREE_GENERIC_XY'
        },
        recorders: [recorder],
        appliesTo,
        xAxis: { label: 'Execution Time', unit: 'ns', dataType: 'DURATION' },
        yAxis: { label: 'Number of Executions', unit: '', dataType: 'NUMBER' },
        tree: recording => ({
            headers: [],
            entries: [
                { key: ROOT, labels: [recording.name], hasData: true },
                ...recording.of(recorder).processes.map(({ label }) => ({
                    key: label,
                    parent: ROOT,
                    labels: [shownLabel(label)],
                    hasData: true
                }))
            ]
        }),
        extent: recording => longestSegment(recording.of(recorder).segments),
        series(recording, key, ranges, { start: from, end: to }) {
            const values = new Float64Array(ranges.count);
            const { segments, processes } = recording.of(recorder);
            const own = processes.filter(({ label }) => label === key);
            const threads = new Set(own.flatMap(process => process.threads.map(({ tid }) => tid)));
            for (const rank of segments.touching({ start: from, end: to })) {
                if (threads.has(segments.factAt(rank, THREAD))) {
                    const { start, end } = segments.at(rank);
                    values[ranges.indexOf(end - start)]++;
                }
            }
            return { name: key === ROOT ? recording.name : shownLabel(key), values };
        }
    };
}

/** Trace Compass calls an unknown process otherwise here than in the flame chart. */
function shownLabel(label: string): string {
    return label === UNKNOWN_PROCESS ? 'UNKNOWN_PID' : label;
}
