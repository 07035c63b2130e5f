import { LostEvents, TraceStream } from '../../trace/trace';
import { PacketHeadDecoder } from '../packets/packet-head';
import { Clock, clockOrigin, cyclesToNs } from '../metadata/clock';
import { DataStream, discardedEvents } from '../packets/data-stream';
import { StreamCursor, StreamRange } from './stream-cursor';
import { StreamDecoders } from './stream-decoders';
import { TimeConversion } from './time-conversion';

/** Everything that the streams of a trace have in common. */
export interface TraceDecoding {
    readonly heads: PacketHeadDecoder;
    /** How many values decoders keep for each other. */
    readonly references: number;
}

const EVERYTHING: StreamRange = { from: -Infinity, to: Infinity };

/** A data stream whose times can be told. */
export class TimedStream {
    readonly references: number;
    readonly heads: PacketHeadDecoder;
    /** Bits 32 and up of the cycles from which times are counted: few of a long-running clock's, so that they stay exact. */
    readonly baseHigh: number;
    private readonly clock: Clock | undefined;

    constructor(
        readonly stream: TraceStream,
        readonly data: DataStream,
        readonly decoders: StreamDecoders,
        { heads, references }: TraceDecoding
    ) {
        this.heads = heads;
        this.references = references;
        this.clock = data.streamClass.clock;
        this.baseHigh = 0;
        this.baseHigh = this.firstHigh();
    }

    /** Ns since the epoch at which the stream begins; undefined without a clock. */
    get begin(): bigint | undefined {
        const cycles = this.data.packets.at(0)?.begin ?? this.base;
        return this.clock && clockOrigin(this.clock) + cyclesToNs(this.clock, cycles);
    }

    /** @param origin ns since the epoch from which the cursor's times are counted */
    cursor(origin: bigint, range: StreamRange, windowBytes?: number): StreamCursor {
        const conversion = this.conversion(origin);
        return new StreamCursor(this, conversion, range, this.firstPacket(conversion, range.from), windowBytes);
    }

    /** Times of the first and last event; undefined when there is none. */
    bounds(origin: bigint): [number, number] | undefined {
        const cursor = this.cursor(origin, { ...EVERYTHING, fields: false });
        const start = cursor.next()?.time;
        cursor.close();
        const end = this.lastTime(origin);
        return start === undefined || end === undefined ? undefined : [start, end];
    }

    /** Events that were lost, as far as the packets tell. */
    lost(origin: bigint): LostEvents[] {
        const conversion = this.conversion(origin);
        const time = (cycles: bigint | undefined): number =>
            conversion && cycles !== undefined ? conversion.toNs(Number(cycles - this.base)) : 0;
        return discardedEvents(this.data).map(({ count, from, to }) => ({
            count,
            from: time(from),
            to: time(to),
            stream: this.stream
        }));
    }

    private get base(): bigint {
        return BigInt(this.baseHigh) << 32n;
    }

    private conversion(origin: bigint): TimeConversion | undefined {
        return this.clock && new TimeConversion(this.clock, this.base, origin);
    }

    private firstHigh(): number {
        const begin = this.data.packets.at(0)?.begin;
        if (begin !== undefined) {
            return Number(begin >> 32n);
        }
        const cursor = new StreamCursor(this, undefined, { ...EVERYTHING, fields: false });
        cursor.next();
        const { cycles } = cursor;
        cursor.close();
        return Math.floor(cycles / 0x1_0000_0000);
    }

    /** Passes over the last packet that has events. */
    private lastTime(origin: bigint): number | undefined {
        const conversion = this.conversion(origin);
        for (let index = this.data.packets.length - 1; index >= 0; index--) {
            const cursor = new StreamCursor(this, conversion, { ...EVERYTHING, types: new Set() }, index);
            cursor.next();
            if (cursor.lastTime !== undefined) {
                return cursor.lastTime;
            }
        }
        return undefined;
    }

    /**
     * The packet in which events from a time on begin. Old tracers write events after the end that their packet states, so
     * it is the beginning of the packet after it that counts.
     */
    private firstPacket(conversion: TimeConversion | undefined, from: number): number {
        const { packets } = this.data;
        let low = 0;
        let high = packets.length;
        while (conversion && high - low > 1) {
            const middle = (low + high) >>> 1;
            const begin = packets.at(middle)?.begin;
            if (begin === undefined) {
                return 0;
            }
            if (conversion.toNs(Number(begin - this.base)) < from) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
