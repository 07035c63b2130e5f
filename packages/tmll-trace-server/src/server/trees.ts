import type { DataTreeOutput, TimeSpan, XyOutput } from '../outputs/output';
import type { Trace } from '../trace/trace';
import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';
import type { Parameters } from './parameters';
import { pending } from './pending';
import { checkOrder } from './requested-times';
import { completed } from './routes/endpoint';

/** Answers `tree`: the entries of all traces that have the output. */
export function outputTree(
    experiment: Experiment,
    output: XyOutput | DataTreeOutput,
    parameters: Parameters
): JsonValue {
    const waiting = pending(experiment);
    if (waiting !== undefined) {
        return waiting;
    }
    const trees = experiment.recordingsWith(output).map(recording => ({
        recording,
        tree: output.tree(recording, spanOf(output, parameters, recording.trace))
    }));
    const entries = trees.flatMap(({ recording, tree }) =>
        tree.entries.map(({ key, parent, labels, hasData, isDefault }) => {
            const idOf = (entryKey: string): number => experiment.entryIds.idOf({ output, recording, key: entryKey });
            return {
                id: idOf(key),
                parentId: parent === undefined ? -1 : idOf(parent),
                labels: [...labels],
                hasData: hasData || undefined,
                isDefault
            };
        })
    );
    const headers = trees[0].tree.headers.map(({ name, dataType }) => ({ name, tooltip: '', dataType }));
    return completed({ autoExpandLevel: -1, entries, headers });
}

/**
 * The range that a tree is asked for, as offsets of a trace; undefined when it is asked for the whole. Clients give trees of texts
 * the range in view; they mean it only with `isFiltered`.
 */
function spanOf({ kind }: XyOutput | DataTreeOutput, parameters: Parameters, { origin }: Trace): TimeSpan | undefined {
    if (!parameters.has('requested_timerange') || (kind === 'data' && !parameters.flag('isFiltered'))) {
        return undefined;
    }
    const range = parameters.object('requested_timerange');
    const start = range.time('start');
    const end = range.time('end');
    checkOrder(start, end);
    return { start: Number(start - origin), end: Number(end - origin) };
}
