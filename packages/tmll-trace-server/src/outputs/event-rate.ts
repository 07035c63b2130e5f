import type { EventType } from '../trace/trace';
import type { TimeColumn } from './columns/time-column';
import type { OutputEntry, Sampling, XyOutput } from './output';
import { EventTimes } from './recording/event-times';
import type { TraceRecording } from './recording/trace-recording';
import { rates } from './sample';

const ROOT = 'trace';
const NS_PER_SECOND = 1e9;

/** Events per second in all, by kind of event, and by event type. */
export const eventRate: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'tmll.event-rate',
        name: 'Event Rate',
        description: 'Show how many events per second the trace has of each type',
        type: 'TREE_TIME_XY'
    },
    recorders: [EventTimes],
    appliesTo: () => true,
    tree(recording) {
        const entries: OutputEntry[] = [{ key: ROOT, labels: [recording.name], hasData: true, isDefault: true }];
        for (const [kind, types] of kindsOf(recording)) {
            const group = types.length > 1 ? `kind:${kind}` : ROOT;
            if (group !== ROOT) {
                entries.push({ key: group, parent: ROOT, labels: [kind], hasData: true });
            }
            for (const type of types) {
                entries.push({ key: `type:${type.index}`, parent: group, labels: [type.name], hasData: true });
            }
        }
        return { headers: [], entries };
    },
    series(recording, key, sampling) {
        const times = recording.of(EventTimes);
        const types = typesOf(recording, key);
        const label = types && labelOf(key, types);
        return (
            types && {
                name: label === undefined ? recording.name : `${recording.name}/${label}`,
                values: eventsPerSecond(
                    recording,
                    types.map(type => times.of(type)),
                    sampling
                ),
                unit: 'events/s'
            }
        );
    }
};

/**
 * Events per second in the bin before each time, of which only the part inside the trace counts. A first bin that lies
 * before the trace has no rate of its own and takes that of the next: a zero would look like a change at the start.
 */
function eventsPerSecond(recording: TraceRecording, columns: readonly TimeColumn[], sampling: Sampling): Float64Array {
    const { start, end } = recording.trace;
    const count = (time: number): number => columns.reduce((sum, column) => sum + column.countUpTo(time), 0);
    const inside = { times: sampling.times.map(clamp), before: clamp(sampling.before) };
    const values = rates(inside, count, NS_PER_SECOND);
    if (values.length > 1 && sampling.times[0] <= start && sampling.times[1] > start) {
        values[0] = values[1];
    }
    return values;

    function clamp(time: number): number {
        return Math.min(Math.max(time, start), end);
    }
}

/** The part of a type's name that says what kind of event it is: LTTng UST's provider, or the kernel's subsystem. */
function kindOf({ name }: EventType): string {
    return /^[^:]+(?=:)/.exec(name)?.[0] ?? /^(?:syscall_(?:entry|exit)|[^_]+)/.exec(name)?.[0] ?? name;
}

function kindsOf(recording: TraceRecording): Map<string, EventType[]> {
    const kinds = new Map<string, EventType[]>();
    for (const type of recording.of(EventTimes).occurring()) {
        const kind = kindOf(type);
        const types = kinds.get(kind);
        if (types) {
            types.push(type);
        } else {
            kinds.set(kind, [type]);
        }
    }
    return kinds;
}

function typesOf(recording: TraceRecording, key: string): EventType[] | undefined {
    if (key === ROOT) {
        return recording.of(EventTimes).occurring();
    }
    const [level, rest] = [key.slice(0, 5), key.slice(5)];
    if (level === 'kind:') {
        return kindsOf(recording).get(rest);
    }
    const type = level === 'type:' ? recording.trace.eventTypes[Number(rest)] : undefined;
    return type && [type];
}

function labelOf(key: string, types: readonly EventType[]): string | undefined {
    if (key === ROOT) {
        return undefined;
    }
    return key.startsWith('kind:') ? kindOf(types[0]) : types[0].name;
}
