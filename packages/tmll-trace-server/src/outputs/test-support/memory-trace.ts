import type {
    EventCursor,
    EventType,
    FieldKind,
    FieldType,
    FieldValue,
    ReadOptions,
    Trace,
    TraceEvent,
    TraceStream
} from '../../trace/trace';

/** An event of a trace made for a test. */
export interface MadeEvent {
    readonly time: number;
    readonly type: string;
    readonly cpu?: number;
    readonly fields?: Readonly<Record<string, FieldValue>>;
    readonly context?: Readonly<Record<string, FieldValue>>;
}

export interface MadeTraceOptions {
    /** Default: 2^60 + 1 ns, which no double can hold. */
    readonly origin?: bigint;
    /** Names of integer fields that are shown in hexadecimal. */
    readonly hexadecimal?: readonly string[];
    /** Types that the metadata declares though no event has them. */
    readonly declared?: readonly string[];
    /** Thrown by the cursor after the last event. */
    readonly cut?: Error;
    /** Time of the last event as the trace states it; default: that of the last event. */
    readonly end?: number;
    /** What the tracer lost; default: nothing. */
    readonly lost?: Trace['lost'];
}

export const ORIGIN = 2n ** 60n + 1n;

/** A trace that holds its events in memory; types and kinds of fields are read off the events. */
export function memoryTrace(events: readonly MadeEvent[], options: MadeTraceOptions = {}): Trace {
    const { origin = ORIGIN, hexadecimal = [], declared = [], cut, lost = [] } = options;
    const stream: TraceStream = { index: 0, file: 'ust/ch0_0', channel: 'ch0' };
    const names = [...new Set([...events.map(({ type }) => type), ...declared])];
    const eventTypes = names.map((name, index): EventType => {
        const own = events.filter(({ type }) => type === name);
        const fields = fieldTypes(
            own.map(({ fields = {} }) => fields),
            hexadecimal
        );
        return {
            index,
            name,
            fields,
            context: fieldTypes(
                own.map(({ context = {} }) => context),
                hexadecimal
            )
        };
    });
    const made = events.map(({ time, type, cpu = 0, fields = {}, context = {} }): TraceEvent => {
        const eventType = eventTypes[names.indexOf(type)];
        return { time, type: eventType, stream, cpu, fields, context };
    });
    return {
        path: '/memory',
        name: 'memory',
        kind: 'ctf',
        origin,
        start: events[0]?.time ?? 0,
        end: options.end ?? events.at(-1)?.time ?? 0,
        environment: {},
        eventTypes,
        streams: [stream],
        discarded: 0,
        lost,
        warnings: [],
        read: readOptions => cursor(made, origin, cut, readOptions)
    };
}

function cursor(
    events: readonly TraceEvent[],
    origin: bigint,
    cut: Error | undefined,
    { from = -Infinity, to = Infinity, origin: wanted = origin, types }: ReadOptions = {}
): EventCursor {
    const shift = Number(origin - wanted);
    const selected = events
        .map(event => ({ ...event, time: event.time + shift }))
        .filter(({ time, type }) => time >= from && time <= to && (types?.has(type) ?? true));
    let next = 0;
    return {
        next() {
            if (next === selected.length && cut) {
                throw cut;
            }
            return selected[next++];
        },
        close() {
            next = selected.length;
        }
    };
}

function fieldTypes(
    values: readonly Readonly<Record<string, FieldValue>>[],
    hexadecimal: readonly string[]
): FieldType[] {
    const kinds = new Map<string, FieldKind>();
    for (const [name, value] of values.flatMap(Object.entries) as [string, FieldValue][]) {
        const kind = kindOf(value);
        kinds.set(name, kinds.get(name) === 'float' ? 'float' : kind);
    }
    return [...kinds].map(([name, kind]) => ({ name, kind, base: hexadecimal.includes(name) ? 16 : 10 }));
}

function kindOf(value: FieldValue): FieldKind {
    if (typeof value === 'string') {
        return 'string';
    }
    if (typeof value === 'number') {
        return Number.isInteger(value) ? 'integer' : 'float';
    }
    if (typeof value === 'bigint') {
        return 'integer';
    }
    return Array.isArray(value) ? 'array' : 'labels' in value ? 'enumeration' : 'structure';
}
