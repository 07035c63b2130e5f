import { basename, join, relative } from 'node:path';
import { mergeCursors } from './merge-cursors';
import {
    EventCursor,
    EventType,
    FieldType,
    LostEvents,
    ReadOptions,
    Trace,
    TraceInteger,
    TraceStream,
    TraceWarning
} from './trace';

/**
 * Several traces as one, on the earliest of their origins: what an experiment is made of. Event types that have the same
 * name and the same fields in several traces (per-process buffers, kernel and user space of one session) become one.
 *
 * @param path the folder that they have in common
 */
export function mergeTraces(traces: readonly Trace[], path: string): Trace {
    return new MergedTrace(traces, path);
}

/** A trace with what its types and streams are called in the merged one. */
interface Part {
    readonly trace: Trace;
    readonly types: ReadonlyMap<EventType, EventType>;
    readonly streams: ReadonlyMap<TraceStream, TraceStream>;
}

class MergedTrace implements Trace {
    readonly name: string;
    readonly kind: Trace['kind'];
    readonly origin: bigint;
    readonly start: number;
    readonly end: number;
    readonly environment: Readonly<Record<string, string | TraceInteger>>;
    readonly eventTypes: readonly EventType[];
    readonly streams: readonly TraceStream[];
    readonly discarded: number;
    readonly lost: readonly LostEvents[];
    readonly warnings: readonly TraceWarning[];
    private readonly parts: readonly Part[];

    constructor(
        traces: readonly Trace[],
        readonly path: string
    ) {
        this.name = basename(path);
        this.kind = traces.every(({ kind }) => kind === traces[0].kind) ? traces[0].kind : 'ctf';
        this.environment = commonEntries(traces.map(({ environment }) => environment));
        const types = new Map<string, EventType>();
        const streams: TraceStream[] = [];
        this.parts = traces.map(trace => ({
            trace,
            types: new Map(trace.eventTypes.map(type => [type, mergedType(type, types)])),
            streams: new Map(trace.streams.map(stream => [stream, this.mergedStream(trace, stream, streams)]))
        }));
        this.eventTypes = [...types.values()];
        this.streams = streams;
        this.discarded = traces.reduce((sum, { discarded }) => sum + discarded, 0);
        this.warnings = traces.flatMap(({ warnings }) => warnings);

        const used = traces.filter(hasEvents);
        this.origin = used.reduce((least, { origin }) => (origin < least ? origin : least), used[0]?.origin ?? 0n);
        const shift = (trace: Trace): number => Number(trace.origin - this.origin);
        this.start = used.length ? Math.min(...used.map(trace => trace.start + shift(trace))) : 0;
        this.end = used.length ? Math.max(...used.map(trace => trace.end + shift(trace))) : 0;
        this.lost = this.parts
            .flatMap(({ trace, streams: own }) =>
                trace.lost.map(lost => ({
                    ...lost,
                    from: lost.from + shift(trace),
                    to: lost.to + shift(trace),
                    stream: own.get(lost.stream) ?? lost.stream
                }))
            )
            .sort((a, b) => a.from - b.from);
    }

    read(options: ReadOptions = {}): EventCursor {
        const { types, view } = options;
        return mergeCursors(
            this.parts.map(part =>
                part.trace.read({
                    ...options,
                    origin: options.origin ?? this.origin,
                    types: types && new Set([...part.types].filter(([, type]) => types.has(type)).map(([own]) => own)),
                    view: {
                        typeOf: type => seen(part.types.get(type) ?? type, view?.typeOf),
                        streamOf: stream => seen(part.streams.get(stream) ?? stream, view?.streamOf)
                    }
                })
            )
        );
    }

    private mergedStream({ path }: Trace, stream: TraceStream, streams: TraceStream[]): TraceStream {
        const merged = { ...stream, index: streams.length, file: relative(this.path, join(path, stream.file)) };
        streams.push(merged);
        return merged;
    }
}

function seen<T>(value: T, by: ((value: T) => T) | undefined): T {
    return by ? by(value) : value;
}

/** The type of the merged trace that stands for this one; added to `types` when it is new. */
function mergedType(type: EventType, types: Map<string, EventType>): EventType {
    const { name, logLevel, phase, fields, context } = type;
    const key = JSON.stringify([name, logLevel, phase, fields.map(fieldKey), context.map(fieldKey)]);
    const known = types.get(key) ?? { ...type, index: types.size };
    types.set(key, known);
    return known;
}

function fieldKey({ name, kind, base, signed, size, labels, members }: FieldType): unknown {
    return [name, kind, base, signed, size, labels, members?.map(fieldKey)];
}

/** What all environments say alike. */
function commonEntries(environments: readonly Trace['environment'][]): Trace['environment'] {
    const [first, ...others] = environments;
    return Object.fromEntries(
        Object.entries(first).filter(([name, value]) => others.every(environment => environment[name] === value))
    );
}

/** An empty trace has no origin that means anything, so it must not move the others'. */
function hasEvents(trace: Trace): boolean {
    if (trace.start !== 0 || trace.end !== 0) {
        return true;
    }
    const cursor = trace.read();
    const event = cursor.next();
    cursor.close();
    return event !== undefined;
}
