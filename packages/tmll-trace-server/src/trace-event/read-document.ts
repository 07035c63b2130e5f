import { createReadStream, openSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { TraceError } from '../trace/trace';
import { BlockBuilder } from './block-builder';
import { Block, MAX_EVENT_BYTES } from './event-file';
import { EventScanner, NotTraceEvents } from './event-scanner';
import { parseEvent, RawEvent } from './raw-event';
import { TemporaryFile } from './temporary-file';

const GZIP_MAGIC = [0x1f, 0x8b];
/** More than any disk for temporary files should be asked to hold. */
const MAX_UNPACKED_BYTES = 64 * 2 ** 30;

/** What reading a document from end to end found. */
export interface Document {
    /** An open file that holds the events as they are in the blocks. */
    readonly descriptor: number;
    readonly blocks: readonly Block[];
    /** Was the list of events not at its end? */
    readonly cut: boolean;
    /** Events without phase or time. */
    readonly unusable: number;
}

/** Takes an event; gives back its time in ns from the base, or undefined for none that is to be read later. */
export type EventObserver = (event: RawEvent, text: string) => number | undefined;

/**
 * Reads a document of trace events, packed by gzip or not, piece by piece. What is packed is unpacked into a temporary
 * file, so that it can be read at any place afterwards.
 *
 * @throws TraceError when it is no such document, or is damaged
 */
export async function readDocument(path: string, packed: boolean, observe: EventObserver): Promise<Document> {
    const blocks = new BlockBuilder();
    let unusable = 0;
    const scanner = new EventScanner((bytes, start, end, offset) => {
        const text = bytes.toString('utf8', start, end);
        const event = parsed(text, path, offset);
        const time = event && observe(event, text);
        unusable += event ? 0 : 1;
        if (time !== undefined) {
            blocks.add(offset, offset + end - start, time);
        }
    }, MAX_EVENT_BYTES);
    const unpacked = packed ? new TemporaryFile() : undefined;
    let broken = false;
    try {
        for await (const piece of pieces(path, packed) as AsyncIterable<Buffer>) {
            unpacked?.write(piece);
            if ((unpacked?.size ?? 0) > MAX_UNPACKED_BYTES) {
                throw new TraceError(`The file ${path} is too large when it is unpacked.`, path);
            }
            scanner.push(piece);
            if (scanner.isDone) {
                break;
            }
        }
    } catch (error) {
        if (error instanceof NotTraceEvents) {
            throw new TraceError(`The file ${path} holds no trace events: ${error.message}.`, path, { cause: error });
        }
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR') {
            // What was unpacked before the damage counts, as it does in a file that is cut.
            broken = true;
        } else {
            throw error;
        }
    }
    if (!scanner.hasEvents) {
        throw new TraceError(`The file ${path} holds no trace events: it ends before their list begins.`, path);
    }
    blocks.cut();
    return {
        descriptor: unpacked ? unpacked.finish() : openSync(path, 'r'),
        blocks: blocks.blocks,
        cut: broken || !scanner.isDone,
        unusable
    };
}

/** Does it begin as a file that gzip packed? */
export function isPacked(head: Uint8Array): boolean {
    return GZIP_MAGIC.every((byte, index) => head[index] === byte);
}

function pieces(path: string, packed: boolean): Readable {
    const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
    if (!packed) {
        return file;
    }
    const unpacking = createGunzip();
    file.on('error', error => unpacking.destroy(error));
    return file.pipe(unpacking);
}

function parsed(text: string, path: string, offset: number): RawEvent | undefined {
    try {
        return parseEvent(text);
    } catch (error) {
        throw new TraceError(`The file ${path} is damaged at byte ${offset}: the event there is no JSON.`, path, {
            cause: error
        });
    }
}
