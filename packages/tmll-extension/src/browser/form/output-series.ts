import {
    entriesWithData,
    Experiment,
    HttpTspClient,
    OutputDescriptor,
    pollUntilComplete,
    QueryHelper,
    SeriesEntry,
    seriesPaths
} from 'tmll-tsp';
import { seriesId, seriesName } from 'tmll-analysis/algorithms';
import { SeriesNode } from './series-choice';

const TREE_LIMIT_MS = 60_000;

/** Whether an output has series over time, which an analysis can look at. */
export function isAnalysable({ type }: OutputDescriptor): boolean {
    return type === 'TREE_TIME_XY';
}

/**
 * The series of an output, in the order of its tree.
 * @throws TspError with one sentence when the trace server cannot tell
 */
export async function fetchSeries(
    client: HttpTspClient,
    experiment: Experiment,
    output: OutputDescriptor
): Promise<readonly SeriesNode[]> {
    // The tree of the whole trace, as analyses ask for it: trees of shorter ranges may leave entries out.
    const query = QueryHelper.timeRangeQuery(experiment.start, experiment.end, 2);
    const { model } = await pollUntilComplete(() => client.fetchXYTree(experiment.UUID, output.id, query), {
        timeoutMs: TREE_LIMIT_MS,
        what: `the series of ${output.name}`
    });
    return seriesOfTree(output.name, model?.entries ?? []);
}

/** The series of a tree's entries. */
export function seriesOfTree(outputName: string, entries: readonly SeriesEntry[]): SeriesNode[] {
    const paths = seriesPaths(outputName, entries);
    const roots = new Set([...paths.values()].map(path => path[1]));
    return entriesWithData(entries).map(({ id, isDefault }) => {
        const path = paths.get(id) ?? [outputName];
        // A root that all series have in common, the name of the trace, tells nothing.
        const label = path.slice(roots.size === 1 && path.length > 2 ? 2 : 1);
        return { id: seriesId(path), label: seriesName(label), isDefault: isDefault === true, depth: path.length - 1 };
    });
}
