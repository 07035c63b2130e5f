import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { withinExactRange } from '../trace/exact-range';
import { fileError } from '../trace/file-error';
import { Trace, TraceWarning } from '../trace/trace';
import { PROCESS_NAME, THREAD_NAME } from './event-cursor';
import { EventFile } from './event-file';
import { EventTypes } from './event-types';
import { Names } from './names';
import { exactOffset } from './raw-event';
import { isPacked, readDocument } from './read-document';
import { sortedEnough } from './sort-events';
import { TraceEventTrace } from './trace-event-trace';

const HEAD_BYTES = 64 * 1024;
/** Within its first bytes a document has an event, with its phase, or says that events follow. */
const EVENTS = /^\uFEFF?\s*(\[\s*(\]|\{[^]*"ph"\s*:)|\{[^]*"traceEvents"\s*:\s*\[)/;

/** Does a file hold trace events, by how it begins? @throws TraceError when it cannot be read */
export async function isTraceEventFile(path: string): Promise<boolean> {
    return EVENTS.test(textOf(await headOf(path)));
}

/**
 * Opens a document of Chrome's Trace Event Format: an array of events, which may be cut off, or an object with
 * `traceEvents`; packed by gzip or not. It is read once from end to end, piece by piece; of its events only the times
 * of blocks are kept.
 *
 * @throws TraceError when it is no such document, or cannot be read
 */
export async function openTraceEvents(path: string): Promise<Trace> {
    try {
        return await read(path, isPacked(await headOf(path)));
    } catch (error) {
        throw fileError(error, path);
    }
}

async function read(path: string, packed: boolean): Promise<Trace> {
    const types = new EventTypes();
    const names = new Names();
    let base: number | undefined;
    const document = await readDocument(path, packed, (event, text) => {
        if (event.phase === 'M') {
            names.add(event);
            return undefined;
        }
        base ??= Math.trunc(event.ts);
        types.observe(event);
        return exactOffset(event.ts, base, text);
    });
    if (names.hasProcesses) {
        types.addContext(PROCESS_NAME);
    }
    if (names.hasThreads) {
        types.addContext(THREAD_NAME);
    }
    const file = new EventFile(document.descriptor, path, base ?? 0, document.blocks);
    const trace = new TraceEventTrace({
        path,
        file: await sortedEnough(file),
        types,
        names,
        eventTypes: types.finish(),
        environment: { Type: 'Trace-Event', ...names.properties },
        stream: { index: 0, file: '', channel: basename(path) },
        warnings: warningsOf(path, document.cut, document.unusable)
    });
    return withinExactRange(trace);
}

function warningsOf(path: string, cut: boolean, unusable: number): TraceWarning[] {
    return [
        ...(cut ? [{ file: path, message: 'The list of events does not end; it was read up to there.' }] : []),
        ...(unusable > 0
            ? [{ file: path, message: `${unusable} events have no phase or no time; they were left out.` }]
            : [])
    ];
}

async function headOf(path: string): Promise<Buffer> {
    try {
        const file = await open(path, 'r');
        try {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
            return buffer.subarray(0, bytesRead);
        } finally {
            await file.close();
        }
    } catch (error) {
        throw fileError(error, path);
    }
}

function textOf(head: Buffer): string {
    if (!isPacked(head)) {
        return head.toString();
    }
    try {
        // The head of a packed file is no whole one; what it unpacks to is enough.
        return gunzipSync(head, { finishFlush: 2, maxOutputLength: 64 * HEAD_BYTES }).toString();
    } catch {
        return '';
    }
}
