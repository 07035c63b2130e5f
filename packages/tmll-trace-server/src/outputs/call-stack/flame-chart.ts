import { NO_STATE } from '../columns/state-column';
import type { GraphState, OutputEntry, TimeGraphOutput, TimeSpan } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { CallStacks, isFunctionEntry, type ProcessStacks, type ThreadStack } from './call-stacks';
import { flameChartStyle, flameChartStyles } from './flame-styles';

const ROOT = 'trace';

/** Which functions each thread was in: a line for each depth of the stack. */
export const flameChart: TimeGraphOutput = {
    kind: 'timeGraph',
    descriptor: {
        id: 'org.eclipse.tracecompass.internal.analysis.profiling.callstack.provider.CallStackDataProvider',
        name: 'Flame Chart',
        description: 'Show a call stack over time',
        type: 'TIME_GRAPH'
    },
    recorders: [CallStacks],
    appliesTo: types => types.some(isFunctionEntry),
    styles: flameChartStyles,
    tree(recording) {
        const { start, end } = recording.trace;
        const entries: OutputEntry[] = [
            { key: ROOT, labels: [recording.name], hasData: true, span: { start, end } },
            ...recording.of(CallStacks).processes.flatMap((process, index) => entriesOf(recording, process, index))
        ];
        return { headers: [], entries };
    },
    states(recording, key, times) {
        const { process, thread, level } = find(recording, key);
        const { start, end } = recording.trace;
        if (level !== undefined) {
            const column = thread?.levels.at(level);
            const { names } = recording.of(CallStacks).segments;
            return column?.atAll(times).map(interval => {
                const label = names.at(interval.value);
                const state: GraphState = { start: interval.start, end: Math.min(interval.end, end + 1) };
                return label === undefined ? state : { ...state, label, style: flameChartStyle(label) };
            });
        }
        return process && [{ start, end: end + 1 }];
    },
    tooltip(recording, key, time): Readonly<Record<string, string>> {
        const { thread, level } = find(recording, key);
        const value = level === undefined ? NO_STATE : (thread?.levels.at(level)?.at(time).value ?? NO_STATE);
        const label = recording.of(CallStacks).segments.names.at(value);
        return label === undefined ? {} : { State: label, Address: `0x${label.replace(/^0+(?=.)/, '')}` };
    }
};

function entriesOf(recording: TraceRecording, process: ProcessStacks, index: number): OutputEntry[] {
    const { start, end } = recording.trace;
    const key = String(index);
    return [
        { key, parent: ROOT, labels: [process.label], hasData: true, span: { start, end } },
        ...process.threads.flatMap((thread, threadIndex) => {
            const threadKey = `${key}/${threadIndex}`;
            const labels = [thread.label];
            return [
                { key: threadKey, parent: key, labels, hasData: true, span: spanOf(recording, thread) },
                ...thread.levels.map((_, level) => ({
                    key: `${threadKey}/${level}`,
                    parent: threadKey,
                    labels,
                    hasData: true,
                    span: { start, end }
                }))
            ];
        })
    ];
}

/** From the first call of a thread to the end of the last one. */
function spanOf({ trace }: TraceRecording, { depth }: ThreadStack): TimeSpan {
    const first = depth.at(trace.start);
    return {
        start: first.value === NO_STATE ? Math.min(first.end, trace.end) : trace.start,
        end: depth.current === NO_STATE && depth.currentSince > trace.start ? depth.currentSince : trace.end + 1
    };
}

function find(
    recording: TraceRecording,
    key: string
): { process?: ProcessStacks; thread?: ThreadStack; level?: number } {
    const [processIndex, threadIndex, level] = key.split('/').map(Number);
    const process = recording.of(CallStacks).processes.at(processIndex);
    return key === ROOT ? {} : { process, thread: process?.threads.at(threadIndex), level };
}
