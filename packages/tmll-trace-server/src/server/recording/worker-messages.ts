import type { RecordingProgress } from '../../outputs/recording/record-trace';

/** What a worker that reads a trace is given. */
export interface WorkerTask {
    readonly path: string;
    /** Where it is to write what it records. */
    readonly file: string;
    /** Where recordings are kept; undefined: nowhere. */
    readonly cacheFolder?: string;
}

/** What a worker tells; `done` and `failed` end it. */
export type WorkerMessage =
    | ({ readonly kind: 'progress' } & RecordingProgress)
    | { readonly kind: 'warning'; readonly message: string }
    /** The file is the one of the task when it is not kept. */
    | { readonly kind: 'done'; readonly file: string }
    | { readonly kind: 'failed'; readonly message: string };
