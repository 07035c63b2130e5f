import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { type ChunkArray, kindOf, Page, type PageSource } from '../../../outputs/columns/pages';
import type { RecordingResult } from '../../../outputs/recording/record-trace';
import type { Snapshot } from '../../../outputs/recording/snapshot/snapshot';
import { ALIGNMENT, type RecordingHead, writeTrailer } from './recording-format';

const BUFFER_BYTES = 1 << 20;

/**
 * Writes what is recorded of a trace to a file: the full chunks of columns while the trace is read (`keep`), and at the end all the rest.
 */
export class RecordingFileWriter implements PageSource {
    private readonly descriptor: number;
    private readonly buffer = Buffer.alloc(BUFFER_BYTES);
    private buffered = 0;
    private written = 0;
    private checksum = 0;

    /** @throws Error of the file system */
    constructor(path: string) {
        this.descriptor = openSync(path, 'wx+');
    }

    /** Writes a chunk, which can be read again from the page. */
    readonly keep = <A extends ChunkArray>(chunk: A): Page<A> =>
        new Page<A>(this, kindOf(chunk), this.append(chunk), chunk.length);

    /** A part of what was written so far. */
    read(offset: number, bytes: number): ArrayBuffer {
        this.flush();
        const target = new ArrayBuffer(bytes);
        readSync(this.descriptor, new Uint8Array(target), 0, bytes, offset);
        return target;
    }

    /** Writes the rest and closes the file. */
    finish(result: RecordingResult, { shape, recorders, arrays, pages }: Snapshot): void {
        const start = this.position;
        const places = arrays.map(array => [kindOf(array), this.append(array) - start, array.length]);
        const head: RecordingHead = {
            result,
            shape,
            recorders,
            start,
            arrays: Float64Array.from(places.flat()),
            pages: Float64Array.from(pages.flatMap(({ kind, offset, length }) => [kind, offset, length]))
        };
        const bytes = serialize(head);
        const headOffset = this.append(bytes);
        this.flush();
        const trailer = writeTrailer({ headOffset, headBytes: bytes.length, checksum: this.checksum });
        writeSync(this.descriptor, trailer);
        this.close();
    }

    close(): void {
        closeSync(this.descriptor);
    }

    private get position(): number {
        return this.written + this.buffered;
    }

    /** Adds bytes at the next place where an array of any kind may begin. */
    private append({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
        this.write(Buffer.alloc((ALIGNMENT - (this.position % ALIGNMENT)) % ALIGNMENT));
        const offset = this.position;
        this.write(Buffer.from(buffer, byteOffset, byteLength));
        return offset;
    }

    private write(bytes: Buffer): void {
        if (bytes.length > BUFFER_BYTES - this.buffered) {
            this.flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            this.put(bytes);
        } else {
            bytes.copy(this.buffer, this.buffered);
            this.buffered += bytes.length;
        }
    }

    private flush(): void {
        this.put(this.buffer.subarray(0, this.buffered));
        this.buffered = 0;
    }

    private put(bytes: Buffer): void {
        this.checksum = crc32(bytes, this.checksum);
        for (let done = 0; done < bytes.length;) {
            done += writeSync(this.descriptor, bytes, done);
        }
        this.written += bytes.length;
    }
}
