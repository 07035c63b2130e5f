import { entriesWithData, HttpTspClient, pollUntilComplete, QueryHelper, seriesPaths, XyEntry } from 'tmll-tsp';
import { SeriesReference, seriesId, seriesName, TimeRange } from '../series/time-series';
import { FetchOptions, requestOptions } from './fetch-options';
import { Output } from './output';

/** A series that an output can give. */
export interface SeriesEntry extends SeriesReference {
    /** `TimeSeries.id`: the path joined by `/`. */
    readonly id: string;
    /** `TimeSeries.name`: the path joined by ` → `. */
    readonly name: string;
    /** Whether the server shows it at first. */
    readonly isDefault: boolean;
}

/** The series of an output, and the ids of their entries, which only this run of the trace server knows. */
export interface SeriesTree {
    readonly entries: readonly SeriesEntry[];
    readonly entryIds: ReadonlyMap<SeriesEntry, number>;
}

/**
 * The series of a TREE_TIME_XY output, in the order of its tree; none when the trace has nothing for it.
 *
 * The tree is always that of the whole experiment: trees of shorter ranges may leave entries out, and paths would change.
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchSeriesTree(
    client: HttpTspClient,
    experiment: { readonly uuid: string; readonly range: TimeRange },
    output: Output,
    options: FetchOptions = {}
): Promise<SeriesTree> {
    const { startNs, endNs } = experiment.range;
    const query = QueryHelper.timeRangeQuery(startNs, endNs, 2);
    const { model } = await pollUntilComplete(() => client.fetchXYTree(experiment.uuid, output.id, query), {
        ...requestOptions(options),
        what: `the series of ${output.name}`
    });
    const all: readonly XyEntry[] = model?.entries ?? [];
    const paths = seriesPaths(output.name, all);
    const entryIds = new Map<SeriesEntry, number>();
    for (const { id, isDefault } of entriesWithData(all.filter(isData))) {
        const path = paths.get(id) ?? [output.name];
        const entry = { outputId: output.id, path, id: seriesId(path), name: seriesName(path) };
        entryIds.set(Object.freeze({ ...entry, isDefault: isDefault === true }), id);
    }
    return { entries: [...entryIds.keys()], entryIds };
}

/** What an earlier analysis drew over a chart is no data of the trace: a gateway marks it. */
function isData({ metadata }: XyEntry): boolean {
    return metadata?.tmll === undefined;
}
