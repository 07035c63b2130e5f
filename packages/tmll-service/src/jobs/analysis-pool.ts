import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { Progress } from 'tmll-analysis/algorithms';
import { isErrorCode, messageOf } from '../service/errors';
import { Log } from '../service/log';
import { AnalysisTask, CANCEL, TaskMessage, TaskOutcome } from './analysis-task';

export interface PoolOptions {
    /** The script that the workers run: its default export takes an `AnalysisTask` and answers with a `TaskOutcome`. */
    readonly workerFile: string;
    readonly log: Log;
    readonly maxThreads?: number;
    /** Limit of one worker's heap; arrays of numbers are outside of it. */
    readonly memoryLimitMb?: number;
    /** How long one task may run. */
    readonly timeLimitMs?: number;
    /** How long a worker that was asked to give up has to do so before its thread is ended. */
    readonly graceMs?: number;
}

export interface RunOptions {
    readonly signal: AbortSignal;
    onStarted(): void;
    onProgress(progress: Progress): void;
}

const IDLE_WORKER_MS = 60_000;

/** Runs analyses in worker threads. Whatever happens to a worker, the service lives on and the next task gets a fresh one. */
export class AnalysisPool {
    private readonly options: Required<PoolOptions>;
    private readonly workers: Piscina<AnalysisTask, TaskOutcome>;

    constructor(options: PoolOptions) {
        this.options = {
            maxThreads: Math.max(1, Math.min(availableParallelism() - 1, 4)),
            memoryLimitMb: 2048,
            timeLimitMs: 15 * 60_000,
            graceMs: 2000,
            ...options
        };
        this.workers = new Piscina({
            filename: this.options.workerFile,
            // One worker stays, so that the first analysis need not wait for it and the queue is served when another dies.
            minThreads: 1,
            maxThreads: this.options.maxThreads,
            idleTimeout: IDLE_WORKER_MS,
            resourceLimits: { maxOldGenerationSizeMb: this.options.memoryLimitMb },
            // A worker that sleeps on a lock would not hear that its connections were closed.
            atomics: 'disabled'
        });
        this.workers.on('error', error => options.log(`A worker failed while it rested: ${error}`));
    }

    /** Runs a task as soon as a worker is free. Never rejects: a worker that dies is a failed task. */
    async run(task: Omit<AnalysisTask, 'port'>, options: RunOptions): Promise<TaskOutcome> {
        const run = new Run(this.options, options);
        try {
            const outcome = await this.workers.run(
                { ...task, port: run.workerPort },
                { transferList: [run.workerPort], signal: run.end }
            );
            return run.judge(outcome);
        } catch (error) {
            return run.judge({ state: 'failed', error: this.describeDeath(error) });
        } finally {
            run.close();
        }
    }

    async close(): Promise<void> {
        await this.workers.destroy();
    }

    private describeDeath(error: unknown): string {
        if (isErrorCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) {
            return (
                `The analysis needed more than ${this.options.memoryLimitMb} MB of memory and was stopped; ` +
                'choose fewer series, a shorter range or a coarser resampling.'
            );
        }
        return `The analysis ended unexpectedly (${messageOf(error)}); this is a fault of the program, please report it.`;
    }
}

/** One task on its way: hands on what its worker tells, and ends it when it is cancelled or takes too long. */
class Run {
    private readonly channel = new MessageChannel();
    private readonly ending = new AbortController();
    private readonly timers: NodeJS.Timeout[] = [];
    private isStarted = false;
    private isTooLate = false;

    constructor(
        private readonly limits: Required<PoolOptions>,
        private readonly options: RunOptions
    ) {
        this.channel.port1.on('message', (message: TaskMessage) => this.receive(message));
        if (options.signal.aborted) {
            this.stop();
        }
        options.signal.addEventListener('abort', this.stop, { once: true });
    }

    get workerPort(): AnalysisTask['port'] {
        return this.channel.port2;
    }

    /** Ends the worker's thread, or takes the task out of the queue. */
    get end(): AbortSignal {
        return this.ending.signal;
    }

    /** What became of the task, given how its worker ended: who was stopped has not failed by itself. */
    judge(outcome: TaskOutcome): TaskOutcome {
        if (this.options.signal.aborted) {
            return { state: 'cancelled' };
        }
        if (this.isTooLate) {
            const minutes = this.limits.timeLimitMs / 60_000;
            return {
                state: 'failed',
                error: `The analysis took longer than ${minutes} min and was stopped; choose fewer series or a shorter range.`
            };
        }
        return outcome;
    }

    close(): void {
        this.options.signal.removeEventListener('abort', this.stop);
        this.timers.forEach(clearTimeout);
        this.channel.port1.close();
    }

    private receive(message: TaskMessage): void {
        if (message.type === 'progress') {
            this.options.onProgress(message.progress);
            return;
        }
        this.isStarted = true;
        this.after(this.limits.timeLimitMs, () => {
            this.isTooLate = true;
            this.stop();
        });
        this.options.onStarted();
    }

    private readonly stop = (): void => {
        if (!this.isStarted) {
            this.ending.abort();
            return;
        }
        this.channel.port1.postMessage(CANCEL);
        this.after(this.limits.graceMs, () => this.ending.abort());
    };

    private after(ms: number, action: () => void): void {
        this.timers.push(setTimeout(action, ms));
    }
}
