import { closeSync, openSync, readSync } from 'node:fs';
import { TraceError } from '../../trace/trace';
import { DecoderState, MAX_EMPTY_ELEMENTS } from '../codegen/decoder-state';
import { fileError } from '../../trace/file-error';
import { Packet } from '../packets/packet';

/** Positions are aligned within the packet, so a window begins at a multiple of the largest alignment. */
const WINDOW_ALIGNMENT = 4096;
/** Packets up to this size are read at once, larger ones in parts. */
const WINDOW_BYTES = 256 * 1024;
const SMALLEST_WINDOW_BYTES = 64 * 1024;
/** Fewer bytes than these are not begun with while there are more: running out of bytes is slow. Few events are larger. */
const MARGIN_BYTES = 16 * 1024;
/** An event that does not fit in this is a fault of the trace. */
const LARGEST_WINDOW_BYTES = 64 * 1024 * 1024;

/** Brings the bytes of a stream's packets into a `DecoderState`, one packet, or a part of a large one, at a time. */
export class PacketWindow {
    private path: string | undefined;
    private descriptor = -1;
    private buffer = Buffer.alloc(0);
    private packet: Packet | undefined;
    /** First byte of the packet that is at hand. */
    private start = 0;
    private readonly windowBytes: number;
    private capacity: number;
    private end = 0;
    private safe = 0;

    /** @param bytes how much of a large packet to have at hand, within reason */
    constructor(
        private readonly state: DecoderState,
        bytes = WINDOW_BYTES
    ) {
        this.windowBytes = Math.min(Math.max(bytes, SMALLEST_WINDOW_BYTES), WINDOW_BYTES);
        this.capacity = this.windowBytes;
    }

    /** The end of the packet's content, relative to the bytes at hand, in bits. */
    get contentEnd(): number {
        return this.end;
    }

    /** Up to where, in bits, events can begin for which the bytes at hand should suffice. */
    get safeEnd(): number {
        return this.safe;
    }

    /** Goes to the beginning of a packet. */
    open(packet: Packet): void {
        if (packet.path !== this.path) {
            this.close();
            try {
                this.descriptor = openSync(packet.path, 'r');
            } catch (error) {
                throw fileError(error, packet.path);
            }
            this.path = packet.path;
        }
        this.packet = packet;
        this.capacity = this.windowBytes;
        this.state.emptyElements = MAX_EMPTY_ELEMENTS;
        this.load(0);
        this.state.position = 0;
    }

    /**
     * Brings more bytes after the state's position.
     *
     * @returns false when all that the packet has are at hand
     */
    more(): boolean {
        const packet = this.packet;
        const contentBytes = packet ? Math.ceil(packet.contentBits / 8) : 0;
        if (!packet || this.start + this.state.bytes.length >= contentBytes) {
            return false;
        }
        const position = this.start * 8 + this.state.position;
        const start = Math.floor(position / (WINDOW_ALIGNMENT * 8)) * WINDOW_ALIGNMENT;
        if (start === this.start) {
            this.capacity *= 4;
            if (this.capacity > LARGEST_WINDOW_BYTES) {
                throw new TraceError(
                    `The stream file ${packet.path} has an event of more than ${LARGEST_WINDOW_BYTES} bytes ` +
                        `in the packet at byte ${packet.offset}.`,
                    packet.path
                );
            }
        }
        this.load(start);
        this.state.position = position - start * 8;
        return true;
    }

    /** Passes over the rest of the packet. */
    leave(): void {
        this.end = 0;
        this.safe = 0;
    }

    close(): void {
        if (this.descriptor >= 0) {
            closeSync(this.descriptor);
            this.descriptor = -1;
            this.path = undefined;
        }
    }

    private load(start: number): void {
        const packet = this.packet as Packet;
        const size = Math.min(Math.ceil(packet.contentBits / 8) - start, this.capacity);
        if (this.buffer.length < size) {
            this.buffer = Buffer.allocUnsafeSlow(size);
        }
        let filled = 0;
        while (filled < size) {
            const read = this.read(packet, filled, size - filled, start + filled);
            if (read === 0) {
                throw new TraceError(`The stream file ${packet.path} became shorter while it was read.`, packet.path);
            }
            filled += read;
        }
        this.start = start;
        this.end = packet.contentBits - start * 8;
        this.safe = size * 8 < this.end ? (size - MARGIN_BYTES) * 8 : this.end;
        this.state.bytes = this.buffer.subarray(0, size);
        this.state.view = new DataView(this.buffer.buffer, this.buffer.byteOffset, size);
    }

    private read(packet: Packet, at: number, size: number, from: number): number {
        try {
            return readSync(this.descriptor, this.buffer, at, size, packet.offset + from);
        } catch (error) {
            throw fileError(error, packet.path);
        }
    }
}
