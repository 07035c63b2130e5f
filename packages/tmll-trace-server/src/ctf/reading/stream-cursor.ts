import {
    EventCursor,
    EventType,
    FieldValue,
    ReadOptions,
    TraceError,
    TraceEvent,
    TraceInteger,
    TraceStream
} from '../../trace/trace';
import { DecoderState, MAX_ELEMENTS } from '../codegen/decoder-state';
import { BadField, endOfData, isEndOfData } from '../codegen/runtime';
import { DataStream } from '../packets/data-stream';
import { Packet } from '../packets/packet';
import { PacketHeadDecoder } from '../packets/packet-head';
import { PacketWindow } from './packet-window';
import { EventReader, StreamDecoders } from './stream-decoders';
import { TimeConversion } from './time-conversion';

/** What all cursors of a stream share. */
export interface ReadableStream {
    readonly stream: TraceStream;
    readonly data: DataStream;
    readonly decoders: StreamDecoders;
    readonly heads: PacketHeadDecoder;
    /** Bits 32 and up of the cycles from which times are counted. */
    readonly baseHigh: number;
    /** How many values decoders keep for each other. */
    readonly references: number;
}

/** Both ends included, in ns; the rest as in `ReadOptions`. */
export type StreamRange = Required<Pick<ReadOptions, 'from' | 'to'>> & Pick<ReadOptions, 'fields' | 'types' | 'view'>;

/** The event that a cursor fills again and again. */
class CtfEvent implements TraceEvent {
    time = 0;
    cpu = -1;
    fields: Readonly<Record<string, FieldValue>> = {};
    context: Readonly<Record<string, FieldValue>> = {};

    constructor(
        public type: EventType,
        readonly stream: TraceStream
    ) {}
}

/** How a cursor treats the events of one type. */
interface Reading {
    readonly type: EventType;
    readonly wanted: boolean;
    readonly decoded: boolean;
    readonly reader: EventReader;
}

/** Event ids below it are looked up in an array. */
const MAX_DENSE_ID = 1 << 16;

/** Reads the events of one stream in the order in which they were written. */
export class StreamCursor implements EventCursor {
    private readonly state = new DecoderState();
    private readonly window: PacketWindow;
    private readonly event: CtfEvent;
    private readonly readings: (Reading | undefined)[] = [];
    private nextPacket: number;
    private packet: Packet | undefined;
    private passedTime: number | undefined;
    private closed = false;

    /**
     * @param firstPacket index of the packet to begin with
     * @param windowBytes how much of a large packet to have in memory; as much as is good for speed unless said
     */
    constructor(
        private readonly source: ReadableStream,
        private readonly conversion: TimeConversion | undefined,
        private readonly range: StreamRange,
        firstPacket = 0,
        windowBytes?: number
    ) {
        this.window = new PacketWindow(this.state, windowBytes);
        this.nextPacket = firstPacket;
        this.event = new CtfEvent(source.decoders.eventTypes[0], range.view?.streamOf(source.stream) ?? source.stream);
        this.state.baseHigh = source.baseHigh;
        this.state.references.push(...new Array<number>(source.references).fill(0));
    }

    /** Time of the last event that was passed, wanted or not; undefined before the first. */
    get lastTime(): number | undefined {
        return this.passedTime;
    }

    /** Time now in cycles after the base. */
    get cycles(): number {
        return this.state.cycles;
    }

    next(): TraceEvent | undefined {
        const { state, event, range, window } = this;
        const { decodeHeader } = this.source.decoders;
        while (!this.closed) {
            const { position, cycles, low } = state;
            if (position >= window.safeEnd) {
                this.proceed();
                continue;
            }
            state.elements = MAX_ELEMENTS;
            try {
                const id = decodeHeader(state);
                const reading = this.readings[id as number] ?? this.reading(id);
                const time = this.timeNow();
                if (time > range.to) {
                    this.close();
                    break;
                }
                const wanted = reading.wanted && time >= range.from;
                if (wanted && reading.decoded) {
                    reading.reader.decode(state, event);
                } else {
                    reading.reader.skip(state, event);
                }
                if (state.position > window.contentEnd) {
                    endOfData();
                }
                if (state.position <= position) {
                    throw new BadField('an event takes no space, so there would be no end of them');
                }
                this.passedTime = time;
                if (wanted) {
                    event.time = time;
                    event.type = reading.type;
                    return event;
                }
            } catch (error) {
                state.position = position;
                state.cycles = cycles;
                state.low = low;
                this.recover(error);
            }
        }
        return undefined;
    }

    close(): void {
        this.closed = true;
        this.window.close();
    }

    private timeNow(): number {
        return this.conversion ? this.conversion.toNs(this.state.cycles) : 0;
    }

    /** Goes on where the bytes at hand come to an end: with more of the packet, or with the next one. */
    private proceed(): void {
        if (this.state.position >= this.window.contentEnd || !this.window.more()) {
            this.enterPacket();
        }
    }

    /** Begins with the next packet, or ends. */
    private enterPacket(): void {
        const packet = this.source.data.packets.at(this.nextPacket++);
        if (!packet) {
            this.close();
            return;
        }
        this.packet = packet;
        this.window.open(packet);
        this.event.cpu = packet.cpu;
        if (packet.begin !== undefined) {
            this.state.cycles = Number(packet.begin - (BigInt(this.state.baseHigh) << 32n));
            this.state.low = Number(packet.begin & 0xffff_ffffn);
        }
        // Repeated when the head is larger than the bytes at hand; a failure that lasts leaves the packet.
        for (let decoded = false; !decoded && this.window.contentEnd > 0;) {
            try {
                this.source.heads.decode(this.state);
                decoded = true;
            } catch (error) {
                this.recover(error);
            }
        }
    }

    /** Brings more of a large packet; otherwise the packet is damaged, or cut, which was said when it was opened. */
    private recover(error: unknown): void {
        const packet = this.packet;
        if (!packet || !(isEndOfData(error) || error instanceof BadField)) {
            this.close();
            throw error;
        }
        if (isEndOfData(error)) {
            if (this.window.more()) {
                return;
            }
            if (packet.cut) {
                this.window.leave();
                return;
            }
        }
        this.close();
        const problem = error instanceof BadField ? error.message : 'an event does not end within the packet';
        throw new TraceError(
            `The stream file ${packet.path} is damaged in the packet at byte ${packet.offset}: ${problem}.`,
            packet.path,
            { cause: error }
        );
    }

    private reading(id: TraceInteger): Reading {
        const reader = this.source.decoders.reader(id);
        if (!reader) {
            throw new BadField(`there is an event with the id ${id}, which the metadata does not declare`);
        }
        const { fields = true, types, view } = this.range;
        const wanted = !types || types.has(reader.type);
        const reading: Reading = {
            type: view?.typeOf(reader.type) ?? reader.type,
            wanted,
            decoded: wanted && fields,
            reader
        };
        if (typeof id === 'number' && id < MAX_DENSE_ID) {
            this.readings[id] = reading;
        }
        return reading;
    }
}
