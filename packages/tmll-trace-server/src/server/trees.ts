import type { OutputEntry, TimeSpan, TreeOutput } from '../outputs/output';
import type { TraceRecording } from '../outputs/recording/trace-recording';
import type { Trace } from '../trace/trace';
import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';
import type { Parameters } from './parameters';
import { pending } from './pending';
import { checkOrder } from './requested-times';
import { completed } from './routes/endpoint';
import { originOf } from './time-graphs';

const ALL_LEVELS = -1;

/** Answers `tree`: the entries of all traces that have the output. */
export function outputTree(experiment: Experiment, output: TreeOutput, parameters: Parameters): JsonValue {
    const waiting = pending(experiment, output);
    if (waiting !== undefined) {
        return waiting;
    }
    const trees = experiment.recordingsWith(output).map(recording => ({
        recording,
        tree: output.tree(recording, spanOf(output, parameters, recording.trace))
    }));
    const entries = trees.flatMap(({ recording, tree }) =>
        tree.entries.map(entry => entryJson(experiment, output, recording, entry))
    );
    const [{ tree }] = trees;
    const headers = tree.headers.map(({ name, dataType, tooltip = '' }) => ({ name, tooltip, dataType }));
    return completed({ autoExpandLevel: tree.autoExpandLevel ?? ALL_LEVELS, entries, headers });
}

function entryJson(
    experiment: Experiment,
    output: TreeOutput,
    recording: TraceRecording,
    { key, parent, labels, span, hasData, isDefault, metadata }: OutputEntry
): JsonValue {
    const origin = output.kind === 'timeGraph' ? originOf(output, recording.trace) : recording.trace.origin;
    const idOf = (entryKey: string): number => experiment.entryIds.idOf({ output, recording, key: entryKey });
    return {
        id: idOf(key),
        parentId: parent === undefined ? -1 : idOf(parent),
        labels: [...labels],
        start: span && origin + BigInt(span.start),
        end: span && origin + BigInt(span.end),
        hasData: hasData || undefined,
        isDefault,
        metadata
    };
}

/**
 * The range that a tree is asked for, as offsets of a trace; undefined when it is asked for the whole. Clients give all trees the
 * range in view; for trees of texts they mean it only with `isFiltered`, for time graphs with `active_thread_filter`.
 */
function spanOf({ kind }: TreeOutput, parameters: Parameters, { origin }: Trace): TimeSpan | undefined {
    const isMeant = kind === 'xy' || parameters.flag(kind === 'data' ? 'isFiltered' : 'active_thread_filter');
    if (!isMeant || !parameters.has('requested_timerange')) {
        return undefined;
    }
    const range = parameters.object('requested_timerange');
    const start = range.time('start');
    const end = range.time('end');
    checkOrder(start, end);
    return { start: Number(start - origin), end: Number(end - origin) };
}
