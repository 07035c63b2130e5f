import { createTspClient, Query, TspError, unwrap, waitForIndexing, withRequestOptions } from 'tmll-tsp';
import { ExperimentDescription } from './describe-experiment';

const OPEN_LIMIT_MS = 120_000;
/** So many experiments are remembered. */
const MOST_KNOWN = 200;
/** A trace server that does not look at files again refuses a name that it has; it goes on with what it has read. */
const NAME_TAKEN = 409;

/**
 * Sees to it that the trace server answers from the files as they are: a trace that grew while it was open would be analysed as it was, and
 * the result be kept as one of what it is.
 */
export class TraceRefresher {
    /** Fingerprints of what the trace server has read, by experiment; the one noted longest ago first. */
    private readonly read = new Map<string, string>();

    /** To be told of each look at an experiment: the first is taken to be what the trace server has read. */
    note({ id, fingerprint }: ExperimentDescription): void {
        if (!this.read.has(id)) {
            this.put(id, fingerprint);
        }
    }

    /**
     * Has the traces of an experiment read anew when they have changed since the trace server did; the experiment keeps its UUID. One that
     * is known there as it is costs nothing.
     * @throws TspError when the trace server does not answer; the signal's reason when it aborts
     */
    async refresh(serverUrl: string, experiment: ExperimentDescription, signal: AbortSignal): Promise<void> {
        const { id, fingerprint } = experiment;
        if (this.read.get(id) === fingerprint) {
            return;
        }
        try {
            await reopen(serverUrl, id, signal);
        } catch (error) {
            if (!(error instanceof TspError) || error.status !== NAME_TAKEN) {
                throw error;
            }
        }
        this.put(id, fingerprint);
    }

    private put(id: string, fingerprint: string): void {
        this.read.delete(id);
        this.read.set(id, fingerprint);
        const [oldest] = this.read.keys();
        if (this.read.size > MOST_KNOWN) {
            this.read.delete(oldest);
        }
    }
}

/** Opened by the same path and name, a trace is read anew when its files have changed since. */
async function reopen(serverUrl: string, experimentId: string, signal: AbortSignal): Promise<void> {
    const client = createTspClient(serverUrl);
    const limits = { signal, timeoutMs: OPEN_LIMIT_MS };
    const { name, traces } = unwrap(await withRequestOptions(limits, () => client.fetchExperiment(experimentId)));
    const uuids: string[] = [];
    for (const trace of traces) {
        const query = new Query({ name: trace.name, uri: trace.path });
        uuids.push(unwrap(await withRequestOptions(limits, () => client.openTrace(query))).UUID);
    }
    const query = new Query({ name, traces: uuids });
    const { UUID } = unwrap(await withRequestOptions(limits, () => client.createExperiment(query)));
    await waitForIndexing(client, UUID, { signal });
}
