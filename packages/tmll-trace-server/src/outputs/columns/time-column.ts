import { arrayOf, type Chunk, keepChunk } from './pages';

/** Values of a chunk; small enough that a search inside it stays in the processor's cache. */
const CHUNK_SIZE = 4096;
const FIRST_CAPACITY = 16;
/** A chunk holds offsets from its first time in 32 bits: about 4.3 s of ns. */
const CHUNK_RANGE = 2 ** 32;
const NONE: Uint32Array = new Uint32Array(0);

/**
 * Ascending integers (times as ns offsets, or accumulated ns) in 4 bytes each: chunks of 32-bit offsets from a base.
 * Values must be safe integers. Searching is by bisection, over the chunks and then inside one.
 */
export class TimeColumn {
    private readonly bases: number[] = [];
    private readonly ranks: number[] = [];
    private readonly chunks: Chunk<Uint32Array>[] = [];
    private current = NONE;
    private base = 0;
    private used = 0;
    private count = 0;
    private latest = -Infinity;
    /** The chunk that was read last: mostly the next one that is read. */
    private readIndex = -1;
    private read = NONE;

    /** How many values it holds. */
    get length(): number {
        return this.count;
    }

    /** The last value, -Infinity when empty. */
    get last(): number {
        return this.latest;
    }

    /**
     * Appends a value. One below the last counts as equal to it: old tracers write single events a few ns out of order,
     * and a search needs an ascending column.
     */
    push(value: number): void {
        const ascending = value < this.latest ? this.latest : value;
        if (this.chunks.length === 0 || this.used === CHUNK_SIZE || ascending - this.base >= CHUNK_RANGE) {
            this.open(ascending);
        } else if (this.used === this.current.length) {
            this.grow();
        }
        this.current[this.used++] = ascending - this.base;
        this.latest = ascending;
        this.count++;
    }

    /** The value of a rank in [0, length). */
    at(rank: number): number {
        const chunk = lastAtMost(this.ranks, rank);
        return this.bases[chunk] + this.offsetsOf(chunk)[rank - this.ranks[chunk]];
    }

    /** How many values are at most this one: the rank after the last of them. */
    countUpTo(value: number): number {
        if (value >= this.latest) {
            return this.count;
        }
        const chunk = lastAtMost(this.bases, value);
        if (chunk < 0) {
            return 0;
        }
        const offsets = this.offsetsOf(chunk);
        const offset = value - this.bases[chunk];
        let low = 0;
        let high = chunk === this.chunks.length - 1 ? this.used : this.lengthOf(chunk);
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (offsets[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return this.ranks[chunk] + low;
    }

    /** Its values, as plain data from which `unpack` makes it again. */
    pack(): PackedTimes {
        if (this.chunks.length <= 1) {
            return this.toArray();
        }
        const chunks = [...this.chunks.slice(0, -1), this.current.slice(0, this.used)];
        return { bases: Float64Array.from(this.bases), chunks };
    }

    /** The column that was packed. */
    static unpack(packed: PackedTimes): TimeColumn {
        const column = new TimeColumn();
        if (ArrayBuffer.isView(packed)) {
            for (let rank = 0; rank < packed.length; rank++) {
                column.push(packed[rank]);
            }
            return column;
        }
        packed.chunks.forEach((chunk, index) => {
            column.bases.push(packed.bases[index]);
            column.ranks.push(column.count);
            column.chunks.push(chunk);
            column.count += chunk.length;
        });
        column.current = arrayOf(column.chunks[column.chunks.length - 1]);
        column.base = packed.bases[packed.bases.length - 1];
        column.used = column.current.length;
        column.latest = column.at(column.count - 1);
        return column;
    }

    private toArray(): Float64Array {
        const values = new Float64Array(this.count);
        for (let rank = 0; rank < values.length; rank++) {
            values[rank] = this.base + this.current[rank];
        }
        return values;
    }

    private offsetsOf(chunk: number): Uint32Array {
        if (chunk === this.chunks.length - 1) {
            return this.current;
        }
        if (chunk !== this.readIndex) {
            this.read = arrayOf(this.chunks[chunk]);
            this.readIndex = chunk;
        }
        return this.read;
    }

    private lengthOf(chunk: number): number {
        return this.ranks[chunk + 1] - this.ranks[chunk];
    }

    private open(base: number): void {
        this.leave();
        // Dense columns go on with full chunks; sparse ones, of which there may be thousands, stay small.
        this.current = new Uint32Array(this.used === CHUNK_SIZE ? CHUNK_SIZE : FIRST_CAPACITY);
        this.base = base;
        this.used = 0;
        this.bases.push(base);
        this.ranks.push(this.count);
        this.chunks.push(this.current);
    }

    private grow(): void {
        const larger = new Uint32Array(Math.min(CHUNK_SIZE, this.current.length * 2));
        larger.set(this.current);
        this.current = larger;
        this.chunks[this.chunks.length - 1] = larger;
    }

    /** A full chunk may go elsewhere; one left early because of its range gives back what it does not use. */
    private leave(): void {
        const last = this.chunks.length - 1;
        if (this.used === CHUNK_SIZE) {
            this.chunks[last] = keepChunk(this.current);
        } else if (this.used < this.current.length) {
            this.chunks[last] = this.current.slice(0, this.used);
        }
    }
}

/** A few values as they are, or chunks of offsets from their bases. */
export type PackedTimes =
    Float64Array | { readonly bases: Float64Array; readonly chunks: readonly Chunk<Uint32Array>[] };

/** Index of the last element that is at most the value, -1 when there is none. */
function lastAtMost(ascending: readonly number[], value: number): number {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (ascending[middle] <= value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low - 1;
}
