import { relative } from 'node:path';
import { mergeCursors } from '../trace/merge-cursors';
import {
    EventCursor,
    EventType,
    LostEvents,
    ReadOptions,
    Trace,
    TraceInteger,
    TraceStream,
    TraceWarning
} from '../trace/trace';
import { ReferenceSlots } from './codegen/reference-slots';
import { StreamClass, TraceClass } from './metadata/trace-class';
import { channelName, DataStream } from './packets/data-stream';
import { PacketHeadDecoder } from './packets/packet-head';
import { StreamDecoders } from './reading/stream-decoders';
import { TimedStream } from './reading/timed-stream';

/** What was found out about a trace before it can be read. */
export interface CtfTraceParts {
    readonly path: string;
    readonly name: string;
    readonly traceClass: TraceClass;
    readonly slots: ReferenceSlots;
    readonly heads: PacketHeadDecoder;
    readonly streams: readonly DataStream[];
    readonly warnings: readonly TraceWarning[];
}

/** All streams of a trace together keep this much of their packets in memory, however many they are. */
const WINDOW_BYTES_OF_ALL = 32 * 1024 * 1024;

/** A CTF trace, ready to be read. */
export class CtfTrace implements Trace {
    readonly path: string;
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
    private readonly sources: readonly TimedStream[];

    /** @throws TraceError when the first or last events of a stream cannot be decoded */
    constructor({ path, name, traceClass, slots, heads, streams, warnings }: CtfTraceParts) {
        this.path = path;
        this.name = name;
        this.environment = traceClass.environment;
        this.kind = kindOf(traceClass);
        this.warnings = warnings;
        const decoders = streamDecoders(traceClass, slots);
        this.eventTypes = [...decoders.values()].flatMap(({ eventTypes }) => eventTypes);
        this.sources = streams.map((data, index) => {
            const file = data.packets.at(0)?.path ?? '';
            return new TimedStream(
                { index, file: relative(path, file), channel: channelName(file) },
                data,
                decoders.get(data.streamClass) as StreamDecoders,
                { heads, references: slots.count }
            );
        });
        this.streams = this.sources.map(({ stream }) => stream);
        this.origin = earliest(this.sources.map(({ begin }) => begin));
        const bounds = this.sources.map(source => source.bounds(this.origin)).filter(bound => bound !== undefined);
        this.start = bounds.length ? Math.min(...bounds.map(([start]) => start)) : 0;
        this.end = bounds.length ? Math.max(...bounds.map(([, end]) => end)) : 0;
        this.lost = this.sources.flatMap(source => source.lost(this.origin)).sort((a, b) => a.from - b.from);
        this.discarded = this.lost.reduce((sum, { count }) => sum + count, 0);
    }

    read({ origin = this.origin, from = -Infinity, to = Infinity, ...options }: ReadOptions = {}): EventCursor {
        const windowBytes = Math.floor(WINDOW_BYTES_OF_ALL / this.sources.length);
        return mergeCursors(this.sources.map(source => source.cursor(origin, { from, to, ...options }, windowBytes)));
    }
}

function streamDecoders({ streams }: TraceClass, slots: ReferenceSlots): Map<StreamClass, StreamDecoders> {
    const decoders = new Map<StreamClass, StreamDecoders>();
    let index = 0;
    for (const streamClass of streams) {
        decoders.set(streamClass, new StreamDecoders(streamClass, slots, index));
        index += streamClass.events.length;
    }
    return decoders;
}

function kindOf({ environment }: TraceClass): Trace['kind'] {
    switch (environment.domain) {
        case 'kernel':
            return 'ctf-kernel';
        case 'ust':
            return 'ctf-ust';
        default:
            return 'ctf';
    }
}

function earliest(times: readonly (bigint | undefined)[]): bigint {
    const known = times.filter(time => time !== undefined);
    return known.reduce((least, time) => (time < least ? time : least), known[0] ?? 0n);
}
