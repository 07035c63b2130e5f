/**
 * Columns are made of chunks. While a large trace is read its full chunks go to a file, and come back when they are asked for: so
 * memory does not grow with the trace. Where nobody keeps them they stay in memory.
 */

const ARRAYS = [Float64Array, Uint32Array, Int32Array, Int16Array, Uint8Array] as const;

/** An array that columns are made of. */
export type ChunkArray = Float64Array | Uint32Array | Int32Array | Int16Array | Uint8Array;

/** What kind of array a chunk is: an index for `makeArray`. @throws TypeError when it is none that columns are made of */
export function kindOf(array: ArrayBufferView): number {
    const kind = ARRAYS.findIndex(one => array instanceof one);
    if (kind < 0) {
        throw new TypeError(`A ${array.constructor.name} cannot be kept.`);
    }
    return kind;
}

/** An array of a kind over a part of a buffer. */
export function makeArray(kind: number, buffer: ArrayBuffer, offset: number, length: number): ChunkArray {
    return new ARRAYS[kind](buffer, offset, length);
}

/** Bytes of an element of a kind. */
export function elementBytes(kind: number): number {
    return ARRAYS[kind].BYTES_PER_ELEMENT;
}

/** Where pages are read from. */
export interface PageSource {
    read(offset: number, bytes: number): ArrayBuffer;
}

/** Bytes of the pages that stay in memory after they were asked for, those used last. */
const CACHE_BYTES = 32 * 2 ** 20;
const cache = new Map<Page<ChunkArray>, ChunkArray>();
let cachedBytes = 0;

/** A chunk in a file. */
export class Page<A extends ChunkArray> {
    /**
     * @param kind of its array
     * @param offset in the source, in bytes
     * @param length of the array
     */
    constructor(
        private readonly source: PageSource,
        readonly kind: number,
        readonly offset: number,
        readonly length: number
    ) {}

    /** The chunk. */
    load(): A {
        let array = cache.get(this) as A | undefined;
        if (array) {
            cache.delete(this);
        } else {
            const bytes = this.length * elementBytes(this.kind);
            array = makeArray(this.kind, this.source.read(this.offset, bytes), 0, this.length) as A;
            cachedBytes += bytes;
            for (const [page, { byteLength }] of cache) {
                if (cachedBytes <= CACHE_BYTES) {
                    break;
                }
                cache.delete(page);
                cachedBytes -= byteLength;
            }
        }
        cache.set(this, array);
        return array;
    }
}

/** A chunk of a column, wherever it is. */
export type Chunk<A extends ChunkArray> = A | Page<A>;

/** The array of a chunk. */
export function arrayOf<A extends ChunkArray>(chunk: Chunk<A>): A {
    return chunk instanceof Page ? chunk.load() : chunk;
}

/** Puts full chunks somewhere. */
export type PageKeeper = <A extends ChunkArray>(chunk: A) => Page<A>;

let keeper: PageKeeper | undefined;

/** Lets somebody keep the full chunks of all columns of this thread from now on; undefined: memory. */
export function keepPagesIn(next: PageKeeper | undefined): void {
    keeper = next;
}

/** What is left in memory of a chunk that is full. */
export function keepChunk<A extends ChunkArray>(chunk: A): Chunk<A> {
    return keeper ? keeper(chunk) : chunk;
}
