import { parentPort, workerData } from 'node:worker_threads';
import { openPath } from '../traces/open-path';
import { recordTrace } from '../../outputs/recording/record-trace';
import { takeSnapshot } from '../../outputs/recording/snapshot/snapshot';
import { RecordingCache } from './cache/recording-cache';
import { prepareRecording } from './prepare-recording';
import type { FinishedRecording, WorkerMessage, WorkerTask } from './worker-messages';

/** Arrays of at least this many bytes are handed over instead of being copied. */
const HANDED_OVER = 4096;

/** Reads the trace that the thread was given, or takes what was kept of it, and tells the thread that started it. */
async function main({ path, cacheFolder }: WorkerTask): Promise<void> {
    const cache = cacheFolder === undefined ? undefined : new RecordingCache(cacheFolder);
    const kept = attempt('What was kept could not be read from', cacheFolder, () => cache?.read(path));
    if (kept) {
        send({ kind: 'done', ...kept });
        return;
    }
    const recording = prepareRecording(await openPath(path), '');
    const result = await recordTrace(
        recording,
        ({ events, end }) => send({ kind: 'progress', events, end }),
        new AbortController().signal
    );
    const finished: FinishedRecording = { result, snapshot: takeSnapshot(recording) };
    attempt('What was read could not be kept in', cacheFolder, () => cache?.write(path, finished));
    send({ kind: 'done', ...finished });
}

/** What a piece of work gives; undefined when it fails, which is told and hinders nothing. */
function attempt<T>(failure: string, folder: string | undefined, work: () => T): T | undefined {
    try {
        return work();
    } catch (error) {
        send({ kind: 'warning', message: `${failure} ${folder}: ${messageOf(error)}` });
        return undefined;
    }
}

function send(message: WorkerMessage): void {
    parentPort?.postMessage(message, message.kind === 'done' ? buffersOf(message.snapshot.recorders) : []);
}

/** The large arrays in what is sent. */
function buffersOf(root: unknown): ArrayBuffer[] {
    const buffers = new Set<ArrayBuffer>();
    const seen = new Set<object>();
    const left: unknown[] = [root];
    while (left.length > 0) {
        const value = left.pop();
        if (typeof value !== 'object' || value === null || seen.has(value)) {
            continue;
        }
        seen.add(value);
        if (!ArrayBuffer.isView(value)) {
            left.push(...Object.values(value));
        } else if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength) {
            if (value.byteLength >= HANDED_OVER) {
                buffers.add(value.buffer);
            }
        }
    }
    return [...buffers];
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

main(workerData as WorkerTask).catch((error: unknown) => send({ kind: 'failed', message: messageOf(error) }));
