import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { findCtfTraces, openCtfTraces, searchTraces } from '../ctf';
import { withinExactRange } from '../trace/exact-range';
import { fileError } from '../trace/file-error';
import { mergeTraces } from '../trace/merge';
import { Trace, TraceError } from '../trace/trace';
import { isTraceEventFile, openTraceEvents } from '../trace-event';

/**
 * Opens what is at a path as one trace, whatever its format: a CTF trace's folder (or its metadata file), a file of trace
 * events, or a folder with several of either somewhere below it, which are then merged by time.
 *
 * @throws TraceError when there is none, or one cannot be read
 */
export async function openTrace(path: string): Promise<Trace> {
    const traces = await openTraces(path);
    return traces.length === 1 ? traces[0] : withinExactRange(mergeTraces(traces, resolve(path)));
}

/**
 * Opens every trace at or below a path, each with a name of its own.
 *
 * @throws TraceError when there is none, or one cannot be read
 */
export async function openTraces(path: string): Promise<Trace[]> {
    const root = await rootOf(path);
    if (root.isFile) {
        return [await openTraceEvents(root.path)];
    }
    const { folders, documents } = await search(root.path);
    const traces = folders.length > 0 ? await openCtfTraces(root.path) : [];
    for (const document of documents) {
        traces.push(named(await openTraceEvents(document), relative(root.path, document)));
    }
    return traces;
}

/**
 * Paths of which `openTrace` opens one trace each, at or below a path; together they cover all traces there. Chunks and
 * snapshots of one trace are one path, that of the folder around them.
 *
 * @throws TraceError when there is none, or one cannot be read
 */
export async function findTraces(path: string): Promise<string[]> {
    const root = await rootOf(path);
    if (root.isFile) {
        return [root.path];
    }
    const { folders, documents } = await search(root.path);
    const traces = folders.length > 0 ? await findCtfTraces(root.path) : [];
    return [...traces, ...documents.filter(document => !traces.some(trace => document.startsWith(join(trace, sep))))];
}

async function rootOf(path: string): Promise<{ path: string; isFile: boolean }> {
    const root = resolve(path);
    try {
        if ((await stat(root)).isDirectory()) {
            return { path: root, isFile: false };
        }
    } catch (error) {
        throw fileError(error, root);
    }
    if (await isTraceEventFile(root)) {
        return { path: root, isFile: true };
    }
    if (basename(root) === 'metadata') {
        return { path: dirname(root), isFile: false };
    }
    throw new TraceError(
        `${root} is no trace: neither a file of trace events (JSON) nor the folder of a CTF trace; open the trace's folder.`,
        root
    );
}

async function search(root: string): Promise<{ folders: readonly string[]; documents: readonly string[] }> {
    const found = await searchTraces(root);
    const documents: string[] = [];
    for (const document of found.documents) {
        if (await isTraceEventFile(document)) {
            documents.push(document);
        }
    }
    if (found.folders.length + documents.length === 0) {
        throw new TraceError(
            `${root} holds no trace: neither a CTF trace (a folder with a file named metadata) nor a file of trace events (JSON).`,
            root
        );
    }
    return { folders: found.folders, documents };
}

/** The trace under another name. */
function named(trace: Trace, name: string): Trace {
    return Object.create(trace, { name: { value: name, enumerable: true } }) as Trace;
}
