import { fetchXyColumns, pollUntilComplete } from 'tmll-tsp';
import { formatDuration } from '../series/duration';
import { ParameterError } from '../series/parameter-error';
import { TimeRange, TimeSeries } from '../series/time-series';
import { FetchSeriesOptions, requestOptions } from './fetch-options';
import { niceStep } from './nice-step';
import { Output } from './output';
import { SeriesEntry } from './series-entry';
import { SeriesPieces } from './series-pieces';
import { gridRequests } from './time-grid';
import { unitOf } from './unit';

/** A series with the output that it comes from. */
export interface FetchedSeries extends TimeSeries {
    /** Id of the output at the trace server; with `path` it makes a `SeriesReference`. */
    readonly outputId: string;
}

/** Where series are fetched from. */
export interface SeriesSource {
    /** Base URL of TSP. */
    readonly baseUrl: string;
    readonly experimentUuid: string;
    /** Of the whole experiment. */
    readonly range: TimeRange;
}

/** More values than these (800 MB) are a mistake. */
const MAX_VALUES = 50_000_000;

/**
 * Series of one output over a range: exact to the ns, complete, no point twice. Times are those of the grid (see
 * `gridRequests`), or the server's own where an output has points of its own, as scatter charts do.
 * @param entryIds ids of the wanted entries at the server
 * @returns the series that have points in the range, in the order of the entries
 * @throws TspError when the trace server fails, ParameterError when the range or the step is impossible; the signal's
 * reason when cancelled
 */
export async function fetchOutputSeries(
    source: SeriesSource,
    output: Output,
    entryIds: ReadonlyMap<SeriesEntry, number>,
    options: FetchSeriesOptions = {}
): Promise<FetchedSeries[]> {
    const range = options.range ?? source.range;
    const requests = gridRequests(range, checkedStep(range, entryIds.size, options.stepNs), source.range.startNs);
    const pieces = new Map([...entryIds.values()].map(id => [id, new SeriesPieces(range.startNs)]));
    const items = [...pieces.keys()];
    for (const [index, request] of items.length === 0 ? [] : requests.entries()) {
        options.progress?.({ fraction: index / requests.length, message: `fetching ${output.name}` });
        const { start, end, nbTimes } = request;
        const query = { start, end, nbTimes, items, origin: range.startNs };
        const answer = await pollUntilComplete(
            polled => fetchXyColumns(source.baseUrl, source.experimentUuid, output.id, query, polled),
            { ...requestOptions(options), what: `the values of ${output.name}` }
        );
        answer.series.forEach(series => pieces.get(series.seriesId)?.add(series, request));
    }
    options.progress?.({ fraction: 1, message: `fetched ${output.name}` });
    return [...entryIds].flatMap(([entry, id]) => seriesOf(output, entry, range, pieces.get(id)));
}

function checkedStep(range: TimeRange, count: number, stepNs = niceStep(range)): bigint {
    if (range.endNs < range.startNs) {
        throw new ParameterError(`The range ends at ${range.endNs} ns, before it starts at ${range.startNs} ns.`);
    }
    if (stepNs <= 0n) {
        throw new ParameterError(`A step of ${stepNs} ns is not possible; use a positive duration.`);
    }
    const points = (range.endNs - range.startNs) / stepNs + 2n;
    if (points * BigInt(count) > MAX_VALUES) {
        throw new ParameterError(
            `${count} series in steps of ${formatDuration(stepNs)} are ${points * BigInt(count)} values; ` +
                'choose fewer series, a longer step or a shorter range.'
        );
    }
    return stepNs;
}

function seriesOf(output: Output, entry: SeriesEntry, range: TimeRange, pieces?: SeriesPieces): FetchedSeries[] {
    if (pieces === undefined || pieces.length === 0) {
        return [];
    }
    const { id, name, path, outputId } = entry;
    const unit = unitOf(output, pieces.described);
    return [{ id, name, path, outputId, unit, origin: range.startNs, ...pieces.join() }];
}
