import {
    createTspClient,
    Experiment as ExperimentModel,
    HttpTspClient,
    normalizeBaseUrl,
    QueryHelper,
    TspError,
    unwrap,
    waitForIndexing,
    withRequestOptions
} from 'tmll-tsp';
import { Experiment } from './experiment';
import { FetchOptions, requestOptions } from './fetch-options';
import { outputOf } from './output';
import { createNamed, Opened } from './server-resource';
import { namedTraces, TraceSource } from './trace-source';

export interface TmllClientOptions {
    /** Where the trace server speaks TSP; `http://localhost:8080/tsp/api` when not given. */
    readonly baseUrl?: string;
    /** Cancels whatever the client and its experiments do; a method's own signal takes its place. */
    readonly signal?: AbortSignal;
}

export interface ConnectOptions extends TmllClientOptions {
    /**
     * Called when no trace server answers at the base URL: starts one, installed if need be, and tells its base URL. In Node that is
     * `() => startTraceServer({ install: true })` of `tmll-service`.
     */
    readonly installTraceServer?: () => Promise<{ readonly url: string }>;
}

/** An experiment that a trace server knows. */
export interface ExperimentSummary {
    readonly uuid: string;
    readonly name: string;
    readonly traces: readonly string[];
}

const DEFAULT_BASE_URL = 'http://localhost:8080/tsp/api';

/**
 * Opens traces on a trace server.
 * @example
 * const client = new TmllClient({ baseUrl: 'http://localhost:8080/tsp/api' });
 * const experiment = await client.createExperiment([{ path: '/traces/shop', name: 'shop' }], 'Shop');
 */
export class TmllClient {
    readonly baseUrl: string;
    private readonly client: HttpTspClient;
    private readonly signal: AbortSignal | undefined;

    /** @throws TypeError when the base URL is none */
    constructor({ baseUrl = DEFAULT_BASE_URL, signal }: TmllClientOptions = {}) {
        this.baseUrl = normalizeBaseUrl(baseUrl);
        this.client = createTspClient(this.baseUrl);
        this.signal = signal;
    }

    /**
     * A client of a trace server that is there and ready: the one at the base URL, or else the one that `installTraceServer` gives.
     * @throws TspError when there is none; what `installTraceServer` throws
     */
    static async connect({ installTraceServer, ...options }: ConnectOptions = {}): Promise<TmllClient> {
        const client = new TmllClient(options);
        try {
            await client.checkHealth();
            return client;
        } catch (error) {
            if (!(error instanceof TspError) || installTraceServer === undefined) {
                throw error;
            }
        }
        const { url } = await installTraceServer();
        const installed = new TmllClient({ ...options, baseUrl: url });
        await installed.checkHealth();
        return installed;
    }

    /**
     * Makes sure that the trace server is there and ready.
     * @throws TspError when it is not
     */
    async checkHealth(options: FetchOptions = {}): Promise<void> {
        const { status } = unwrap(await this.request(options, () => this.client.checkHealth()));
        if (status !== 'UP') {
            throw new TspError({
                title: 'The trace server is not ready',
                detail: `it says ${status}`,
                url: this.baseUrl
            });
        }
    }

    /** The experiments that the trace server knows, also those of others. */
    async listExperiments(options: FetchOptions = {}): Promise<ExperimentSummary[]> {
        const experiments = unwrap(await this.request(options, () => this.client.fetchExperiments()));
        return experiments.map(({ UUID, name, traces }) => ({
            uuid: UUID,
            name,
            traces: traces.map(trace => trace.path)
        }));
    }

    /**
     * Opens traces as one experiment and waits until they are read.
     * @param experimentName that of the first trace when not given
     * @throws ParameterError when there is no trace or one without a path; TspError when the trace server cannot be reached
     * or one of the traces cannot be opened, which the message names. What had been opened on the way is closed again then;
     * what the server had open before stays.
     */
    async createExperiment(
        traces: readonly TraceSource[],
        experimentName?: string,
        options: FetchOptions = {}
    ): Promise<Experiment> {
        const named = namedTraces(traces);
        const opened = new Opened();
        try {
            const uuids = await this.openTraces(named, opened, options);
            const uuid = await this.postExperiment(experimentName?.trim() || named[0].name, uuids, opened, options);
            return await this.load(uuid, options);
        } catch (error) {
            await opened.close();
            throw error;
        }
    }

