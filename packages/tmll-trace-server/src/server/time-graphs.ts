import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphState, TimeGraphOutput } from '../outputs/output';
import type { Trace } from '../trace/trace';
import type { Experiment } from './experiments/experiment';
import type { JsonValue } from './json/write-json';
import type { Parameters } from './parameters';
import { pending } from './pending';
import { RequestedTimes } from './requested-times';
import { completed } from './routes/endpoint';
import { TspError } from './tsp-error';

/** More states in one answer would take more memory than a client can use. */
const MAX_STATES = 2_000_000;
const SLICE_MS = 12;

/**
 * Answers `states`: for each entry asked for its states at the times asked for, each once.
 *
 * @throws TspError 400 for missing or wrong parameters, or more states than one answer may have
 */
export async function graphStates(
    experiment: Experiment,
    output: TimeGraphOutput,
    parameters: Parameters,
    signal: AbortSignal
): Promise<JsonValue> {
    const times = RequestedTimes.ofStates(parameters);
    const items = parameters.counts('requested_items');
    const waiting = pending(experiment, output);
    if (waiting !== undefined) {
        return waiting;
    }
    const rows: JsonValue[] = [];
    let count = 0;
    let sliceEnd = performance.now() + SLICE_MS;
    for (const [entryId, { recording, key }] of experiment.entryIds.addressesOf(output, items)) {
        const { trace } = recording;
        const origin = originOf(output, trace);
        const asked = times.offsetsFrom(origin);
        const states = output.states(recording, key, output.isDuration ? asked : insideOf(trace, asked));
        if (states) {
            count += states.length;
            if (count > MAX_STATES) {
                throw new TspError(
                    400,
                    `More than ${MAX_STATES} states are too many for one answer.`,
                    'Ask for fewer entries or fewer times.'
                );
            }
            rows.push({ entryId, states: states.map(state => stateJson(origin, state)) });
        }
        if (performance.now() >= sliceEnd) {
            await nextTurn();
            signal.throwIfAborted();
            sliceEnd = performance.now() + SLICE_MS;
        }
    }
    return completed({ rows });
}

/** Answers `arrows`; null when the output has none. */
export function graphArrows(experiment: Experiment, output: TimeGraphOutput, parameters: Parameters): JsonValue {
    const times = RequestedTimes.ofStates(parameters);
    const waiting = pending(experiment, output);
    if (waiting !== undefined || !output.arrows) {
        return waiting ?? completed(null);
    }
    const arrows: JsonValue[] = [];
    for (const recording of experiment.recordingsWith(output)) {
        const origin = originOf(output, recording.trace);
        const idOf = (key: string): number => experiment.entryIds.idOf({ output, recording, key });
        const found = output.arrows(recording, times.offsetsFrom(origin));
        for (const { start, end, source, target, style } of found) {
            arrows.push({
                start: origin + BigInt(start),
                end: origin + BigInt(end),
                sourceId: idOf(source),
                targetId: idOf(target),
                style: { ...style }
            });
        }
    }
    return completed(arrows);
}

/** Answers `tooltip`: texts by name for the first entry asked for; null when nothing more is known of it. */
export function graphTooltip(experiment: Experiment, output: TimeGraphOutput, parameters: Parameters): JsonValue {
    const [time] = parameters.times('requested_times');
    const items = parameters.counts('requested_items');
    const waiting = pending(experiment, output);
    if (waiting !== undefined) {
        return waiting;
    }
    const [found] = experiment.entryIds.addressesOf(output, items);
    if (!found || time === undefined) {
        return completed(null);
    }
    const [, { recording, key }] = found;
    return completed(output.tooltip?.(recording, key, Number(time - originOf(output, recording.trace))) ?? null);
}

function stateJson(origin: bigint, { start, end, label, style }: GraphState): JsonValue {
    return { start: origin + BigInt(start), end: origin + BigInt(end), label, style: style && { ...style } };
}

/** From where the output's times count, in ns since the epoch; amounts of time count from 0. */
export function originOf({ isDuration }: TimeGraphOutput, { origin }: Trace): bigint {
    return isDuration ? 0n : origin;
}

/** Nothing is known before and after a trace. */
function insideOf({ start, end }: Trace, times: Float64Array): Float64Array {
    return times.filter(time => time >= start && time <= end);
}
