import { Experiment } from 'tsp-typescript-client/lib/models/experiment';
import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { pollUntilComplete } from './poll';
import { RequestOptions } from './request-options';
import { unwrap } from './unwrap';

export interface IndexingOptions extends RequestOptions {
    /** Limit in ms for all requests together; `DEFAULT_INDEXING_TIMEOUT_MS` when not given. */
    readonly timeoutMs?: number;
    /** Called with the experiment while it grows; `nbEvents` says how far it is. */
    onProgress?(experiment: Experiment): void;
}

/** Limit for indexing an experiment when none is given: half an hour, in ms. */
export const DEFAULT_INDEXING_TIMEOUT_MS = 1_800_000;

/**
 * Waits until the trace server has read an experiment to its end, so that start, end and number of events are final.
 * @throws TspError when the experiment is unknown or closed, or the time is over; the signal's reason when cancelled
 */
export async function waitForIndexing(
    client: HttpTspClient,
    experimentUuid: string,
    options: IndexingOptions = {}
): Promise<Experiment> {
    const { onProgress, ...requestOptions } = options;
    const { experiment } = await pollUntilComplete(
        async () => {
            const experiment = unwrap(await client.fetchExperiment(experimentUuid));
            return { experiment, ...statusOf(experiment) };
        },
        {
            timeoutMs: DEFAULT_INDEXING_TIMEOUT_MS,
            ...requestOptions,
            what: `experiment ${experimentUuid}`,
            onRunning: answer => onProgress?.(answer.experiment)
        }
    );
    return experiment;
}

function statusOf({ indexingStatus, name }: Experiment): { status: string; statusMessage?: string } {
    return indexingStatus === 'CLOSED'
        ? { status: 'FAILED', statusMessage: `experiment ${name} is closed there; create it again from its traces` }
        : { status: indexingStatus };
}
