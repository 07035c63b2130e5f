import { createTspClient, unwrap, withRequestOptions } from 'tmll-tsp';
import { traceFingerprint } from './trace-fingerprint';

/** What is asked of an experiment before an analysis. */
export interface ExperimentDescription {
    readonly id: string;
    readonly name: string;
    /** `traceFingerprint` of its traces. */
    readonly fingerprint: string;
}

const ANSWER_LIMIT_MS = 10_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Asks a trace server for an experiment and looks at its files where they are on this machine.
 * @throws TspError when the trace server does not know it or does not answer
 */
export async function describeExperiment(serverUrl: string, experimentId: string): Promise<ExperimentDescription> {
    const client = createTspClient(serverUrl);
    const answer = await withRequestOptions({ timeoutMs: ANSWER_LIMIT_MS }, () => client.fetchExperiment(experimentId));
    const experiment = unwrap(answer);
    const traces = experiment.traces.map(trace => ({
        name: trace.name,
        path: trace.path,
        uuid: trace.UUID,
        events: trace.nbEvents,
        startNs: trace.start,
        endNs: trace.end
    }));
    const local = LOOPBACK.has(new URL(serverUrl).hostname);
    return { id: experiment.UUID, name: experiment.name, fingerprint: await traceFingerprint(traces, local) };
}
