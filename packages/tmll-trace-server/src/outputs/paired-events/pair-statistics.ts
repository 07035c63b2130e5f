import { type DataTreeOutput, type OutputEntry, textHeaders, type TimeSpan } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { statisticsHeaders, statisticsLabels } from '../statistics-labels';
import { EventPairs } from './event-pairs';
import { pairedEvents } from './paired-events';

const ROOT = 'trace';
const SELECTION = 'selection';

/** Statistics of the latencies of pairs of events, by what they were matched, and how many events found no partner. */
export const pairStatistics: DataTreeOutput = {
    kind: 'data',
    descriptor: {
        id: 'tmll.paired-events.statistics',
        name: 'Paired Events Statistics',
        description: 'Show the latency statistics of pairs of events, and how they were matched',
        type: 'DATA_TREE'
    },
    recorders: pairedEvents.recorders,
    appliesTo: pairedEvents.appliesTo,
    tree: (recording, span) => ({
        headers: [...statisticsHeaders, ...textHeaders('Unmatched', 'Matched By')],
        entries: [
            { key: ROOT, labels: withoutValues(recording.name), hasData: false },
            ...entriesOf(recording, ROOT),
            ...(span
                ? [
                      { key: SELECTION, parent: ROOT, labels: withoutValues('Selection'), hasData: false },
                      ...entriesOf(recording, SELECTION, span)
                  ]
                : [])
        ]
    })
};

function entriesOf(recording: TraceRecording, parent: string, span?: TimeSpan): OutputEntry[] {
    const { pairs } = recording.of(EventPairs);
    return pairs.flatMap(({ name, intervals, unmatched, key }) => {
        const statistics = intervals.statistics(span?.start, span?.end);
        if (!statistics) {
            return [];
        }
        const labels = statisticsLabels(name, statistics, recording.trace.origin);
        const matching = span ? ['', ''] : [String(unmatched), key === '' ? 'order' : key];
        return [{ key: `${parent}/${name}`, parent, labels: [...labels, ...matching], hasData: true }];
    });
}

function withoutValues(label: string): string[] {
    return [label, ...Array.from({ length: statisticsHeaders.length + 1 }, () => '')];
}
