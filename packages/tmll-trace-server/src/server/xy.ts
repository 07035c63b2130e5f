import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputSeries, ScatterOutput, XyOutput } from '../outputs/output';
import type { TraceRecording } from '../outputs/recording/trace-recording';
import type { Experiment } from './experiments/experiment';
import { type JsonValue, RawJson } from './json/write-json';
import type { Parameters } from './parameters';
import { pending } from './pending';
import { RequestedTimes } from './requested-times';
import { completed } from './routes/endpoint';
import { TspError } from './tsp-error';

/** More values in one answer would take more memory than a client can use. */
const MAX_VALUES = 10_000_000;
const SLICE_MS = 12;

/**
 * Answers `xy`: a series for each entry asked for that has data. All have the same times, but for outputs whose series are points.
 *
 * @throws TspError 400 for missing or wrong parameters, or more values than one answer may have
 */
export async function xySeries(
    experiment: Experiment,
    output: XyOutput | ScatterOutput,
    parameters: Parameters,
    signal: AbortSignal
): Promise<JsonValue> {
    const times = output.kind === 'scatter' ? RequestedTimes.ofStates(parameters) : RequestedTimes.of(parameters);
    const items = parameters.counts('requested_items');
    const cpus = parameters.has('requested_cpus') ? new Set(parameters.counts('requested_cpus')) : undefined;
    const waiting = pending(experiment, output);
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
    const seriesOf = output.kind === 'xy' ? lines(output, times, cpus) : scatter(output, times);
    const series: JsonValue[] = [];
    let sliceEnd = performance.now() + SLICE_MS;
    for (const [id, { recording, key }] of addresses) {
        series.push(seriesOf(id, recording, key));
        if (performance.now() >= sliceEnd) {
            await nextTurn();
            signal.throwIfAborted();
            sliceEnd = performance.now() + SLICE_MS;
        }
    }
    return completed({ title: output.descriptor.name, series: series.filter(one => one !== undefined) });
}

/** Makes the series of an entry; undefined when it has no data. */
type SeriesMaker = (id: number, recording: TraceRecording, key: string) => JsonValue;

function lines(output: XyOutput, times: RequestedTimes, cpus: ReadonlySet<number> | undefined): SeriesMaker {
    const xValues = times.toJson();
    return (id, recording, key) => {
        const series = output.series(recording, key, times.samplingOf(recording.trace), { cpus });
        return series && seriesJson(id, series, xValues, output.descriptor.name, output.seriesType ?? 'line');
    };
}

function scatter(output: ScatterOutput, times: RequestedTimes): SeriesMaker {
    return (id, recording, key) => {
        const points = output.points(recording, key, times.samplingOf(recording.trace));
        if (!points) {
            return undefined;
        }
        const { origin } = recording.trace;
        const xValues = new RawJson(`[${Array.from(points.times, time => origin + BigInt(time)).join(',')}]`);
        return seriesJson(id, points, xValues, output.descriptor.name, 'scatter');
    };
}

function seriesJson(
    seriesId: number,
    { name, values, unit }: OutputSeries,
    xValues: RawJson,
    title: string,
    type: 'line' | 'bar' | 'scatter'
): JsonValue {
    return {
        seriesId,
        seriesName: name,
        xValues,
        yValues: values,
        style: { values: { 'series-type': type } },
        xValuesDescription: { label: 'Time', unit: 'ns', dataType: 'TIMESTAMP' },
        yValuesDescription: { label: title, unit, dataType: 'NUMBER' }
    };
}
