import type { RecordingProgress, RecordingResult } from '../../outputs/recording/record-trace';
import type { Snapshot } from '../../outputs/recording/snapshot/snapshot';

/** What a worker that reads a trace is given. */
export interface WorkerTask {
    readonly path: string;
    /** Where recordings are kept; undefined: nowhere. */
    readonly cacheFolder?: string;
}

/** A recording that is finished, as it is kept and sent. */
export interface FinishedRecording {
    readonly result: RecordingResult;
    readonly snapshot: Snapshot;
}

/** What a worker tells; `done` and `failed` end it. */
export type WorkerMessage =
    | ({ readonly kind: 'progress' } & RecordingProgress)
    | { readonly kind: 'warning'; readonly message: string }
    | ({ readonly kind: 'done' } & FinishedRecording)
    | { readonly kind: 'failed'; readonly message: string };
