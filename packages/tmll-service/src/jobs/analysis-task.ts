import type { MessagePort } from 'node:worker_threads';
import type { AnalysisRequest, Progress, Wire } from 'tmll-analysis/algorithms';

/** What a worker is given to do. */
export interface AnalysisTask {
    /** Base URL of the trace server's TSP. */
    readonly serverUrl: string;
    /** Id under which the result is going to be kept. */
    readonly resultId: string;
    readonly request: Wire<AnalysisRequest>;
    /** Carries `TaskMessage`s to the service, and `CANCEL` to the worker. */
    readonly port: MessagePort;
}

/** Asks the worker to give up, down to its requests in flight. */
export const CANCEL = 'cancel';

export type TaskMessage = { readonly type: 'started' } | { readonly type: 'progress'; readonly progress: Progress };

/** How a task ended, unless its worker died. */
export type TaskOutcome =
    | { readonly state: 'done'; readonly result: TaskResult }
    /** `error` is one sentence for people; `stack` is there when the failure was not foreseen. */
    | { readonly state: 'failed'; readonly error: string; readonly stack?: string }
    | { readonly state: 'cancelled' };

export interface TaskResult {
    /** A `StoredResult` as JSON without line breaks: made by the worker, so that the service never has it as objects. */
    readonly json: Uint8Array;
    readonly method: string;
    /** Number of findings. */
    readonly findings: number;
    /** Severity of the worst finding, 0 when there is none. */
    readonly severity: number;
}
