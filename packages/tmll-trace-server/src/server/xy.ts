import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputSeries, XyOutput } from '../outputs/output';
import type { Experiment } from './experiments/experiment';
import type { JsonValue, RawJson } from './json/write-json';
import type { Parameters } from './parameters';
import { pending } from './pending';
import { RequestedTimes } from './requested-times';
import { completed } from './routes/endpoint';
import { TspError } from './tsp-error';

/** More values in one answer would take more memory than a client can use. */
const MAX_VALUES = 10_000_000;
const SLICE_MS = 12;

/**
 * Answers `xy`: a series for each entry asked for that has data. All have the same times.
 *
 * @throws TspError 400 for missing or wrong parameters, or more values than one answer may have
 */
export async function xySeries(
    experiment: Experiment,
    output: XyOutput,
    parameters: Parameters,
    signal: AbortSignal
): Promise<JsonValue> {
    const times = RequestedTimes.of(parameters);
    const items = parameters.counts('requested_items');
    const cpus = parameters.has('requested_cpus') ? new Set(parameters.counts('requested_cpus')) : undefined;
    const waiting = pending(experiment);
    if (waiting !== undefined) {
        return waiting;
    }
    const addresses = experiment.entryIds.addressesOf(output, items);
    if (addresses.length * times.length > MAX_VALUES) {
        throw new TspError(
            400,
            `${addresses.length} series of ${times.length} times are too many for one answer.`,
            'Ask for fewer entries or fewer times.'
        );
    }
    const xValues = times.toJson();
    const series: JsonValue[] = [];
    let sliceEnd = performance.now() + SLICE_MS;
    for (const [id, { recording, key }] of addresses) {
        const values = output.series(recording, key, times.samplingOf(recording.trace), { cpus });
        if (values) {
            series.push(seriesJson(id, values, xValues, output.descriptor.name));
        }
        if (performance.now() >= sliceEnd) {
            await nextTurn();
            signal.throwIfAborted();
            sliceEnd = performance.now() + SLICE_MS;
        }
    }
    return completed({ title: output.descriptor.name, series });
}

function seriesJson(
    seriesId: number,
    { name, values, unit }: OutputSeries,
    xValues: RawJson,
    title: string
): JsonValue {
    return {
        seriesId,
        seriesName: name,
        xValues,
        yValues: values,
        style: { values: { 'series-type': 'line' } },
        xValuesDescription: { label: 'Time', unit: 'ns', dataType: 'TIMESTAMP' },
        yValuesDescription: { label: title, unit, dataType: 'NUMBER' }
    };
}
