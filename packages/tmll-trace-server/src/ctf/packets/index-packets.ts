import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { TraceError, TraceWarning } from '../../trace/trace';
import { DecoderState, MAX_ELEMENTS, MAX_EMPTY_ELEMENTS } from '../codegen/decoder-state';
import { isEndOfData } from '../codegen/runtime';
import { fileError } from '../../trace/file-error';
import { integerOf, NoPacket, PacketHead, PacketHeadDecoder } from './packet-head';
import { Packet } from './packet';
import { PacketTable } from './packet-table';

/** Headers and contexts of packets mostly fit in this many bytes; more are read when they do not. */
const FIRST_READ = 1024;
const LARGEST_READ = 16 * 1024 * 1024;
/** Packets after which other work gets its turn. */
const PACKETS_PER_TURN = 512;
/** More than a file of 16 GB has with the smallest buffers of LTTng; sizes that lie must not fill the memory. */
const MAX_PACKETS = 4_000_000;

/**
 * Finds the packets of a stream's file by walking from one header to the next. Index files are not needed and not trusted.
 * A file that ends within a packet gives a warning; sizes that cannot be, `TraceError`.
 */
export async function indexPackets(
    path: string,
    decoder: PacketHeadDecoder,
    warn: (warning: TraceWarning) => void
): Promise<PacketTable> {
    let descriptor: number | undefined;
    try {
        descriptor = openSync(path, 'r');
        return await new PacketWalk(path, descriptor, decoder, warn).run();
    } catch (error) {
        throw fileError(error, path);
    } finally {
        if (descriptor !== undefined) {
            closeSync(descriptor);
        }
    }
}

class PacketWalk {
    private readonly fileSize: number;
    private readonly state = new DecoderState();
    private readonly packets = new PacketTable();
    private buffer = Buffer.allocUnsafe(FIRST_READ);

    constructor(
        private readonly path: string,
        private readonly descriptor: number,
        private readonly decoder: PacketHeadDecoder,
        private readonly warn: (warning: TraceWarning) => void
    ) {
        this.fileSize = fstatSync(descriptor).size;
    }

    async run(): Promise<PacketTable> {
        for (let offset = 0; offset < this.fileSize;) {
            const packet = this.packet(offset);
            if (!packet) {
                break;
            }
            this.packets.push(packet);
            if (this.packets.length > MAX_PACKETS) {
                throw new TraceError(`The stream file ${this.path} has more than ${MAX_PACKETS} packets.`, this.path);
            }
            offset += packet.size;
            if (this.packets.length % PACKETS_PER_TURN === 0) {
                await setImmediate();
            }
        }
        return this.packets;
    }

    private packet(offset: number): Packet | undefined {
        const head = this.head(offset);
        if (!head) {
            this.cut(offset);
            return undefined;
        }
        const { streamClass, values } = head;
        const rest = this.fileSize - offset;
        const headBits = this.state.position;
        const declaredContent = integerOf(values['content-size']);
        const declaredSize = integerOf(values['packet-size']) ?? declaredContent ?? BigInt(rest) * 8n;
        const content = declaredContent ?? declaredSize;
        if (declaredSize % 8n !== 0n || content > declaredSize || content < headBits) {
            throw this.error(
                offset,
                `the packet claims ${content} bits of content in ${declaredSize} bits, which cannot be`
            );
        }
        const declaredBytes = declaredSize / 8n;
        const cut = declaredBytes > BigInt(rest);
        if (cut) {
            this.cut(offset);
        }
        const size = cut ? rest : Number(declaredBytes);
        const last = this.packets.at(-1);
        const begin = extendTime(integerOf(values.begin), this.state.beginBits, last?.begin);
        return {
            path: this.path,
            offset,
            size,
            contentBits: cut ? Math.min(Number(content), rest * 8) : Number(content),
            cut,
            streamClass,
            instance: integerOf(values.stream),
            begin,
            end: extendTime(integerOf(values.end), this.state.endBits, begin),
            sequence: integerOf(values.sequence),
            discarded: integerOf(values.discarded),
            cpu: Number(integerOf(values.cpu) ?? -1)
        };
    }

    /** Header and context at the offset; undefined when the file ends within them. */
    private head(offset: number): PacketHead | undefined {
        const rest = Math.min(this.fileSize - offset, LARGEST_READ);
        for (let wanted = Math.min(FIRST_READ, rest); ; wanted = Math.min(wanted * 8, rest)) {
            this.load(offset, wanted);
            try {
                return this.decoder.decode(this.state);
            } catch (error) {
                if (error instanceof NoPacket) {
                    throw this.error(offset, error.message);
                }
                if (!isEndOfData(error)) {
                    throw error;
                }
                if (wanted === rest) {
                    return undefined;
                }
            }
        }
    }

    private load(offset: number, size: number): void {
        if (this.buffer.length < size) {
            this.buffer = Buffer.allocUnsafe(size);
        }
        const read = readSync(this.descriptor, this.buffer, 0, size, offset);
        this.state.bytes = this.buffer.subarray(0, read);
        this.state.view = new DataView(this.buffer.buffer, this.buffer.byteOffset, read);
        this.state.emptyElements = MAX_EMPTY_ELEMENTS;
        this.state.elements = MAX_ELEMENTS;
    }

    private cut(offset: number): void {
        this.warn({
            file: this.path,
            message: `The file is cut off in the middle of the packet at byte ${offset}; it was read up to there.`
        });
    }

    private error(offset: number, problem: string): TraceError {
        return new TraceError(`The stream file ${this.path} is damaged at byte ${offset}: ${problem}.`, this.path);
    }
}

/** A timestamp of fewer than 64 bits is the next such time that is not before the last one. */
function extendTime(value: bigint | undefined, bits: number, last: bigint | undefined): bigint | undefined {
    if (value === undefined || bits === 64 || last === undefined) {
        return value;
    }
    const span = 1n << BigInt(bits);
    const extended = last - (last % span) + value;
    return extended < last ? extended + span : extended;
}
