import { relative } from 'node:path';
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
import { mergeCursors } from '../trace/merge-cursors';
import { ReferenceSlots } from './codegen/reference-slots';
import { Clock, clockOrigin, cyclesToNs } from './metadata/clock';
import { FieldClass, StructureClass } from './metadata/field-class';
import { StreamClass, TraceClass } from './metadata/trace-class';
import { channelName, DataStream, discardedEvents } from './packets/data-stream';
import { PacketHeadDecoder } from './packets/packet-head';
import { ReadableStream, StreamCursor, StreamRange } from './reading/stream-cursor';
import { StreamDecoders } from './reading/stream-decoders';
import { TimeConversion } from './reading/time-conversion';

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

/** A stream with the clock that its events are timed by. */
interface TimedStream extends ReadableStream {
    readonly clock: Clock | undefined;
}

const EVERYTHING: StreamRange = { from: -Infinity, to: Infinity };

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

    constructor({ path, name, traceClass, slots, heads, streams, warnings }: CtfTraceParts) {
        this.path = path;
        this.name = name;
        this.environment = traceClass.environment;
        this.kind = kindOf(traceClass);
        this.warnings = warnings;
        const decoders = new Map<StreamClass, StreamDecoders>();
        const eventTypes: EventType[] = [];
        for (const streamClass of traceClass.streams) {
            const streamDecoders = new StreamDecoders(streamClass, slots, eventTypes.length);
            decoders.set(streamClass, streamDecoders);
            eventTypes.push(...streamDecoders.eventTypes);
        }
        this.eventTypes = eventTypes;
        this.sources = streams.map((data, index): TimedStream => {
            const file = data.packets[0].path;
            const streamDecoders = decoders.get(data.streamClass) as StreamDecoders;
            const source = {
                stream: { index, file: relative(path, file), channel: channelName(file) },
                data,
                decoders: streamDecoders,
                heads,
                baseHigh: 0,
                references: slots.count,
                clock: clockOf(traceClass, data.streamClass)
            };
            return { ...source, baseHigh: firstHigh(source) };
        });
        this.streams = this.sources.map(({ stream }) => stream);
        this.origin = this.earliest();
        [this.start, this.end] = this.bounds();
        this.lost = this.sources.flatMap(source => this.lostEvents(source));
        this.discarded = this.lost.reduce((sum, { count }) => sum + count, 0);
    }

    read({ from = -Infinity, to = Infinity, types, view, origin = this.origin }: ReadOptions = {}): EventCursor {
        const cursors = this.sources.map(source => {
            const conversion = this.conversion(source, origin);
            return new StreamCursor(
                source,
                conversion,
                { from, to, types, view },
                firstPacket(source, conversion, from)
            );
        });
        return mergeCursors(cursors);
    }

    private conversion({ clock, baseHigh }: TimedStream, origin: bigint): TimeConversion | undefined {
        return clock && new TimeConversion(clock, BigInt(baseHigh) << 32n, origin);
    }

    /** Ns since the epoch at which the first packet begins, or the first event where packets do not say. */
    private earliest(): bigint {
        let earliest: bigint | undefined;
        for (const source of this.sources) {
            const { clock, baseHigh, data } = source;
            if (!clock) {
                continue;
            }
            const begin = data.packets[0].begin;
            const base = BigInt(baseHigh) << 32n;
            const time = clockOrigin(clock) + cyclesToNs(clock, begin ?? base);
            earliest = earliest === undefined || time < earliest ? time : earliest;
        }
        return earliest ?? 0n;
    }

    private bounds(): [number, number] {
        let start = Infinity;
        let end = -Infinity;
        for (const source of this.sources) {
            const conversion = this.conversion(source, this.origin);
            const cursor = new StreamCursor(source, conversion, EVERYTHING);
            start = Math.min(start, cursor.next()?.time ?? Infinity);
            cursor.close();
            end = Math.max(end, lastTime(source, conversion));
        }
        return start <= end ? [start, end] : [0, 0];
    }

    private lostEvents(source: TimedStream): LostEvents[] {
        const conversion = this.conversion(source, this.origin);
        const time = (cycles: bigint | undefined): number =>
            conversion && cycles !== undefined
                ? conversion.toNs(Number(cycles - (BigInt(source.baseHigh) << 32n)))
                : this.start;
        return discardedEvents(source.data).map(({ count, from, to }) => ({
            count,
            from: time(from),
            to: time(to),
            stream: source.stream
        }));
    }
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

/** The clock of a stream: that of its event headers, else of its packets. */
function clockOf({ packetHeader }: TraceClass, { packetContext, eventHeader }: StreamClass): Clock | undefined {
    return findClock(eventHeader) ?? findClock(packetContext) ?? findClock(packetHeader);
}

function findClock(fieldClass: FieldClass | StructureClass | undefined): Clock | undefined {
    switch (fieldClass?.kind) {
        case 'integer':
            return fieldClass.clock;
        case 'enumeration':
            return fieldClass.integer.clock;
        case 'structure':
            return first(fieldClass.members.map(member => findClock(member.fieldClass)));
        case 'variant':
            return first(fieldClass.options.map(option => findClock(option.fieldClass)));
        default:
            return undefined;
    }
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
    return values.find(value => value !== undefined);
}

/** High bits of the stream's first time, so that differences from it are exact. */
function firstHigh(source: TimedStream): number {
    const { begin } = source.data.packets[0];
    if (begin !== undefined) {
        return Number(begin >> 32n);
    }
    const cursor = new StreamCursor(source, undefined, EVERYTHING);
    cursor.next();
    const { cycles } = cursor;
    cursor.close();
    return Math.floor(cycles / 0x1_0000_0000);
}

/** Time of the stream's last event, -Infinity when it has none. */
function lastTime(source: ReadableStream, conversion: TimeConversion | undefined): number {
    for (let index = source.data.packets.length - 1; index >= 0; index--) {
        const cursor = new StreamCursor(source, conversion, { ...EVERYTHING, types: new Set() }, index);
        cursor.next();
        cursor.close();
        if (cursor.lastTime !== undefined) {
            return cursor.lastTime;
        }
    }
    return -Infinity;
}

/**
 * The packet in which events from a time on begin. Old tracers write events after the end that their packet states, so it
 * is the beginning of the packet after it that counts.
 */
function firstPacket({ data, baseHigh }: ReadableStream, conversion: TimeConversion | undefined, from: number): number {
    const base = BigInt(baseHigh) << 32n;
    let low = 0;
    let high = data.packets.length;
    while (conversion && high - low > 1) {
        const middle = (low + high) >>> 1;
        const { begin } = data.packets[middle];
        if (begin === undefined) {
            return 0;
        }
        if (conversion.toNs(Number(begin - base)) < from) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
