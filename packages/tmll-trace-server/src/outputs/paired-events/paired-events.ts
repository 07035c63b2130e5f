import { maxPerBin } from '../columns/max-per-bin';
import { meanPerBin } from '../columns/mean-per-bin';
import type { OutputEntry, Sampling, XyOutput } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { EventPairs, type PairedIntervals } from './event-pairs';
import { findPairs } from './pair-names';

const ROOT = 'trace';
/** Pairs whose latency a viewer shows, and an analysis looks at, first: those in which most time was spent. */
const MAX_SHOWN = 8;

/** A series that each pair has. */
interface Measure {
    readonly label: string;
    readonly unit: string;
    values(pair: PairedIntervals, sampling: Sampling): Float64Array;
}

const LATENCY = 'latency';
const measures: ReadonlyMap<string, Measure> = new Map([
    [
        LATENCY,
        { label: LATENCY, unit: 'ns', values: ({ intervals }, sampling) => meanPerBin(intervals.samples, sampling) }
    ],
    [
        'max',
        {
            label: 'max latency',
            unit: 'ns',
            values: ({ intervals }, sampling) => maxPerBin(intervals.samples, sampling)
        }
    ],
    ['flight', { label: 'in flight', unit: '', values: (pair, { times }) => times.map(time => pair.inFlight(time)) }]
]);

/** How long it takes from events to those that end what they begin, and how many are under way. */
export const pairedEvents: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'tmll.paired-events',
        name: 'Paired Events',
        description:
            'Show the latency of what begins with one event and ends with another (begin/end, entry/exit, start/stop), and how many are in flight',
        type: 'TREE_TIME_XY'
    },
    recorders: [EventPairs],
    appliesTo: types => findPairs(types).length > 0,
    tree(recording) {
        const { pairs } = recording.of(EventPairs);
        const shown = new Set([...pairs].sort((a, b) => b.intervals.total - a.intervals.total).slice(0, MAX_SHOWN));
        const entries = pairs.flatMap(pair => entriesOf(pair, shown.has(pair)));
        return { headers: [], entries: [{ key: ROOT, labels: [recording.name], hasData: false }, ...entries] };
    },
    series(recording, key, sampling) {
        const { pair, measure } = find(recording, key);
        return (
            pair &&
            measure && {
                name: `${recording.name}/${pair.name}/${measure.label}`,
                values: measure.values(pair, sampling),
                unit: measure.unit
            }
        );
    }
};

function entriesOf({ name }: PairedIntervals, isShown: boolean): OutputEntry[] {
    const parent = `pair:${name}`;
    return [
        { key: parent, parent: ROOT, labels: [name], hasData: false },
        ...[...measures].map(([key, { label }]) => ({
            key: `${key}:${name}`,
            parent,
            labels: [label],
            hasData: true,
            isDefault: isShown && key === LATENCY ? true : undefined
        }))
    ];
}

function find(recording: TraceRecording, key: string): { pair?: PairedIntervals; measure?: Measure } {
    const separator = key.indexOf(':');
    const name = key.slice(separator + 1);
    return {
        pair: recording.of(EventPairs).pairs.find(pair => pair.name === name),
        measure: measures.get(key.slice(0, separator))
    };
}
