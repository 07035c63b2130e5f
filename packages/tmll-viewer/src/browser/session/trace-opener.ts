import { inject, injectable } from '@theia/core/shared/inversify';
import { Experiment } from 'tsp-typescript-client/lib/models/experiment';
import { Trace } from 'tsp-typescript-client/lib/models/trace';
import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { TspClientResponse } from 'tsp-typescript-client/lib/protocol/tsp-client-response';
import {
    createTspClient,
    Query,
    TspError,
    unwrap,
    waitForIndexing,
    withRequestOptions,
    experimentName,
    traceName
} from 'tmll-tsp';
import { TraceServerEndpoint } from './trace-server-endpoint';
import { OpenedExperiment } from './trace-session-impl';

export interface OpenOptions {
    /** Gives up, down to the request in flight. */
    readonly signal: AbortSignal;
    /** Called while the trace server reads, with the number of events so far. */
    onProgress(events: number): void;
}

/** How often a name that is taken is tried with another number behind it. */
const MOST_NAMES = 50;
/** Opening reads no events, but a server may look for traces in a large folder. */
const OPEN_LIMIT_MS = 120_000;

/** Makes experiments at the trace server. */
@injectable()
export class TraceOpener {
    @inject(TraceServerEndpoint)
    protected readonly endpoint: TraceServerEndpoint;

    /**
     * Opens traces as one experiment and waits until they have been read to the end.
     * @param paths of trace folders or files on the trace server's machine
     * @throws TspError when the trace server refuses or cannot be reached; the signal's reason when cancelled
     */
    async open(paths: readonly string[], { signal, onProgress }: OpenOptions): Promise<OpenedExperiment> {
        const baseUrl = await this.endpoint.url();
        signal.throwIfAborted();
        const client = createTspClient(baseUrl);
        const traces: Trace[] = [];
        for (const path of paths) {
            traces.push(await this.openTrace(client, path, signal));
        }
        const created = await this.createExperiment(client, paths, traces, signal);
        const experiment = await waitForIndexing(client, created.UUID, {
            signal,
            onProgress: ({ nbEvents }) => onProgress(nbEvents)
        });
        const outputs = unwrap(await withRequestOptions({ signal }, () => client.experimentOutputs(created.UUID)));
        return { paths, experiment, outputs: outputs ?? [], client, baseUrl };
    }

    protected openTrace(client: HttpTspClient, path: string, signal: AbortSignal): Promise<Trace> {
        return withFreeName(traceName(path), name =>
            withRequestOptions({ signal, timeoutMs: OPEN_LIMIT_MS }, () =>
                client.openTrace(new Query({ name, uri: path }))
            )
        );
    }

    protected createExperiment(
        client: HttpTspClient,
        paths: readonly string[],
        traces: readonly Trace[],
        signal: AbortSignal
    ): Promise<Experiment> {
        const ids = traces.map(trace => trace.UUID);
        return withFreeName(experimentName(paths), name =>
            withRequestOptions({ signal, timeoutMs: OPEN_LIMIT_MS }, () =>
                client.createExperiment(new Query({ name, traces: ids }))
            )
        );
    }
}

/** Tries `name`, `name(1)`, `name(2)`, … for as long as the trace server says that something else has that name (409). */
async function withFreeName<T>(name: string, request: (name: string) => Promise<TspClientResponse<T>>): Promise<T> {
    for (let number = 0; ; number++) {
        try {
            return unwrap(await request(number === 0 ? name : `${name}(${number})`));
        } catch (error) {
            if (!(error instanceof TspError) || error.status !== 409 || number >= MOST_NAMES) {
                throw error;
            }
        }
    }
}
