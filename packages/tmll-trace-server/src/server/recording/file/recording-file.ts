import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { type ChunkArray, makeArray, Page, type PageSource } from '../../../outputs/columns/pages';
import type { RecordingResult } from '../../../outputs/recording/record-trace';
import type { Snapshot } from '../../../outputs/recording/snapshot/snapshot';
import { readTrailer, type RecordingHead, type RecordingTrailer, TRAILER_BYTES } from './recording-format';

const BLOCK = 1 << 20;

/** A recording in a file that stays open, for its pages are read when they are asked for. */
export class RecordingFile implements PageSource {
    readonly result: RecordingResult;
    readonly snapshot: Snapshot;
    private isOpen = true;

    private constructor(private readonly descriptor: number) {
        const { trailer } = trailerOf(descriptor);
        const head = deserialize(Buffer.from(this.read(trailer.headOffset, trailer.headBytes))) as RecordingHead;
        const { shape, recorders, start } = head;
        const buffer = this.read(start, trailer.headOffset - start);
        this.result = head.result;
        this.snapshot = {
            shape,
            recorders,
            arrays: entries(head.arrays, (kind, offset, length) => makeArray(kind, buffer, offset, length)),
            pages: entries(head.pages, (kind, offset, length) => new Page<ChunkArray>(this, kind, offset, length))
        };
    }

    /** @throws Error of the file system, or when the file is none of a recording */
    static open(path: string): RecordingFile {
        const descriptor = openSync(path, 'r');
        try {
            return new RecordingFile(descriptor);
        } catch (error) {
            closeSync(descriptor);
            throw error;
        }
    }

    /** A part of the file. @throws Error of the file system, or when it is closed */
    read(offset: number, bytes: number): ArrayBuffer {
        if (!this.isOpen) {
            throw new Error('The trace was closed while it was asked for something.');
        }
        const target = new ArrayBuffer(bytes);
        readFully(this.descriptor, new Uint8Array(target), offset);
        return target;
    }

    close(): void {
        if (this.isOpen) {
            this.isOpen = false;
            closeSync(this.descriptor);
        }
    }
}

/** Whether a file holds a whole recording, by its checksum. @throws Error of the file system */
export function isIntact(path: string): boolean {
    const descriptor = openSync(path, 'r');
    try {
        const { trailer, end } = trailerOf(descriptor);
        const block = Buffer.alloc(BLOCK);
        let checksum = 0;
        for (let offset = 0; offset < end; offset += BLOCK) {
            const part = block.subarray(0, Math.min(BLOCK, end - offset));
            readFully(descriptor, part, offset);
            checksum = crc32(part, checksum);
        }
        return checksum >>> 0 === trailer.checksum;
    } catch (error) {
        if (error instanceof BrokenRecording) {
            return false;
        }
        throw error;
    } finally {
        closeSync(descriptor);
    }
}

class BrokenRecording extends Error {}

function trailerOf(descriptor: number): { trailer: RecordingTrailer; end: number } {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(TRAILER_BYTES);
    const end = size - TRAILER_BYTES;
    if (end >= 0) {
        readFully(descriptor, bytes, end);
    }
    const trailer = readTrailer(bytes, size);
    if (!trailer) {
        throw new BrokenRecording('The file is not a whole recording.');
    }
    return { trailer, end };
}

function readFully(descriptor: number, target: Uint8Array, offset: number): void {
    for (let done = 0; done < target.length;) {
        const read = readSync(descriptor, target, done, target.length - done, offset + done);
        if (read === 0) {
            throw new BrokenRecording('The file of a recording ends too early.');
        }
        done += read;
    }
}

function entries<T>(table: Float64Array, make: (kind: number, offset: number, length: number) => T): T[] {
    return Array.from({ length: table.length / 3 }, (_, index) =>
        make(table[3 * index], table[3 * index + 1], table[3 * index + 2])
    );
}
