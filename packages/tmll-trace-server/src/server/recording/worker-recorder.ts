import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { restoreSnapshot } from '../../outputs/recording/snapshot/snapshot';
import type { TraceRecording } from '../../outputs/recording/trace-recording';
import { filesOf } from './cache/fingerprint';
import { RecordingFile } from './file/recording-file';
import { inThreadRecorder } from './in-thread-recorder';
import type { Recorded, RecordingListener, TraceRecorder } from './recorder';
import { Slots } from './slots';
import type { WorkerMessage, WorkerTask } from './worker-messages';

/** Starting a thread and opening such a trace there again takes longer than reading it here. */
const SMALL_BYTES = 4 * 2 ** 20;

/**
 * Reads each trace in a thread of its own, so that requests are answered meanwhile and a trace that needs too much memory fails alone.
 * Small ones are read in this thread, in slices. As many at a time as there are processors, less the one for requests.
 */
export class WorkerRecorder implements TraceRecorder {
    private readonly slots = new Slots(Math.max(1, availableParallelism() - 1));

    /**
     * @param script the worker's script (`workerFile`)
     * @param cacheFolder where recordings are kept; undefined: nowhere
     * @param smallBytes traces of fewer bytes are read in this thread
     */
    constructor(
        private readonly script: string,
        private readonly cacheFolder?: string,
        private readonly smallBytes = SMALL_BYTES
    ) {}

    async record(
        recording: TraceRecording,
        path: string,
        listener: RecordingListener,
        signal: AbortSignal
    ): Promise<Recorded> {
        if (bytesOf(path) < this.smallBytes) {
            return inThreadRecorder.record(recording, path, listener, signal);
        }
        const cacheFolder = this.usableCacheFolder(listener);
        const file = join(cacheFolder ?? tmpdir(), `${randomUUID()}.part`);
        try {
            const task = { path, file, cacheFolder };
            const recorded = RecordingFile.open(await this.slots.run(() => this.read(task, listener, signal), signal));
            if (restoreSnapshot(recording, recorded.snapshot)) {
                return { ...recorded.result, close: () => recorded.close() };
            }
            recorded.close();
        } finally {
            // What is open can still be read; a file that is kept is not there any more.
            rmSync(file, { force: true });
        }
        // A trace that changed since it was opened here is another one there.
        return inThreadRecorder.record(recording, path, listener, signal);
    }

    /** Where recordings are kept, when they can be. */
    private usableCacheFolder(listener: RecordingListener): string | undefined {
        if (this.cacheFolder !== undefined) {
            try {
                mkdirSync(this.cacheFolder, { recursive: true });
            } catch (error) {
                listener.warning(`What is read cannot be kept in ${this.cacheFolder}: ${(error as Error).message}`);
                return undefined;
            }
        }
        return this.cacheFolder;
    }

    /** @returns the file of what was read */
    private async read(task: WorkerTask, listener: RecordingListener, signal: AbortSignal): Promise<string> {
        const worker = new Worker(this.script, { workerData: task });
        const stop = (): void => void worker.terminate();
        signal.addEventListener('abort', stop);
        try {
            return await new Promise<string>((resolve, reject) => {
                worker.on('message', (message: WorkerMessage) => {
                    switch (message.kind) {
                        case 'progress':
                            listener.progress(message);
                            break;
                        case 'warning':
                            listener.warning(message.message);
                            break;
                        case 'done':
                            resolve(message.file);
                            break;
                        case 'failed':
                            reject(new Error(message.message));
                    }
                });
                worker.on('error', error => reject(explain(error)));
                worker.on('exit', () => {
                    reject(signal.aborted ? (signal.reason as Error) : new Error('the thread that read it ended.'));
                });
            });
        } finally {
            signal.removeEventListener('abort', stop);
            await worker.terminate();
        }
    }
}

function bytesOf(path: string): number {
    return filesOf(path)?.reduce((sum, { size }) => sum + Number(size), 0) ?? Infinity;
}

function explain(error: Error): Error {
    return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new Error('it needs more memory than the server may use; start it with a larger --max-old-space-size.', {
              cause: error
          })
        : error;
}
