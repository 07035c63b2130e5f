import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core';
import type { TimeRange } from 'tmll-analysis/algorithms';
import type { Job } from 'tmll-service/protocol';
import type { TraceSession } from 'tmll-viewer';
import { isActive, JobModel } from '../results/job-model';
import { messageOf } from '../../common/message-of';

/** All analyses of a trace that were asked for at once. */
export interface TraceAnalysisRun {
    readonly session: TraceSession;
    /** How many analyses were asked for. */
    readonly total: number;
    /** Those that the service took. */
    readonly jobs: readonly Job[];
    /** Why others could not be asked for, one sentence each. */
    readonly failures: readonly string[];
}

/**
 * "Analyze trace": runs everything that applies to a trace with its defaults, at once. Jobs live in the service and go on after a reload;
 * what is known here is which of them belong together.
 */
@injectable()
export class TraceAnalysis {
    @inject(JobModel)
    protected readonly jobs: JobModel;

    protected readonly onDidEndEmitter = new Emitter<TraceAnalysisRun>();
    /** The last analysis of a run has ended. */
    readonly onDidEnd: Event<TraceAnalysisRun> = this.onDidEndEmitter.event;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected runs: readonly TraceAnalysisRun[] = [];
    /** Jobs of all runs, also of those that are over: others may hear of the end of a job only then. */
    protected readonly together = new Set<string>();

    @postConstruct()
    protected init(): void {
        this.jobs.onDidEnd(() => this.endRuns());
    }

    /** The run that a trace is in; undefined when it is in none. */
    runOf(session: TraceSession): TraceAnalysisRun | undefined {
        return this.runs.find(run => run.session === session);
    }

    /** Whether a job was, or is, asked for together with others. */
    includes(jobId: string): boolean {
        return this.together.has(jobId);
    }

    /** How far a run is, 0 to 1. */
    fraction({ jobs, total }: TraceAnalysisRun): number {
        const done = jobs.reduce((sum, { id }) => sum + fractionOf(this.jobs.job(id)), total - jobs.length);
        return total === 0 ? 1 : done / total;
    }

    /**
     * Runs all analyses that need nothing but a trace. A trace that is being analysed already is left to it.
     * @param range what they look at, ns since the epoch; the whole trace when not given
     */
    async run(session: TraceSession, range?: TimeRange): Promise<void> {
        if (this.runOf(session)) {
            return;
        }
        const modules = this.jobs.modules.filter(({ standalone }) => standalone);
        // Known before the first answer, so that no end of a job is taken for that of a single one.
        const run = { session, total: modules.length, jobs: [] as Job[], failures: [] as string[] };
        this.change([...this.runs, run]);
        for (const { id } of modules) {
            const request = { module: id, experimentId: session.experiment.UUID, range, parameters: {} };
            try {
                const job = await this.jobs.run(request);
                this.together.add(job.id);
                run.jobs.push(job);
            } catch (error) {
                run.failures.push(messageOf(error));
            }
            this.onDidChangeEmitter.fire();
        }
        this.endRuns();
    }

    cancel(session: TraceSession): void {
        const run = this.runOf(session);
        run?.jobs.filter(({ id }) => isRunning(this.jobs.job(id))).forEach(({ id }) => this.jobs.cancel(id));
    }

    protected endRuns(): void {
        const isOver = ({ jobs, failures, total }: TraceAnalysisRun): boolean =>
            jobs.length + failures.length === total && jobs.every(({ id }) => !isRunning(this.jobs.job(id)));
        const over = this.runs.filter(isOver);
        if (over.length > 0) {
            // Told first: who hears of it asks which jobs belonged to it.
            over.forEach(run => this.onDidEndEmitter.fire(run));
            this.change(this.runs.filter(run => !over.includes(run)));
        }
    }

    protected change(runs: readonly TraceAnalysisRun[]): void {
        this.runs = runs;
        this.onDidChangeEmitter.fire();
    }
}

function isRunning(job: Job | undefined): boolean {
    return job !== undefined && isActive(job);
}

function fractionOf(job: Job | undefined): number {
    return isRunning(job) ? (job?.progress.fraction ?? 0) : 1;
}
