import { NO_STATE } from '../columns/state-column';
import type { GraphState, OutputDescriptor, OutputEntry, TimeGraphOutput, TimeSpan } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import type { CallSource, CallStacks, ProcessStacks, ThreadStack } from './call-stacks';
import { flameChartStyle, flameChartStyles } from './flame-styles';

const ROOT = 'trace';
/** A function of which only the address is known. */
const ADDRESS = /^[0-9a-f]{16}$/;

/** Which functions each thread was in: a line for each depth of the stack. */
export function flameChart(
    { recorder, appliesTo }: CallSource,
    descriptor: Omit<OutputDescriptor, 'type'>
): TimeGraphOutput {
    return {
        kind: 'timeGraph',
        descriptor: { ...descriptor, type: 'TIME_GRAPH' },
        recorders: [recorder],
        appliesTo,
        styles: flameChartStyles,
        tree(recording) {
            const { start, end } = recording.trace;
            const { processes } = recording.of(recorder);
            const entries: OutputEntry[] = [
                { key: ROOT, labels: [recording.name], hasData: true, span: { start, end } },
                ...processes.flatMap((process, index) => entriesOf(recording, process, index))
            ];
            return { headers: [], entries };
        },
        states(recording, key, times) {
            const stacks = recording.of(recorder);
            const { process, thread, level } = find(stacks, key);
            const { start, end } = recording.trace;
            if (level !== undefined) {
                const column = thread?.levels.at(level);
                return column?.atAll(times).map(interval => {
                    const label = stacks.segments.names.at(interval.value);
                    const state: GraphState = { start: interval.start, end: Math.min(interval.end, end + 1) };
                    return label === undefined ? state : { ...state, label, style: flameChartStyle(label) };
                });
            }
            return process && [{ start, end: end + 1 }];
        },
        tooltip(recording, key, time): Readonly<Record<string, string>> {
            const stacks = recording.of(recorder);
            const { thread, level } = find(stacks, key);
            const value = level === undefined ? NO_STATE : (thread?.levels.at(level)?.at(time).value ?? NO_STATE);
            const label = stacks.segments.names.at(value);
            if (label === undefined) {
                return {};
            }
            return ADDRESS.test(label)
                ? { State: label, Address: `0x${label.replace(/^0+(?=.)/, '')}` }
                : { State: label };
        }
    };
}

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

interface Place {
    readonly process?: ProcessStacks;
    readonly thread?: ThreadStack;
    readonly level?: number;
}

/** What a key stands for. */
function find(stacks: CallStacks, key: string): Place {
    const [processIndex, threadIndex, level] = key.split('/').map(Number);
    const process = stacks.processes.at(processIndex);
    return key === ROOT ? {} : { process, thread: process?.threads.at(threadIndex), level };
}
