import type { EventType } from '../../trace/trace';
import { filterConfiguration } from '../filter/filter-configuration';
import type { OutputEntry, XyOutput } from '../output';
import { EventTimes } from '../recording/event-times';
import type { TraceRecording } from '../recording/trace-recording';
import { eventsPerSecond } from './events-per-second';
import { filteredRate } from './filtered-rate';

const ROOT = 'trace';

/** Events per second in all, by kind of event, and by event type. */
export const eventRate: XyOutput = {
    kind: 'xy',
    descriptor: {
        id: 'tmll.event-rate',
        name: 'Event Rate',
        description: 'Show how many events per second the trace has of each type',
        type: 'TREE_TIME_XY'
    },
    configuration: filterConfiguration(
        {
            id: 'tmll.event-rate.filter',
            name: 'Event Rate of a filter',
            description: 'Show how many events per second meet a condition'
        },
        filteredRate
    ),
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
