import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseJson } from '../../json/parse-json';
import { writeJson, type JsonValue } from '../json/write-json';
import { startTraceServer, type TraceServer, type TraceServerOptions } from '../trace-server';

/** An answer with its body parsed. */
export interface Answer<T = Record<string, unknown>> {
    readonly status: number;
    readonly contentType: string | null;
    readonly body: T;
}

export interface Entry {
    readonly id: number;
    readonly parentId: number;
    readonly labels: readonly string[];
    readonly hasData?: boolean;
    readonly isDefault?: boolean;
}

export interface Series {
    readonly seriesId: number;
    readonly seriesName: string;
    readonly xValues: readonly (number | bigint)[];
    readonly yValues: readonly number[];
}

export interface ExperimentAnswer {
    readonly UUID: string;
    readonly nbEvents: number;
    readonly start: bigint;
    readonly end: bigint;
    readonly indexingStatus: string;
    readonly traces: readonly { readonly properties: Readonly<Record<string, string>> }[];
}

/** A small trace that is part of this package: 5,239 events of user space. */
export const FIXTURE = resolve(__dirname, '../../../fixtures/h-callstack-fast/trace');

/** A trace as the server shows it, or why it does not. */
export interface TraceAnswer {
    readonly UUID: string;
    readonly title?: string;
    readonly properties: Readonly<Record<string, string>>;
}

/** Machines may be busy. */
const TEST_LIMIT_MS = 300_000;
const INDEXING_LIMIT_MS = 240_000;
jest.setTimeout(TEST_LIMIT_MS);

/** A trace server of a test and requests to it. */
export class TestClient {
    private constructor(readonly server: TraceServer) {}

    static async start(options?: TraceServerOptions): Promise<TestClient> {
        return new TestClient(await startTraceServer(options));
    }

    async request<T = Record<string, unknown>>(
        method: string,
        path: string,
        parameters?: JsonValue,
        headers: Record<string, string> = {}
    ): Promise<Answer<T>> {
        const body = parameters === undefined ? undefined : writeJson({ parameters });
        const response = await fetch(this.server.url + path, { method, body, headers });
        return {
            status: response.status,
            contentType: response.headers.get('content-type'),
            body: parseJson(await response.text()) as T
        };
    }

    /** Opens a trace. */
    openTrace(uri: string, name?: string): Promise<Answer<TraceAnswer>> {
        return this.request<TraceAnswer>('POST', '/traces', { uri, name });
    }

    /** Opens a trace in an experiment of the same name and waits until it is read. */
    async open(path: string, name: string): Promise<ExperimentAnswer> {
        const trace = await this.openTrace(path, name);
        const made = await this.request<ExperimentAnswer>('POST', '/experiments', { name, traces: [trace.body.UUID] });
        const limit = performance.now() + INDEXING_LIMIT_MS;
        for (;;) {
            const { body } = await this.request<ExperimentAnswer>('GET', `/experiments/${made.body.UUID}`);
            if (body.indexingStatus === 'COMPLETED') {
                return body;
            }
            if (performance.now() > limit) {
                throw new Error(`${name} is not read after ${INDEXING_LIMIT_MS} ms`);
            }
            await delay(20);
        }
    }

    /** The model of an answer to a data request. */
    async model<T>(experiment: ExperimentAnswer, output: string, parameters: JsonValue): Promise<T> {
        const { status, body } = await this.request<{ status: string; model: T }>(
            'POST',
            `/experiments/${experiment.UUID}/outputs/${output}`,
            parameters
        );
        if (status !== 200 || body.status !== 'COMPLETED') {
            throw new Error(`${output}: ${status} ${JSON.stringify(body)}`);
        }
        return body.model;
    }

    async tree(experiment: ExperimentAnswer, output: string, parameters: JsonValue = {}): Promise<Entry[]> {
        return (await this.model<{ entries: Entry[] }>(experiment, `XY/${output}/tree`, parameters)).entries;
    }

    async series(experiment: ExperimentAnswer, output: string, parameters: JsonValue): Promise<Series[]> {
        return (await this.model<{ series: Series[] }>(experiment, `XY/${output}/xy`, parameters)).series;
    }
}
