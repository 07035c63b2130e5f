import type { AnyOutput, DerivedOutput } from '../outputs/output';
import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';

/**
 * The answer for data of an experiment that is not ready: RUNNING without a model while its traces are read, or the output is computed
 * (clients ask again then), FAILED when one could not be read. Undefined when there is data to answer with.
 */
export function pending(experiment: Experiment, output: AnyOutput): JsonValue | undefined {
    const computation = 'computation' in output ? (output as DerivedOutput).computation : undefined;
    if (experiment.isRunning || computation?.isRunning) {
        return { status: 'RUNNING', statusMessage: 'Running', model: null };
    }
    const failed = experiment.failed ?? computation?.failed;
    return failed === undefined ? undefined : { status: 'FAILED', statusMessage: failed, model: null };
}
