import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { fetchXyColumns, pollUntilComplete, QueryHelper, XySeriesColumns } from 'tmll-tsp';
import { TraceSession } from '../../session/trace-session';
import { buildEntryTree, EntryNode } from '../tree/entry-tree';
import { SERIES_STYLES, XySeries } from './xy-data';
import { XyRequest } from './xy-request';

/** The rows beside a chart and what their columns are called. */
export interface EntryTable {
    readonly headers: readonly string[];
    readonly roots: readonly EntryNode[];
}

/** The answer to a request, with the request that it answers. */
export interface XyAnswer {
    readonly request: XyRequest;
    readonly series: readonly XySeries[];
}

/** The trace server may have to analyse the whole trace before it can answer. */
const LONGEST_WAIT_MS = 600_000;

/**
 * The series that an output has to offer.
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchEntries(
    session: TraceSession,
    output: OutputDescriptor,
    signal: AbortSignal
): Promise<EntryTable> {
    const { experiment, client } = session;
    const query = QueryHelper.timeRangeQuery(experiment.start, experiment.end, 2);
    const { model } = await pollUntilComplete(() => client.fetchXYTree(experiment.UUID, output.id, query), {
        signal,
        timeoutMs: LONGEST_WAIT_MS,
        what: `the series of ${output.name}`
    });
    return {
        headers: (model?.headers ?? []).map(header => header.name),
        roots: buildEntryTree(output.name, model?.entries ?? [])
    };
}

/**
 * The values of some entries over a stretch of time.
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchSeries(
    session: TraceSession,
    output: OutputDescriptor,
    request: XyRequest,
    signal: AbortSignal
): Promise<XyAnswer> {
    if (request.items.length === 0) {
        return { request, series: [] };
    }
    const { start, end, times, items } = request;
    const query = { start, end, nbTimes: times, items, origin: session.origin };
    const { series } = await pollUntilComplete(
        options => fetchXyColumns(session.baseUrl, session.experiment.UUID, output.id, query, options),
        { signal, timeoutMs: LONGEST_WAIT_MS, what: output.name }
    );
    return { request, series: series.map(toSeries) };
}

function toSeries({ seriesId, unit, dataType, seriesType, times, values }: XySeriesColumns): XySeries {
    return {
        id: seriesId,
        unit: unit || (dataType === 'BINARY_NUMBER' ? 'B' : ''),
        style: SERIES_STYLES.find(style => style === seriesType.toLowerCase()) ?? 'line',
        times,
        values
    };
}
