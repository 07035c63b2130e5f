import { access } from 'node:fs/promises';
import { TimeRange } from 'tmll-analysis/algorithms';
import { createTspClient, unwrap, withRequestOptions } from 'tmll-tsp';
import { HttpError } from '../http/http-error';
import { traceFingerprint, traceSource } from './trace-fingerprint';

/** What is asked of an experiment before an analysis. */
export interface ExperimentDescription {
    readonly id: string;
    readonly name: string;
    /** `traceFingerprint` of its traces. */
    readonly fingerprint: string;
    /** `traceSource` of its traces. */
    readonly source: string;
    /** From the first to the last event. */
    readonly range: TimeRange;
    readonly eventCount: number;
}

const ANSWER_LIMIT_MS = 10_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Asks a trace server for an experiment and looks at its files where they are on this machine.
 * @throws TspError when the trace server does not know it or does not answer, HttpError 409 when it has not read traces of which the
 * files are not here
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
    if (experiment.indexingStatus !== 'COMPLETED' && !(local && (await areThere(traces.map(({ path }) => path))))) {
        // What the server tells of traces is all that is known of them, and it still changes.
        const detail = `The trace server has not read ${experiment.name} to its end; try again when it has.`;
        throw new HttpError(409, 'Trace not read yet', detail);
    }
    return {
        id: experiment.UUID,
        name: experiment.name,
        fingerprint: await traceFingerprint(traces, local),
        source: traceSource(traces),
        range: { startNs: experiment.start, endNs: experiment.end },
        eventCount: experiment.nbEvents
    };
}

async function areThere(paths: readonly string[]): Promise<boolean> {
    const found = await Promise.all(
        paths.map(path =>
            access(path).then(
                () => true,
                () => false
            )
        )
    );
    return found.every(Boolean);
}
