import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { XYSeries } from 'tsp-typescript-client/lib/models/xy';
import { pollUntilComplete, QueryHelper } from 'tmll-tsp';
import { TraceSession } from '../../session/trace-session';
import { buildEntryTree } from '../tree/entry-tree';
import { ComputedRange } from '../selected-range';
import { EntryTable } from '../xy/xy-fetch';

/** How the values of a series lie along the X axis. */
export type XDomain =
    | { readonly kind: 'ranges'; readonly starts: Float64Array; readonly ends: Float64Array }
    | { readonly kind: 'categories'; readonly names: readonly string[] }
    | { readonly kind: 'values'; readonly values: Float64Array };

export interface GenericSeries {
    /** Id of its entry. */
    readonly id: number;
    readonly style: 'bar' | 'line' | 'area' | 'scatter';
    readonly domain: XDomain;
    readonly values: Float64Array;
}

export interface GenericAxis {
    readonly label: string;
    readonly unit: string;
}

export interface GenericXyQuery {
    readonly range: ComputedRange;
    readonly samples: number;
    readonly items: readonly number[];
}

export interface GenericXyAnswer {
    readonly query: GenericXyQuery;
    readonly series: readonly GenericSeries[];
    readonly x: GenericAxis;
    readonly y: GenericAxis;
}

/** The trace server may have to analyse the whole trace before it can answer. */
const LONGEST_WAIT_MS = 600_000;

/**
 * The series that an output has to offer.
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchGenericEntries(
    { client, experiment }: TraceSession,
    output: OutputDescriptor,
    signal: AbortSignal
): Promise<EntryTable> {
    const query = QueryHelper.timeRangeQuery(experiment.start, experiment.end, 2);
    const { model } = await pollUntilComplete(() => client.fetchGenericXYTree(experiment.UUID, output.id, query), {
        signal,
        timeoutMs: LONGEST_WAIT_MS,
        what: `the series of ${output.name}`
    });
    return {
        headers: (model?.headers ?? []).map(({ name }) => name),
        roots: buildEntryTree(output.name, model?.entries ?? [])
    };
}

/**
 * The values of some entries over a stretch of the trace.
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchGenericXy(
    { client, experiment }: TraceSession,
    output: OutputDescriptor,
    query: GenericXyQuery,
    signal: AbortSignal
): Promise<GenericXyAnswer> {
    const { range, samples, items } = query;
    const none = { label: '', unit: '' };
    if (items.length === 0) {
        return { query, series: [], x: none, y: none };
    }
    const body = QueryHelper.selectionTimeRangeQuery(range.start, range.end, samples, [...items], undefined, true);
    const { model } = await pollUntilComplete(() => client.fetchGenericXY(experiment.UUID, output.id, body), {
        signal,
        timeoutMs: LONGEST_WAIT_MS,
        what: output.name
    });
    const series = model?.series ?? [];
    const [first] = series;
    return {
        query,
        series: series.map(toSeries),
        x: { ...none, ...first?.xValuesDescription },
        y: { ...none, ...first?.yValuesDescription }
    };
}

const STYLES: readonly GenericSeries['style'][] = ['bar', 'line', 'area', 'scatter'];

function toSeries(series: XYSeries): GenericSeries {
    const domain = domainOf(series);
    const wanted = String(series.style?.values?.['series-type'] ?? '').toLowerCase();
    const usual = domain.kind === 'values' ? 'scatter' : 'bar';
    return {
        id: series.seriesId,
        style: STYLES.find(style => style === wanted) ?? usual,
        domain,
        values: Float64Array.from(series.yValues, Number)
    };
}

function domainOf({ xRanges, xCategories, xValues }: XYSeries): XDomain {
    if (xRanges) {
        return {
            kind: 'ranges',
            starts: Float64Array.from(xRanges, ({ start }) => Number(start)),
            ends: Float64Array.from(xRanges, ({ end }) => Number(end))
        };
    }
    return xCategories
        ? { kind: 'categories', names: xCategories }
        : { kind: 'values', values: Float64Array.from(xValues ?? [], Number) };
}
