import type { OutputEntry, OutputTree, TimeSpan } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import type { SegmentAnalysis } from './segment-analysis';

const ROOT = 'trace';
const NAME = 'name:';

/** The names of the segments that start in a span, under their groups. */
export function nameTree(recording: TraceRecording, analysis: SegmentAnalysis, span?: TimeSpan): OutputTree {
    const { start, end } = recording.trace;
    const entries = new Map<string, OutputEntry>();
    entries.set(ROOT, { key: ROOT, labels: [recording.name], hasData: true });
    for (const name of recording.of(analysis.recorder).segments.namesIn(span ?? { start, end })) {
        const group = analysis.groupOf?.(name);
        const groupKey = group === undefined ? ROOT : `group:${group}`;
        if (group !== undefined && !entries.has(groupKey)) {
            entries.set(groupKey, { key: groupKey, parent: ROOT, labels: [group], hasData: true });
        }
        const key = NAME + name;
        entries.set(key, { key, parent: groupKey, labels: [name], hasData: true });
    }
    return { headers: [], entries: [...entries.values()] };
}

/** The name that an entry stands for; undefined for a trace or a group. */
export function nameOf(key: string): string | undefined {
    return key.startsWith(NAME) ? key.slice(NAME.length) : undefined;
}
