import type { EventType, FieldType } from '../../trace/trace';
import { processOf, PROCESS_FIELDS, threadOf, THREAD_FIELDS } from '../field-access';
import { formatTimeOfDay } from '../format';
import type { TableColumn } from '../output';
import type { TraceRecording } from '../recording/trace-recording';
import { isThreadSwitch, Scheduling } from '../scheduling/scheduling';
import { formatContents, formatContext } from './contents';
import type { PlacedEvent } from './merged-reader';

/** A column of the events table and how to fill it. */
export interface EventColumn extends TableColumn {
    /** Whether the events of these traces may have it. */
    appliesTo(recordings: readonly TraceRecording[]): boolean;
    /** The cell's text, empty when the event has no such value. */
    cell(placed: PlacedEvent): string;
}

/** The columns in their order, with the ids that Trace Compass gives them first. */
export const eventColumns: readonly EventColumn[] = [
    {
        id: 14,
        name: 'Trace',
        description: 'The name of the trace',
        type: 'STRING',
        appliesTo: recordings => recordings.length > 1,
        cell: ({ recording }) => recording.name
    },
    {
        id: 0,
        name: 'Timestamp',
        description: '',
        type: 'TIMESTAMP',
        appliesTo: always,
        cell: ({ ns }) => formatTimeOfDay(ns)
    },
    {
        id: 1,
        name: 'Channel',
        description: 'A channel is a set of events with specific parameters and potentially added context information.',
        type: 'STRING',
        appliesTo: always,
        cell: ({ event }) => event.stream.file.slice(event.stream.file.lastIndexOf('/') + 1)
    },
    {
        id: 2,
        name: 'CPU',
        description: 'The CPU on which this event was taken',
        type: 'NUMBER',
        appliesTo: always,
        cell: ({ event }) => (event.cpu < 0 ? '' : String(event.cpu))
    },
    {
        id: 3,
        name: 'Event type',
        description: 'The type of this event. This normally determines the field layout.',
        type: 'STRING',
        appliesTo: always,
        cell: ({ event }) => event.type.name
    },
    {
        id: 4,
        name: 'Contents',
        description: 'The fields (or payload) of this event',
        type: 'STRING',
        appliesTo: always,
        cell: ({ event }) => formatContents(event)
    },
    {
        id: 7,
        name: 'Stream Context',
        description: 'The per-stream context of an event. The value can change for every event.',
        type: 'STRING',
        appliesTo: recordings => hasType(recordings, type => type.context.length > 0),
        cell: ({ event }) => formatContext(event)
    },
    {
        id: 9,
        name: 'TID',
        description: 'The ID of the thread this event belongs to',
        type: 'NUMBER',
        appliesTo: recordings => isScheduled(recordings) || names(recordings, THREAD_FIELDS),
        cell: placed => text(threadOf(placed.event) ?? schedule(placed)?.threads.at(placed.time - 1))
    },
    {
        id: 10,
        name: 'Prio',
        description: 'The priority of the thread this event belongs to',
        type: 'NUMBER',
        appliesTo: isScheduled,
        cell: placed => text(schedule(placed)?.priorities.at(placed.time - 1))
    },
    {
        id: 11,
        name: 'PID',
        description: 'The ID of the process this event belongs to',
        type: 'NUMBER',
        appliesTo: recordings => names(recordings, PROCESS_FIELDS),
        cell: ({ event }) => text(processOf(event))
    },
    {
        id: 13,
        name: 'Timestamp ns',
        description: 'Timestamp in nanoseconds, normalized and useful for calculations',
        type: 'NUMBER',
        appliesTo: always,
        cell: ({ ns }) => String(ns)
    }
];

function always(): boolean {
    return true;
}

function hasType(recordings: readonly TraceRecording[], predicate: (type: EventType) => boolean): boolean {
    return recordings.some(({ trace }) => trace.eventTypes.some(predicate));
}

/** Whether events have one of these contexts, or perf's fields for them. */
function names(recordings: readonly TraceRecording[], contexts: readonly string[]): boolean {
    const isNamed = ({ name }: FieldType): boolean => contexts.includes(name);
    return hasType(
        recordings,
        ({ context, fields }) =>
            context.some(isNamed) || fields.some(field => field.name.startsWith('perf_') && isNamed(field))
    );
}

function isScheduled(recordings: readonly TraceRecording[]): boolean {
    return hasType(recordings, isThreadSwitch);
}

/** The CPU on which the event happened; a switch belongs to the thread it leaves, so its own effect does not count yet. */
function schedule({ event, recording }: PlacedEvent): ReturnType<Scheduling['cpu']> {
    return recording.of(Scheduling).cpu(event.cpu);
}

function text(value: number | undefined): string {
    return value === undefined || Number.isNaN(value) ? '' : String(value);
}