    /**
     * An experiment that the trace server has, once it is read; it is opened again when it was closed there.
     * @throws TspError when there is none
     */
    async openExperiment(uuid: string, options: FetchOptions = {}): Promise<Experiment> {
        const { indexingStatus, name, traces } = await this.fetchExperiment(uuid, options);
        if (indexingStatus === 'CLOSED') {
            const query = QueryHelper.query({ name, traces: traces.map(trace => trace.UUID) });
            unwrap(await this.request(options, () => this.client.createExperiment(query)));
        }
        return this.load(uuid, options);
    }

    /** Forgets an experiment on the trace server; its traces stay, there and on disk. */
    async deleteExperiment(uuid: string, options: FetchOptions = {}): Promise<void> {
        unwrap(await this.request(options, () => this.client.deleteExperiment(uuid)));
    }

    private async openTraces(
        traces: readonly Required<TraceSource>[],
        opened: Opened,
        options: FetchOptions
    ): Promise<string[]> {
        const before = unwrap(await this.request(options, () => this.client.fetchTraces()));
        const known = new Set(before.map(({ UUID }) => UUID));
        const uuids: string[] = [];
        for (const { path, name } of traces) {
            const { UUID } = await this.openTrace(path, name, options);
            if (!known.has(UUID)) {
                known.add(UUID);
                opened.add(() => this.client.deleteTrace(UUID));
            }
            uuids.push(UUID);
        }
        return uuids;
    }

    private async openTrace(path: string, name: string, options: FetchOptions): Promise<{ readonly UUID: string }> {
        try {
            return await createNamed(name, candidate =>
                this.request(options, () => this.client.openTrace(QueryHelper.query({ uri: path, name: candidate })))
            );
        } catch (error) {
            throw error instanceof TspError && error.status !== undefined
                ? new TspError(
                      { ...error, title: `The trace ${path} cannot be opened`, detail: reasonOf(error) },
                      error
                  )
                : error;
        }
    }

    private async postExperiment(
        name: string,
        traces: readonly string[],
        opened: Opened,
        options: FetchOptions
    ): Promise<string> {
        const before = unwrap(await this.request(options, () => this.client.fetchExperiments()));
        const { UUID } = await createNamed(name, candidate =>
            this.request(options, () => this.client.createExperiment(QueryHelper.query({ name: candidate, traces })))
        );
        if (!before.some(experiment => experiment.UUID === UUID)) {
            opened.add(() => this.client.deleteExperiment(UUID));
        }
        return UUID;
    }

    private async load(uuid: string, options: FetchOptions): Promise<Experiment> {
        const own = { ...options, signal: options.signal ?? this.signal };
        const model = await waitForIndexing(this.client, uuid, {
            ...requestOptions(own),
            onProgress: ({ nbEvents }) => options.progress?.({ fraction: 0, message: `read ${nbEvents} events` })
        });
        const outputs = unwrap(await this.request(options, () => this.client.experimentOutputs(uuid)));
        const { client, baseUrl, signal } = this;
        return new Experiment({ client, baseUrl, signal }, model, outputs.map(outputOf));
    }

    private async fetchExperiment(uuid: string, options: FetchOptions): Promise<ExperimentModel> {
        return unwrap(await this.request(options, () => this.client.fetchExperiment(uuid)));
    }

    private request<T>(options: FetchOptions, call: () => T): T {
        return withRequestOptions(requestOptions({ ...options, signal: options.signal ?? this.signal }), call);
    }
}

function reasonOf({ title, detail }: TspError): string {
    return detail ? `${title}: ${detail}` : title;
}
