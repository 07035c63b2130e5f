import type { TimeGraphOutput } from '../output';
import type { TraceRecording } from '../recording/trace-recording';

/** The states of an entry over the whole trace, as `start-end style label`; `-` where nothing is known. */
export function statesOf(output: TimeGraphOutput, recording: TraceRecording, key: string): string[] {
    const { start, end } = recording.trace;
    const times = Float64Array.from({ length: end - start + 1 }, (_, index) => start + index);
    return (output.states(recording, key, times) ?? []).map(state =>
        [`${state.start}-${state.end}`, state.style?.parentKey ?? '-', state.label].filter(Boolean).join(' ')
    );
}

/** The key of the entry that has a label as its first one (the first of several); throws when there is none. */
export function keyOf(output: TimeGraphOutput, recording: TraceRecording, label: string): string {
    const { entries } = output.tree(recording);
    const found = entries.find(({ labels }) => labels[0] === label);
    if (!found) {
        throw new Error(`No ${label} among ${entries.map(({ labels }) => labels[0]).join(', ')}`);
    }
    return found.key;
}
