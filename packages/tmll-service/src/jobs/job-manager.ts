import { randomUUID } from 'node:crypto';
import { AnalysisModule } from 'tmll-analysis';
import { AnalysisRequest, ParameterError, toWire, validateParameters } from 'tmll-analysis/algorithms';
import { HttpError } from '../http/http-error';
import { Job, ResultSummary, Run } from '../protocol';
import { ExperimentDescription } from '../results/describe-experiment';
import { aboutQuestion, questionKey, resultKey } from '../results/result-key';
import { ResultStore } from '../results/result-store';
import { TraceRefresher } from '../results/trace-refresher';
import { RunStore } from '../runs/run-store';
import { Log } from '../service/log';
import { ServiceEvents } from '../service/service-events';
import { AnalysisPool } from './analysis-pool';
import { TaskOutcome, TaskResult } from './analysis-task';
import { messageOf } from '../service/errors';

export interface JobManagerOptions {
    readonly modules: readonly AnalysisModule[];
    readonly programVersion: string;
    readonly pool: AnalysisPool;
    readonly store: ResultStore;
    /** Where jobs that have ended are remembered. */
    readonly runs: RunStore;
    readonly events: ServiceEvents;
    readonly log: Log;
    /** Base URL of the trace server's TSP. */
    readonly serverUrl: () => Promise<string>;
    /** @throws TspError when there is no such experiment */
    readonly describeExperiment: (serverUrl: string, experimentId: string) => Promise<ExperimentDescription>;
    readonly refresher: TraceRefresher;
    /** Jobs that may wait or run at once. */
    readonly maxActive?: number;
    /** Finished jobs that are remembered. */
    readonly maxFinished?: number;
}

const DONE = { fraction: 1, message: 'done' };

/** A job and what it takes to end it. */
interface Entry {
    job: Job;
    readonly question: IdentifiedQuestion;
    readonly cancelling: AbortController;
}

/** A question with the ids that follow from it. */
export interface IdentifiedQuestion {
    readonly module: AnalysisModule;
    /** With all defaults filled in. */
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly experiment: ExperimentDescription;
    readonly questionId: string;
    /** The id that its result has or is going to have. */
    readonly resultId: string;
    readonly about: string;
}

/** Answers requests for analyses: with a stored result, with a job that is at it already, or with a new job. */
export class JobManager {
    private readonly entries = new Map<string, Entry>();
    private readonly maxActive: number;
    private readonly maxFinished: number;

    constructor(private readonly options: JobManagerOptions) {
        this.maxActive = options.maxActive ?? 100;
        this.maxFinished = options.maxFinished ?? 200;
    }

    /**
     * @throws HttpError 400 when the module or a parameter is unknown or wrong, 503 when too many jobs wait
     * @throws TspError when the trace server does not know the experiment
     */
    async submit(request: AnalysisRequest): Promise<Job> {
        const question = await this.identify(request);
        const isStored = (await this.options.store.read(question.resultId)) !== undefined;
        const active = this.active().find(entry => entry.question.resultId === question.resultId);
        if (active) {
            return active.job;
        }
        const entry = this.add(request, question);
        if (isStored) {
            this.finish(entry, { state: 'done', resultId: question.resultId, progress: DONE });
        } else {
            void this.run(entry);
        }
        return entry.job;
    }

    /**
     * What a request asks, without answering it.
     * @throws HttpError 400 when the module or a parameter is unknown or wrong
     * @throws TspError when the trace server does not know the experiment
     */
    async identify(request: AnalysisRequest): Promise<IdentifiedQuestion> {
        const { programVersion, describeExperiment, serverUrl, refresher } = this.options;
        const module = this.findModule(request.module);
        const parameters = checkParameters(module, request);
        const experiment = await describeExperiment(await serverUrl(), request.experimentId);
        refresher.note(experiment);
        const asked = { ...request, parameters, fingerprint: experiment.fingerprint };
        return {
            module,
            parameters,
            experiment,
            questionId: questionKey(asked),
            resultId: resultKey({ ...asked, moduleVersion: module.version, programVersion }),
            about: aboutQuestion(request)
        };
    }

    /** The newest job of each question on the traces of a fingerprint, with what it asks; none that is about to be cancelled. */
    questionsOf(fingerprint: string): { readonly question: IdentifiedQuestion; readonly job: Job }[] {
        const newest = new Map<string, Entry>();
        for (const entry of this.entries.values()) {
            const isEnding = isActive(entry) && entry.cancelling.signal.aborted;
            if (entry.question.experiment.fingerprint === fingerprint && !isEnding) {
                newest.set(entry.question.questionId, entry);
            }
        }
        return [...newest.values()].map(({ question, job }) => ({ question, job }));
    }

    /** The newest first. */
    list(): Job[] {
        return [...this.entries.values()].map(entry => entry.job).reverse();
    }

    /** @throws HttpError 404 */
    get(id: string): Job {
        return this.find(id).job;
    }

    /**
     * Asks a job to end; one that has ended stays as it is.
     * @throws HttpError 404
     */
    cancel(id: string): Job {
        const entry = this.find(id);
        entry.cancelling.abort();
        return entry.job;
    }

    /** Cancels everything; the pool is closed by whoever opened it. */
    close(): void {
        this.active().forEach(entry => entry.cancelling.abort());
    }

