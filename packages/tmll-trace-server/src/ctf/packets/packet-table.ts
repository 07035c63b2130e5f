import { StreamClass } from '../metadata/trace-class';
import { Packet } from './packet';

/** Packets in order, one by one: made when they are asked for. */
export interface PacketList {
    readonly length: number;
    at(index: number): Packet | undefined;
}

/** Values of a packet that it need not have, each with a bit of its own that says whether it has it. */
const OPTIONAL = ['instance', 'begin', 'end', 'sequence', 'discarded'] as const;
const CUT = 1 << OPTIONAL.length;
const FIRST_CAPACITY = 16;

type Column = Float64Array | BigUint64Array | Int32Array | Uint32Array | Uint8Array;

/** Packets as columns: 73 bytes each, however many there are, instead of an object with a dozen values. */
export class PacketTable implements PacketList, Iterable<Packet> {
    private count = 0;
    private offsets = new Float64Array(FIRST_CAPACITY);
    private sizes = new Float64Array(FIRST_CAPACITY);
    private contents = new Float64Array(FIRST_CAPACITY);
    private cpus = new Int32Array(FIRST_CAPACITY);
    private files = new Uint32Array(FIRST_CAPACITY);
    private flags = new Uint8Array(FIRST_CAPACITY);
    private readonly optional = OPTIONAL.map(() => new BigUint64Array(FIRST_CAPACITY));
    /** Files and what their streams are: few, so packets hold their numbers. */
    private readonly sources: { readonly path: string; readonly streamClass: StreamClass }[] = [];

    /** The packets of all lists, one list after the other. */
    static of(...lists: readonly PacketList[]): PacketTable {
        const table = new PacketTable();
        for (const list of lists) {
            for (let index = 0; index < list.length; index++) {
                table.push(list.at(index) as Packet);
            }
        }
        return table;
    }

    get length(): number {
        return this.count;
    }

    push(packet: Packet): void {
        const index = this.count++;
        if (index === this.offsets.length) {
            this.grow();
        }
        this.offsets[index] = packet.offset;
        this.sizes[index] = packet.size;
        this.contents[index] = packet.contentBits;
        this.cpus[index] = packet.cpu;
        this.files[index] = this.sourceOf(packet);
        let flags = packet.cut ? CUT : 0;
        OPTIONAL.forEach((name, bit) => {
            const value = packet[name];
            if (value !== undefined) {
                this.optional[bit][index] = value;
                flags |= 1 << bit;
            }
        });
        this.flags[index] = flags;
    }

    at(index: number): Packet | undefined {
        const at = index < 0 ? index + this.count : index;
        if (!(at >= 0 && at < this.count)) {
            return undefined;
        }
        const flags = this.flags[at];
        const optional = (bit: number): bigint | undefined => (flags & (1 << bit) ? this.optional[bit][at] : undefined);
        return {
            ...this.sources[this.files[at]],
            offset: this.offsets[at],
            size: this.sizes[at],
            contentBits: this.contents[at],
            cpu: this.cpus[at],
            cut: (flags & CUT) !== 0,
            instance: optional(0),
            begin: optional(1),
            end: optional(2),
            sequence: optional(3),
            discarded: optional(4)
        };
    }

    *[Symbol.iterator](): Iterator<Packet> {
        for (let index = 0; index < this.count; index++) {
            yield this.at(index) as Packet;
        }
    }

    /** When a packet begins, 0 when it does not say. */
    beginOf(index: number): bigint {
        return this.optional[1][index];
    }

    private sourceOf({ path, streamClass }: Packet): number {
        const last = this.sources.length - 1;
        const isKnown = (index: number): boolean =>
            this.sources[index]?.path === path && this.sources[index].streamClass === streamClass;
        if (isKnown(last)) {
            return last;
        }
        const found = this.sources.findIndex((_, index) => isKnown(index));
        return found < 0 ? this.sources.push({ path, streamClass }) - 1 : found;
    }

    private grow(): void {
        this.offsets = doubled(this.offsets);
        this.sizes = doubled(this.sizes);
        this.contents = doubled(this.contents);
        this.cpus = doubled(this.cpus);
        this.files = doubled(this.files);
        this.flags = doubled(this.flags);
        this.optional.forEach((column, bit) => (this.optional[bit] = doubled(column)));
    }
}

function doubled<T extends Column>(column: T): T {
    const larger = new (column.constructor as new (length: number) => T)(column.length * 2);
    (larger as Float64Array).set(column as Float64Array);
    return larger;
}
