import { AnalysisModule } from 'tmll-analysis';
import { AnalysisRequest, formatShare, fromWire, toWire } from 'tmll-analysis/algorithms';
import { HttpError } from '../../http/http-error';
import { JobManager } from '../../jobs/job-manager';
import { Job } from '../../protocol';
import { ResultHeader } from '../../results/result-file';
import { ResultStore } from '../../results/result-store';
import { ServiceEvents } from '../../service/service-events';
import { ExperimentCache } from '../experiment-cache';
import { OutputConfiguration } from './configuration';
import { OutputRecord, OutputRecords } from './output-records';

/** An analysis as an output: asked for by a client of the trace server, or elsewhere by whomever. */
export interface DerivedOutput {
    /** `questionKey` of what was asked. */
    readonly id: string;
    readonly module: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly createdAt: string;
    /** Severity of the worst finding, once it is known. */
    readonly severity?: number;
    readonly state: OutputState;
}

export type OutputState =
    | { readonly status: 'done'; readonly resultId: string }
    | { readonly status: 'running' | 'failed' | 'cancelled'; readonly message: string }
    /** Its result is gone; it is computed again when somebody looks at it. */
    | { readonly status: 'dormant' };

export interface DerivedOutputsOptions {
    readonly modules: readonly AnalysisModule[];
    readonly experiments: ExperimentCache;
    readonly records: OutputRecords;
    readonly store: ResultStore;
    readonly jobs: JobManager;
    readonly events: ServiceEvents;
}

/** What is known of one question from the three places that know of it. */
interface Known {
    record?: OutputRecord;
    header?: ResultHeader;
    job?: { readonly module: string; readonly about: string; readonly job: Job };
}

/**
 * The analyses of an experiment as derived outputs. They are not kept a second time: an output is there when it was made over TSP
 * (a record), when the store has a result, wherever that was started, and while a job is at it.
 */
export class DerivedOutputs {
    constructor(private readonly options: DerivedOutputsOptions) {}

    /** The oldest first. @throws TspError when the trace server does not know the experiment */
    async list(experimentId: string): Promise<DerivedOutput[]> {
        const { experiments, records, store, jobs, modules } = this.options;
        const { fingerprint } = await experiments.get(experimentId);
        const known = new Map<string, Known>();
        const of = (id: string): Known => {
            const entry = known.get(id) ?? {};
            known.set(id, entry);
            return entry;
        };
        for (const record of await records.list(fingerprint)) {
            of(record.id).record = record;
        }
        for (const header of await store.list(fingerprint)) {
            const entry = of(header.questionId);
            entry.header ??= header;
        }
        for (const { question, job } of jobs.questionsOf(fingerprint)) {
            of(question.questionId).job = { module: question.module.id, about: question.about, job };
        }
        const ids = new Set(modules.map(({ id }) => id));
        return [...known]
            .flatMap(([id, each]) => derivedOutput(id, each) ?? [])
            .filter(({ module }) => ids.has(module))
            .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    }

    async find(experimentId: string, id: string): Promise<DerivedOutput | undefined> {
        return (await this.list(experimentId)).find(output => output.id === id);
    }

    /**
     * Makes an output and starts its analysis, unless its result is there.
     * @throws HttpError 400 when a parameter is wrong; TspError when the trace server does not know the experiment
     */
    async create(experimentId: string, module: string, configuration: OutputConfiguration): Promise<DerivedOutput> {
        const { jobs, records } = this.options;
        const { name, description, request } = configuration;
        const asked: AnalysisRequest = { module, experimentId, ...request };
        const { questionId: id, experiment } = await jobs.identify(asked);
        const { fingerprint } = experiment;
        const wire = toWire(request) as OutputRecord['request'];
        const createdAt = new Date().toISOString();
        await jobs.submit(asked);
        await records.write({ id, fingerprint, module, name, description, request: wire, createdAt });
        const made = await this.find(experimentId, id);
        if (!made) {
            throw new HttpError(500, 'Internal error', 'The output was made but is not there; try again.');
        }
        return made;
    }

    /**
     * Starts the analysis of an output whose result is gone.
     * @throws as `create`
     */
    async revive(experimentId: string, { id, module }: DerivedOutput): Promise<void> {
        const { experiments, records, jobs } = this.options;
        const { fingerprint } = await experiments.get(experimentId);
        const record = (await records.list(fingerprint)).find(candidate => candidate.id === id);
        if (record) {
            const request = fromWire<OutputConfiguration['request']>(record.request);
            await jobs.submit({ module, experimentId, ...request });
        }
    }

    /** Stops the analysis of an output, and removes its record and its results. */
    async remove(experimentId: string, { id }: DerivedOutput): Promise<void> {
        const { experiments, records, store, jobs, events } = this.options;
        const { fingerprint } = await experiments.get(experimentId);
        jobs.questionsOf(fingerprint)
            .filter(({ question }) => question.questionId === id)
            .forEach(({ job }) => jobs.cancel(job.id));
        await records.delete(id);
        for (const header of await store.list(fingerprint)) {
            if (header.questionId === id) {
                await store.delete(header.id);
                events.emit({ type: 'result-deleted', resultId: header.id, experimentId: header.experimentId });
            }
        }
    }
}

function derivedOutput(id: string, known: Known): DerivedOutput | undefined {
    const { record, header, job } = known;
    const state = stateOf(known);
    const module = record?.module ?? header?.module ?? job?.module;
    if (state === undefined || module === undefined) {
        return undefined;
    }
    const parameters = record ? configured(record) : (header?.parameters ?? job?.job.request.parameters ?? {});
    const about = header?.about || job?.about || '';
    const method = header?.method ?? parameters.method ?? '';
    return {
        id,
        module,
        name: record?.name || [method, about].filter(Boolean).join(' · ') || 'Result',
        description: record?.description || describe(header, about),
        parameters,
        createdAt: record?.createdAt ?? header?.createdAt ?? job?.job.createdAt ?? '',
        severity: header?.severity,
        state
    };
}

/** The parameters as they were given. */
function configured({ request: { parameters, selection, range } }: OutputRecord): Record<string, unknown> {
    return { ...parameters, ...selection, ...(range && { from: range.startNs, to: range.endNs }) };
}

function describe(header: ResultHeader | undefined, about: string): string {
    const what = about === '' ? 'what the analysis chose' : about;
    const found = header ? `: ${header.findings} finding${header.findings === 1 ? '' : 's'}` : '';
    return `Analysis of ${what}${found}`;
}

/** Undefined for a question that nobody made an output of, and that has no result. */
function stateOf({ record, header, job }: Known): OutputState | undefined {
    const current = job?.job;
    if (current?.state === 'queued' || current?.state === 'running') {
        const { fraction, message } = current.progress;
        return { status: 'running', message: `${formatShare(fraction)}: ${message}` };
    }
    if (header) {
        return { status: 'done', resultId: header.id };
    }
    if (record === undefined) {
        return undefined;
    }
    if (current?.state === 'failed') {
        return { status: 'failed', message: current.error ?? 'The analysis failed.' };
    }
    if (current?.state === 'cancelled') {
        return { status: 'cancelled', message: 'The analysis was cancelled; make the output again to run it.' };
    }
    return { status: 'dormant' };
}
