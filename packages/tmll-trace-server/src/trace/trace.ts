/**
 * A trace as the outputs see it, whatever format it was recorded in. Readers (`ctf/`, `trace-event/`) implement it;
 * `outputs/` and `server/` know nothing else of the files.
 *
 * Times are offsets in ns from `Trace.origin` (a double is exact for 104 days of them); the origin is ns since the epoch.
 */

/** An integer of a trace: a number where it is safe, else a bigint. */
export type TraceInteger = number | bigint;

/** The decoded value of a field. Structures are objects, arrays and sequences of them are arrays. */
export type FieldValue = TraceInteger | string | EnumValue | FieldValue[] | { readonly [field: string]: FieldValue };

/** An enumeration's value: the integer and the labels of all ranges that hold it (mostly one; none when unknown). */
export interface EnumValue {
    readonly value: TraceInteger;
    readonly labels: readonly string[];
}

export type FieldKind =
    'integer' | 'float' | 'string' | 'enumeration' | 'structure' | 'variant' | 'array' | 'sequence' | 'blob';

/** One field of an event's payload or context, as declared by the trace's metadata. */
export interface FieldType {
    readonly name: string;
    readonly kind: FieldKind;
    /** Integers: the base in which the tracer wants it shown (2, 8, 10 or 16). */
    readonly base?: number;
    readonly signed?: boolean;
    /** Integers, enumerations and floating point numbers: how many bits they have. */
    readonly size?: number;
    /** Enumerations: all labels, in the order of their declaration. */
    readonly labels?: readonly string[];
    /** Structures and variants: their members; arrays and sequences: the element type as the only one. */
    readonly members?: readonly FieldType[];
}

/** A kind of event: what its name, fields and contexts are. One object per type and trace; compare by identity. */
export interface EventType {
    /** Dense index of the type within its trace, from 0. */
    readonly index: number;
    /** Name without provider changes, e.g. `sched_switch`, `lttng_ust_libc:malloc`, `shop:gauge`. */
    readonly name: string;
    readonly fields: readonly FieldType[];
    /** Event contexts (stream event context and event context, merged): `vpid`, `procname`, `ip`, … */
    readonly context: readonly FieldType[];
    readonly logLevel?: number;
    /** Trace events: the phase, which says what an event does: `B` begins something, `C` counts, … */
    readonly phase?: string;
}

/** A data stream: one file of the trace, or what one CPU's or thread's buffer wrote. */
export interface TraceStream {
    readonly index: number;
    /** Path of the stream's file, relative to the trace. */
    readonly file: string;
    /** The channel's name, without the CPU number: `ch0`. */
    readonly channel: string;
}

/**
 * An event. **Reused** by the cursor that yields it: valid until the next call of `next()`; copy what you keep.
 * `fields` and `context` are fresh per event and may be kept.
 */
export interface TraceEvent {
    readonly time: number;
    readonly type: EventType;
    readonly stream: TraceStream;
    /** CPU of the packet (`cpu_id`), -1 when the trace does not say. */
    readonly cpu: number;
    readonly fields: Readonly<Record<string, FieldValue>>;
    readonly context: Readonly<Record<string, FieldValue>>;
}

export interface ReadOptions {
    /**
     * Ns since the epoch to which `from`, `to` and the times of the events are relative; default: the trace's own origin.
     * Traces that are read with the same origin can be merged (`mergeCursors`).
     */
    readonly origin?: bigint;
    /** First time to read, inclusive, as an offset; default: the beginning. */
    readonly from?: number;
    /** Last time to read, inclusive, as an offset; default: the end. */
    readonly to?: number;
    /** Only events of these types; the others are skipped as cheaply as the format allows. Default: all. */
    readonly types?: ReadonlySet<EventType>;
    /** False when only time, type, stream and CPU are needed: `fields` and `context` stay empty. Default: true. */
    readonly fields?: boolean;
    /** Types and streams that events have instead of their own; asked once for each of them, not for each event. */
    readonly view?: EventView;
}

/** How the events of a trace present themselves when it is read as a part of another one. */
export interface EventView {
    typeOf(type: EventType): EventType;
    streamOf(stream: TraceStream): TraceStream;
}

/** Reads events in the order of their times (ties: order of streams). Not an iterator, to spare an object per event. */
export interface EventCursor {
    /** The next event, or undefined at the end. Throws `TraceError` when the bytes make no sense. */
    next(): TraceEvent | undefined;
    /** Closes files. Idempotent; called by itself at the end. */
    close(): void;
}

/** What is wrong with a part of a trace that could be read all the same, e.g. "cut in the middle of a packet". */
export interface TraceWarning {
    readonly file: string;
    readonly message: string;
}

/** Events that the tracer could not record. */
export interface LostEvents {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly stream: TraceStream;
}

export interface Trace {
    /** Absolute path of the folder or file. */
    readonly path: string;
    readonly name: string;
    /** The format; of several merged traces that of all, else `ctf`. */
    readonly kind: 'ctf-kernel' | 'ctf-ust' | 'ctf' | 'trace-event';
    /** Ns since the epoch to which all times of this trace are relative. */
    readonly origin: bigint;
    /** Times of the first and last event; both 0 in a trace without events. */
    readonly start: number;
    readonly end: number;
    /** Metadata environment: `hostname`, `tracer_name`, `domain`, … */
    readonly environment: Readonly<Record<string, string | TraceInteger>>;
    readonly eventTypes: readonly EventType[];
    readonly streams: readonly TraceStream[];
    /** Sum of discarded events, as babeltrace2 counts them. */
    readonly discarded: number;
    readonly lost: readonly LostEvents[];
    readonly warnings: readonly TraceWarning[];
    read(options?: ReadOptions): EventCursor;
}

/** Wrong input: a sentence that says what is wrong with which file, and what to do. */
export class TraceError extends Error {
    constructor(
        message: string,
        readonly path: string,
        options?: ErrorOptions
    ) {
        super(message, options);
        this.name = 'TraceError';
    }
}