    private async run(entry: Entry): Promise<void> {
        const { pool, log, serverUrl, refresher } = this.options;
        const { question, job, cancelling } = entry;
        try {
            const server = await serverUrl();
            await refresher.refresh(server, question.experiment, cancelling.signal);
            const outcome = await pool.run(
                { serverUrl: server, resultId: question.resultId, request: job.request },
                {
                    signal: cancelling.signal,
                    onStarted: () => this.update(entry, { state: 'running', startedAt: new Date().toISOString() }),
                    onProgress: progress => this.update(entry, { progress })
                }
            );
            if (outcome.state === 'failed' && outcome.stack) {
                log(`Job ${job.id} failed: ${outcome.stack}`);
            }
            this.finish(entry, await this.keep(entry, outcome));
        } catch (error) {
            this.finish(
                entry,
                cancelling.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error: messageOf(error) }
            );
        }
        await this.remember(entry);
    }

    /** A run that cannot be remembered is no reason to fail. */
    private async remember({ job, question }: Entry): Promise<void> {
        const { runs, events, log } = this.options;
        const run = runOf(job);
        if (run) {
            try {
                const { fingerprint, source } = question.experiment;
                await runs.write({ ...run, fingerprint, source });
                events.emit({ type: 'run-added', run });
            } catch (error) {
                log(`A run could not be remembered: ${messageOf(error)}`);
            }
        }
    }

    /** Stores what came out; a result that cannot be stored is a failure, because nobody could fetch it. */
    private async keep({ question }: Entry, outcome: TaskOutcome): Promise<Partial<Job>> {
        if (outcome.state !== 'done') {
            return outcome.state === 'failed' ? { state: 'failed', error: outcome.error } : { state: 'cancelled' };
        }
        const { resultId, questionId, about, parameters, experiment } = question;
        const summary = summarize(outcome.result, question);
        const { fingerprint, source } = experiment;
        const described = { ...summary, questionId, about, parameters, fingerprint, source };
        try {
            await this.options.store.write(described, outcome.result.json);
        } catch (error) {
            return { state: 'failed', error: `The result could not be stored: ${messageOf(error)}.` };
        }
        this.options.events.emit({ type: 'result-added', result: summary });
        return { state: 'done', resultId, progress: DONE };
    }

    private add(request: AnalysisRequest, question: IdentifiedQuestion): Entry {
        if (this.active().length >= this.maxActive) {
            const detail = `${this.maxActive} analyses are waiting or running; wait until some are done, or cancel some.`;
            throw new HttpError(503, 'Too many analyses', detail);
        }
        const entry: Entry = {
            job: {
                id: randomUUID(),
                state: 'queued',
                request: toWire(request),
                progress: { fraction: 0, message: 'waiting' },
                createdAt: new Date().toISOString()
            },
            question,
            cancelling: new AbortController()
        };
        this.entries.set(entry.job.id, entry);
        this.options.events.emit({ type: 'job', job: entry.job });
        return entry;
    }

    private update(entry: Entry, change: Partial<Job>): void {
        if (isActive(entry)) {
            entry.job = { ...entry.job, ...change };
            this.options.events.emit({ type: 'job', job: entry.job });
        }
    }

    private finish(entry: Entry, change: Partial<Job>): void {
        this.update(entry, { ...change, finishedAt: new Date().toISOString() });
        const finished = [...this.entries.values()].filter(other => !isActive(other));
        for (const old of finished.slice(0, Math.max(0, finished.length - this.maxFinished))) {
            this.entries.delete(old.job.id);
        }
    }

    private active(): Entry[] {
        return [...this.entries.values()].filter(isActive);
    }

    private find(id: string): Entry {
        const entry = this.entries.get(id);
        if (!entry) {
            throw new HttpError(
                404,
                'Job not found',
                `There is no job ${id}; the service remembers the latest ones only.`
            );
        }
        return entry;
    }

    private findModule(id: string): AnalysisModule {
        const module = this.options.modules.find(candidate => candidate.id === id);
        if (!module) {
            const known = this.options.modules.map(candidate => candidate.id).join(', ');
            throw new HttpError(400, 'Unknown module', `There is no analysis "${id}"; there are: ${known}.`);
        }
        return module;
    }
}

function isActive(entry: Entry): boolean {
    return entry.job.state === 'queued' || entry.job.state === 'running';
}

/** What is remembered of a job; undefined while it goes on. */
function runOf(job: Job): Run | undefined {
    const { id, state, request, resultId, error, createdAt, startedAt, finishedAt } = job;
    if (state === 'queued' || state === 'running' || finishedAt === undefined) {
        return undefined;
    }
    return { id, state, request, resultId, error, createdAt, startedAt, finishedAt };
}

function checkParameters(module: AnalysisModule, request: AnalysisRequest): Readonly<Record<string, unknown>> {
    try {
        return validateParameters(module.schema, request.parameters);
    } catch (error) {
        if (error instanceof ParameterError) {
            throw new HttpError(400, 'Wrong parameter', error.message);
        }
        throw error;
    }
}

function summarize(result: TaskResult, { resultId, experiment, module }: IdentifiedQuestion): ResultSummary {
    const { method, findings, severity } = result;
    const createdAt = new Date().toISOString();
    return { id: resultId, experimentId: experiment.id, module: module.id, method, findings, severity, createdAt };
}
