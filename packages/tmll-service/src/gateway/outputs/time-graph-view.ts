import { AnalysisResult } from 'tmll-analysis/algorithms';
import { JsonValue } from 'tmll-trace-server';
import { HttpError } from '../../http/http-error';
import { entryTree } from './entry-tree';
import { oncePerResult, OutputTitle, OutputView } from './output-view';
import { QueryParameters } from './query-parameters';

/** A row of a time graph. */
export interface GraphRow {
    /** Names from the root of the tree down. */
    readonly path: readonly string[];
    /** By start, one ending before the next begins. */
    readonly states: readonly GraphState[];
}

export interface GraphState {
    /** Ns since the epoch; the end is the first ns behind the state. */
    readonly start: bigint;
    readonly end: bigint;
    readonly label: string;
    /** Key of a style of the graph. */
    readonly style: string;
    /** Texts by name. */
    readonly tooltip: Readonly<Record<string, string>>;
}

export interface TimeGraph<D> extends OutputTitle {
    readonly styles: Readonly<Record<string, JsonValue>>;
    readonly rows: (result: AnalysisResult<D>) => readonly GraphRow[];
}

/** A TIME_GRAPH output. */
export function timeGraphView<D>(graph: TimeGraph<D>): OutputView<D> {
    const { id, name, description, styles } = graph;
    const treeOf = oncePerResult((result: AnalysisResult<D>) => entryTree(graph.rows(result)));
    return {
        ...{ id, name, description, styles },
        type: 'TIME_GRAPH',
        answers: {
            tree: result => {
                const { startNs: start, endNs: end } = result.provenance.range;
                const { entries } = treeOf(result);
                return {
                    headers: [{ name: 'Series', tooltip: 'Where it was found' }],
                    autoExpandLevel: -1,
                    entries: entries.map(entry => ({ ...entry, start, end: end + 1n }))
                };
            },
            states: (result, parameters) => ({ rows: rowsOf(treeOf(result).leaves, parameters) }),
            arrows: () => [],
            tooltip: (result, parameters) => tooltipOf(treeOf(result).leaves, parameters)
        }
    };
}

type Leaf = GraphRow & { readonly entryId: number };

/** The states that a range has a part of, each at least as long as a pixel, or nobody would see it. */
function rowsOf(leaves: readonly Leaf[], { items, range }: QueryParameters): JsonValue[] {
    const pixel = range?.count ? (range.end - range.start) / BigInt(range.count) : 0n;
    return leaves
        .filter(({ entryId }) => items?.has(entryId) ?? true)
        .map(({ entryId, states }) => ({
            entryId,
            states: states.flatMap(({ start, end, label, style }, index) => {
                if (range && (end <= range.start || start > range.end)) {
                    return [];
                }
                const visible = end - start < pixel ? start + pixel : end;
                const next = states.at(index + 1)?.start;
                const shown = next !== undefined && visible > next ? (next > end ? next : end) : visible;
                return [{ start, end: shown, label, tags: 0, style: { parentKey: style, values: {} } }];
            })
        }));
}

function tooltipOf(leaves: readonly Leaf[], parameters: QueryParameters): JsonValue {
    const [time] = parameters.times ?? [];
    const element = parameters.record('requested_element').time;
    const start = typeof element === 'bigint' || typeof element === 'number' ? BigInt(element) : undefined;
    if (time === undefined) {
        throw new HttpError(400, 'Wrong request', 'Missing query parameters: requested_times.');
    }
    const states = leaves.filter(({ entryId }) => parameters.items?.has(entryId) ?? true).flatMap(leaf => leaf.states);
    const state =
        states.find(candidate => candidate.start === start) ??
        states.find(candidate => candidate.start <= time && candidate.end > time);
    return state?.tooltip ?? {};
}
