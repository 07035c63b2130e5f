import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';

/**
 * The answer for data of an experiment that is not ready: RUNNING without a model while its traces are read (clients ask again
 * then), FAILED when one could not be read. Undefined when there is data to answer with.
 */
export function pending(experiment: Experiment): JsonValue | undefined {
    if (experiment.isRunning) {
        return { status: 'RUNNING', statusMessage: 'Running', model: null };
    }
    const { failed } = experiment;
    return failed === undefined ? undefined : { status: 'FAILED', statusMessage: failed, model: null };
}
