import { formatGrouped, formatPercent } from './format';
import { type DataTreeOutput, type OutputEntry, textHeaders, type TimeSpan } from './output';
import { LostMarkers } from './lost-events/lost-markers';
import { EventTimes } from './recording/event-times';
import type { TraceRecording } from './recording/trace-recording';

const ROOT = 'trace';
const SELECTION = 'selection';
const PERCENT = 100;

/** How many events the trace has, markers of lost ones included, in all and of each type; in a selection as well when there is one. */
export const eventStatistics: DataTreeOutput = {
    kind: 'data',
    descriptor: {
        id: 'tmll.event-statistics',
        name: 'Statistics',
        description: 'Show how many events the trace has of each type',
        type: 'DATA_TREE'
    },
    recorders: [EventTimes],
    appliesTo: () => true,
    tree: (recording, span) => ({
        headers: textHeaders('Event Type', 'Events', '%', 'First', 'Last'),
        entries: [
            ...entriesOf(recording, { key: ROOT, label: recording.name }),
            ...(span ? entriesOf(recording, { key: SELECTION, label: 'Selection', parent: ROOT, span }) : [])
        ]
    })
};

interface Group {
    readonly key: string;
    readonly label: string;
    readonly parent?: string;
    readonly span?: TimeSpan;
}

/** The line of the group, and below it those of the types that occur in it, most frequent first. */
function entriesOf(recording: TraceRecording, { key, label, parent, span }: Group): OutputEntry[] {
    const times = recording.of(EventTimes);
    const { trace } = recording;
    const lost = LostMarkers.of(trace);
    const columns = times.occurring().map(type => ({ type, column: times.of(type) }));
    const counted = (lost.times.length > 0 ? [...columns, { type: lost.type, column: lost.times }] : columns)
        .map(({ type, column }) => {
            const from = column.countUpTo((span?.start ?? -Infinity) - 1);
            const to = column.countUpTo(span?.end ?? Infinity);
            return { type, count: to - from, first: column.at(from), last: column.at(Math.max(0, to - 1)) };
        })
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count);
    const total = counted.reduce((sum, { count }) => sum + count, 0);
    const textsOf = (count: number, first: number, last: number): string[] => [
        formatGrouped(count),
        formatPercent(total > 0 ? (count * PERCENT) / total : 0),
        count > 0 ? String(trace.origin + BigInt(first)) : '',
        count > 0 ? String(trace.origin + BigInt(last)) : ''
    ];
    const first = counted.reduce((least, one) => Math.min(least, one.first), Infinity);
    const last = counted.reduce((most, one) => Math.max(most, one.last), -Infinity);
    return [
        { key, parent, labels: [label, ...textsOf(total, first, last)], hasData: true },
        ...counted.map(one => ({
            key: `${key}/${one.type.index}`,
            parent: key,
            labels: [one.type.name, ...textsOf(one.count, one.first, one.last)],
            hasData: true
        }))
    ];
}
