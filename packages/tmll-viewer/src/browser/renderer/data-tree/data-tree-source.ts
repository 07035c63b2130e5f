import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { pollUntilComplete, QueryHelper } from 'tmll-tsp';
import { TraceSession } from '../../session/trace-session';
import { buildEntryTree, EntryNode } from '../tree/entry-tree';
import { ComputedRange } from '../selected-range';

export interface TreeColumn {
    readonly name: string;
    readonly tooltip: string;
    /** Of TSP: STRING, NUMBER, TIME_RANGE, …; only a hint. */
    readonly dataType: string;
}

export interface DataTree {
    readonly columns: readonly TreeColumn[];
    readonly roots: readonly EntryNode[];
    readonly range: ComputedRange;
    /** Rows deeper than this are closed at first; negative: none. */
    readonly expandLevel: number;
}

/** The trace server may have to analyse the whole trace before it can answer. */
const LONGEST_WAIT_MS = 600_000;

/**
 * The lines of a DATA_TREE output over a stretch of time.
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchDataTree(
    { client, experiment }: TraceSession,
    output: OutputDescriptor,
    range: ComputedRange,
    signal: AbortSignal
): Promise<DataTree> {
    const query = QueryHelper.timeRangeQuery(range.start, range.end, range.isSelection ? { isFiltered: true } : {});
    const { model } = await pollUntilComplete(() => client.fetchDataTree(experiment.UUID, output.id, query), {
        signal,
        timeoutMs: LONGEST_WAIT_MS,
        what: output.name
    });
    const entries = model?.entries ?? [];
    const widest = entries.reduce((most, { labels }) => Math.max(most, labels.length), 1);
    const headers = model?.headers ?? [];
    return {
        columns: Array.from({ length: Math.max(widest, headers.length) }, (_, index) => ({
            name: headers[index]?.name ?? '',
            tooltip: headers[index]?.tooltip ?? '',
            dataType: headers[index]?.dataType ?? 'STRING'
        })),
        roots: buildEntryTree(output.name, entries),
        range,
        expandLevel: model?.autoExpandLevel ?? -1
    };
}
