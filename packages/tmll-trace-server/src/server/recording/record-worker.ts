import { parentPort, workerData } from 'node:worker_threads';
import { keepPagesIn } from '../../outputs/columns/pages';
import { recordTrace } from '../../outputs/recording/record-trace';
import { takeSnapshot } from '../../outputs/recording/snapshot/snapshot';
import { openPath } from '../traces/open-path';
import { programDigest } from './cache/program-digest';
import { RecordingCache } from './cache/recording-cache';
import { RecordingFileWriter } from './file/recording-file-writer';
import { prepareRecording } from './prepare-recording';
import type { WorkerMessage, WorkerTask } from './worker-messages';

/** Reads the trace that the thread was given into a file, or finds what was kept of it, and tells the thread that started it. */
async function main({ path, file, cacheFolder }: WorkerTask): Promise<void> {
    const cache = cacheFolder === undefined ? undefined : new RecordingCache(cacheFolder, programDigest(__filename));
    const kept = attempt('What was kept could not be read from', cacheFolder, () => cache?.find(path));
    if (kept !== undefined) {
        send({ kind: 'done', file: kept });
        return;
    }
    const events = await record(path, file);
    const keptNow = attempt('What was read could not be kept in', cacheFolder, () => cache?.keep(path, file, events));
    send({ kind: 'done', file: keptNow ?? file });
}

/** Reads a trace into a file. @returns how many events it has */
async function record(path: string, file: string): Promise<number> {
    const writer = new RecordingFileWriter(file);
    keepPagesIn(writer.keep);
    const recording = prepareRecording(await openPath(path), '');
    const result = await recordTrace(
        recording,
        ({ events, end }) => send({ kind: 'progress', events, end }),
        new AbortController().signal
    );
    writer.finish(result, takeSnapshot(recording));
    return result.events;
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
    parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

main(workerData as WorkerTask).catch((error: unknown) => send({ kind: 'failed', message: messageOf(error) }));
