import type { Trace } from '../../trace/trace';
import type { OutputSeries, Sampling, XyOutput } from '../output';
import { EventTimes } from '../recording/event-times';
import { recordTrace } from '../recording/record-trace';
import { TraceRecording } from '../recording/trace-recording';
import { outputs } from '../registry';

/** A recording of a trace, called `t`, that is ready to record what all outputs that apply to it need. */
export function prepare(trace: Trace): TraceRecording {
    const recording = new TraceRecording(trace, 't');
    recording.of(EventTimes);
    for (const output of outputs.filter(candidate => candidate.appliesTo(trace.eventTypes))) {
        output.recorders.forEach(kind => recording.of(kind));
    }
    return recording;
}

/** Records a trace for all outputs that apply to it. */
export async function record(trace: Trace): Promise<TraceRecording> {
    const recording = prepare(trace);
    await recordTrace(recording, () => undefined, new AbortController().signal);
    return recording;
}

/** Times one by one; `before` is where the first one's bin begins. */
export function at(before: number, ...times: number[]): Sampling {
    return { before, times: Float64Array.from(times) };
}

/** The entry of a path of first labels, without the trace's own; throws when there is none. */
export function entryOf(output: XyOutput, recording: TraceRecording, ...path: string[]): string {
    const { entries } = output.tree(recording);
    let key = entries[0].key;
    for (const label of path) {
        const found = entries.find(({ parent, labels }) => parent === key && labels[0] === label);
        if (!found) {
            throw new Error(`No entry ${path.join('/')}: ${paths(output, recording).join(', ')}`);
        }
        ({ key } = found);
    }
    return key;
}

/** The series of an entry found by its labels. */
export function seriesOf(
    output: XyOutput,
    recording: TraceRecording,
    sampling: Sampling,
    ...path: string[]
): OutputSeries & { readonly list: number[] } {
    const series = output.series(recording, entryOf(output, recording, ...path), sampling);
    if (!series) {
        throw new Error(`${path.join('/')} has no data`);
    }
    return { ...series, list: [...series.values] };
}

/** All entries as paths of first labels; those with data end in `*`. */
export function paths(output: XyOutput, recording: TraceRecording): string[] {
    const { entries } = output.tree(recording);
    const byKey = new Map(entries.map(entry => [entry.key, entry]));
    return entries.map(entry => {
        const labels: string[] = [];
        for (let up: typeof entry | undefined = entry; up; up = byKey.get(up.parent ?? '')) {
            labels.unshift(up.labels[0]);
        }
        return labels.join('/') + (entry.hasData ? '*' : '');
    });
}
