import { arrayOf, type Chunk, type ChunkArray, keepChunk } from './pages';

const CHUNK_BITS = 12;
const CHUNK_SIZE = 1 << CHUNK_BITS;
const FIRST_CAPACITY = 16;

/** The values of the last chunk, after all the full ones when there are any. */
export type PackedValues = Float64Array | readonly Chunk<ChunkArray>[];

/** Several values together; those that are NaN do not count. */
export interface ValueSummary {
    readonly sum: number;
    readonly count: number;
    /** The last of them, NaN when there is none. */
    readonly last: number;
}

/**
 * Numbers in the order of their arrival. A full chunk is packed into the narrowest array that holds its values exactly, so
 * small integers (sizes, counts, keys) take 1, 2 or 4 bytes instead of 8.
 */
export class ValueColumn {
    private readonly chunks: Chunk<ChunkArray>[] = [];
    private current = new Float64Array(FIRST_CAPACITY);
    private used = 0;
    /** The chunk that was read last: mostly the next one that is read. */
    private readIndex = -1;
    private read: ChunkArray = this.current;

    /** How many values it holds. */
    get length(): number {
        return this.chunks.length * CHUNK_SIZE + this.used;
    }

    push(value: number): void {
        if (this.used === this.current.length) {
            this.makeRoom();
        }
        this.current[this.used++] = value;
    }

    /** The value of a rank in [0, length). */
    at(rank: number): number {
        const chunk = rank >>> CHUNK_BITS;
        const values = this.valuesOf(chunk);
        return values[rank & (CHUNK_SIZE - 1)];
    }

    /** What the values of the ranks [from, to) are together. */
    summarize(from: number, to: number): ValueSummary {
        let sum = 0;
        let count = 0;
        let last = NaN;
        for (let rank = from; rank < to;) {
            const chunk = rank >>> CHUNK_BITS;
            const values = this.valuesOf(chunk);
            const end = Math.min(to - chunk * CHUNK_SIZE, CHUNK_SIZE);
            for (let index = rank & (CHUNK_SIZE - 1); index < end; index++) {
                const value = values[index];
                // Only NaN differs from itself.
                if (value === value) {
                    sum += value;
                    count++;
                    last = value;
                }
            }
            rank = chunk * CHUNK_SIZE + end;
        }
        return { sum, count, last };
    }

    /** Its values, as plain data from which `unpack` makes it again. */
    pack(): PackedValues {
        const rest = this.current.slice(0, this.used);
        return this.chunks.length === 0 ? rest : [...this.chunks, rest];
    }

    /** The column that was packed. */
    static unpack(packed: PackedValues): ValueColumn {
        const column = new ValueColumn();
        const chunks: readonly Chunk<ChunkArray>[] = ArrayBuffer.isView(packed) ? [packed] : packed;
        chunks.slice(0, -1).forEach(chunk => column.chunks.push(chunk));
        column.current = new Float64Array(arrayOf(chunks[chunks.length - 1]));
        column.used = column.current.length;
        return column;
    }

    private valuesOf(chunk: number): ChunkArray {
        if (chunk === this.chunks.length) {
            return this.current;
        }
        if (chunk !== this.readIndex) {
            this.read = arrayOf(this.chunks[chunk]);
            this.readIndex = chunk;
        }
        return this.read;
    }

    private makeRoom(): void {
        if (this.current.length < CHUNK_SIZE) {
            const larger = new Float64Array(Math.min(CHUNK_SIZE, Math.max(FIRST_CAPACITY, this.current.length * 2)));
            larger.set(this.current);
            this.current = larger;
        } else {
            this.chunks.push(keepChunk(pack(this.current)));
            this.used = 0;
        }
    }
}

function pack(values: Float64Array): ChunkArray {
    let lowest = Infinity;
    let highest = -Infinity;
    for (const value of values) {
        // An integer array would turn a negative zero into zero, and NaN or a fraction into something else.
        if (!Number.isInteger(value) || Object.is(value, -0)) {
            return values.slice();
        }
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
    }
    if (lowest >= 0 && highest <= 0xff) {
        return Uint8Array.from(values);
    }
    if (lowest >= -0x8000 && highest <= 0x7fff) {
        return Int16Array.from(values);
    }
    if (lowest >= -0x80000000 && highest <= 0x7fffffff) {
        return Int32Array.from(values);
    }
    return values.slice();
}
