import { entriesWithData, SeriesEntry, seriesPaths } from 'tmll-tsp';
import { SeriesPath } from '../../overlay/overlay';

/** A row of the tree beside a chart. */
export interface EntryNode {
    readonly id: number;
    /** Identifies its series from run to run. */
    readonly path: SeriesPath;
    /** One for each column, the first is its name. */
    readonly labels: readonly string[];
    readonly depth: number;
    /** It has a series of its own; without one it only groups others. */
    readonly hasData: boolean;
    readonly isDefault: boolean;
    readonly children: readonly EntryNode[];
}

/**
 * The rows of an answer as trees, in the server's order. Rows whose parent is missing stand at the top; where no row says
 * that it has data, the leaves have it.
 * @param outputName becomes the first part of every path
 */
export function buildEntryTree(outputName: string, entries: readonly SeriesEntry[]): EntryNode[] {
    const paths = seriesPaths(outputName, entries);
    const withData = new Set(entriesWithData(entries).map(({ id }) => id));
    const children = childrenByParent(entries);
    const build = ({ id, labels, isDefault = false }: SeriesEntry, depth: number): EntryNode => ({
        id,
        path: paths.get(id) ?? [],
        labels,
        depth,
        hasData: withData.has(id),
        isDefault,
        children: (children.get(id) ?? []).map(child => build(child, depth + 1))
    });
    return (children.get(undefined) ?? []).map(entry => build(entry, 0));
}

function childrenByParent(entries: readonly SeriesEntry[]): Map<number | undefined, SeriesEntry[]> {
    const ids = new Set(entries.map(({ id }) => id));
    const children = new Map<number | undefined, SeriesEntry[]>();
    for (const entry of entries) {
        const { id, parentId } = entry;
        const parent = parentId !== undefined && parentId !== id && ids.has(parentId) ? parentId : undefined;
        const siblings = children.get(parent) ?? [];
        siblings.push(entry);
        children.set(parent, siblings);
    }
    return children;
}

/** All rows, each before its children. */
export function flatten(nodes: readonly EntryNode[]): EntryNode[] {
    return nodes.flatMap(node => [node, ...flatten(node.children)]);
}

/** The rows that can be drawn, in the order of the tree. */
export function drawable(nodes: readonly EntryNode[]): EntryNode[] {
    return flatten(nodes).filter(node => node.hasData);
}

/** How many series a chart shows at first when the trace server names none. */
export const DEFAULT_SERIES = 5;

/** What a chart shows at first: what the server names, else the first rows by level, the top one first. */
export function defaultEntries(nodes: readonly EntryNode[]): EntryNode[] {
    const candidates = drawable(nodes);
    const named = candidates.filter(node => node.isDefault);
    if (named.length > 0) {
        return named;
    }
    return [...candidates].sort((first, second) => first.depth - second.depth).slice(0, DEFAULT_SERIES);
}

/**
 * The tree with only the rows in whose labels a text occurs, in upper or lower case, and those above them; the children of
 * a row that matches stay with it.
 */
export function filterTree(nodes: readonly EntryNode[], text: string): readonly EntryNode[] {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') {
        return nodes;
    }
    const matches = (node: EntryNode): boolean => node.labels.some(label => label.toLowerCase().includes(wanted));
    const keep = (node: EntryNode): EntryNode[] => {
        if (matches(node)) {
            return [node];
        }
        const children = node.children.flatMap(keep);
        return children.length > 0 ? [{ ...node, children }] : [];
    };
    return nodes.flatMap(keep);
}

/** A path as the key of a map. */
export function pathKey(path: SeriesPath): string {
    return path.join('\u0000');
}
