import type { EventType, FieldType, FieldValue, TraceEvent } from '../../trace/trace';
import { processOf, threadOf } from '../field-access';
import type { Scheduling } from '../scheduling/scheduling';
import type { EventPair } from './pair-names';

/** What a part of a key is in one event; undefined when the event does not have it. */
export type KeyValue = number | bigint | string | undefined;

/** Something that both ends of a pair have, and that may tell which end belongs to which beginning. */
export interface KeyPart {
    /** The field's name, or `thread`, `CPU`, `process`. */
    readonly name: string;
    readonly kind: 'identity' | 'place' | 'process' | 'other';
    valueOf(event: TraceEvent): KeyValue;
}

/** Fields that by convention say which one it is: a request, a connection, a sector of a disk, an object in memory. */
const IDENTITY =
    /(?:^|_)(?:id|uid|uuid|guid|seq|seqno|sequence|xid|req|request|rq|tid|pid|handle|cookie|token|sector|dev|addr|address|ptr|pointer|key|irq|vec|fd|skbaddr|callback|conn|connection|session|transaction|txn|job|task)$/i;
/** `requestId`, and `nr_sector`, which is a number of sectors. */
const IDENTITY_IN_CAMEL_CASE = /[a-z]I[dD]$/;
const COUNT = /^(?:nr|num|count|n)_/i;
const MAX_FIELDS = 12;

/** The parts that the key of a pair may have: its shared fields, then where its events happen. */
export function keyParts({ begins, ends }: EventPair, scheduling: Scheduling | undefined): KeyPart[] {
    const shared = begins[0].fields.filter(field =>
        [...begins, ...ends].every(type => type.fields.some(({ name, kind }) => name === field.name && canTell(kind)))
    );
    const types = [...begins, ...ends];
    const namesThread = scheduling !== undefined || types.every(type => hasContext(type, /^(?:v?tid|perf_tid)$/));
    const place: KeyPart = namesThread
        ? { name: 'thread', kind: 'place', valueOf: event => placeOf(event, scheduling) }
        : { name: 'CPU', kind: 'place', valueOf: ({ cpu }) => cpu };
    const process: KeyPart[] = types.every(type => hasContext(type, /^(?:v?pid|perf_pid)$/))
        ? [{ name: 'process', kind: 'process', valueOf: processOf }]
        : [];
    return [...shared.slice(0, MAX_FIELDS).map(fieldPart), place, ...process];
}

function canTell(kind: FieldType['kind']): boolean {
    return kind === 'integer' || kind === 'string' || kind === 'enumeration';
}

function fieldPart({ name }: FieldType): KeyPart {
    const isIdentity = (IDENTITY.test(name) || IDENTITY_IN_CAMEL_CASE.test(name)) && !COUNT.test(name);
    return { name, kind: isIdentity ? 'identity' : 'other', valueOf: ({ fields }) => scalarOf(fields[name]) };
}

function scalarOf(value: FieldValue | undefined): KeyValue {
    if (typeof value !== 'object') {
        return value;
    }
    return 'value' in value ? (value as { value: number | bigint }).value : undefined;
}

/** The thread of an event. The idle thread, which all CPUs share, and an unknown one are told apart by CPU. */
function placeOf(event: TraceEvent, scheduling: Scheduling | undefined): KeyValue {
    const thread = threadOf(event) ?? scheduling?.runningOn(event.cpu);
    return thread ? thread : `cpu ${event.cpu}`;
}

function hasContext({ context, fields }: EventType, name: RegExp): boolean {
    return (
        context.some(field => name.test(field.name)) ||
        fields.some(field => field.name.startsWith('perf_') && name.test(field.name))
    );
}
