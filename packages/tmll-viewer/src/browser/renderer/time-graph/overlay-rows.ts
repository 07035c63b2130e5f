import { Overlay } from '../../overlay/overlay';
import { EntryNode, pathKey } from '../tree/entry-tree';

type OverlayRow = Pick<Overlay, 'series' | 'entryId' | 'rowName'>;

/**
 * Which row an overlay is drawn on: its index, -1 when there is no such row, undefined when it is drawn over all of them.
 * @param nodes the rows, from top to bottom
 */
export function rowIndex(nodes: readonly EntryNode[]): (overlay: OverlayRow) => number | undefined {
    const byPath = lazy(() => firstIndices(nodes, ({ path }) => [pathKey(path)]));
    const byId = lazy(() => firstIndices(nodes, ({ id }) => [id]));
    const byName = lazy(() => firstIndices(nodes, namesOf));
    return ({ series, entryId, rowName }) => {
        if (entryId !== undefined) {
            return byId().get(entryId) ?? -1;
        }
        if (rowName !== undefined) {
            return byName().get(rowName) ?? -1;
        }
        return series && (byPath().get(pathKey(series)) ?? -1);
    };
}

/** The paths of the rows that something is drawn on, as `pathKey`s. */
export function markedRows(overlays: readonly Overlay[], nodes: readonly EntryNode[]): ReadonlySet<string> {
    const indexOf = rowIndex(nodes);
    const indices = new Set(overlays.map(overlay => indexOf(overlay) ?? -1));
    indices.delete(-1);
    return new Set([...indices].map(index => pathKey(nodes[index].path)));
}

/** What a row may be called elsewhere: threads also with their id, and CPUs as Trace Compass names their states. */
function namesOf({ path, labels: [name = '', id = ''] }: EntryNode): string[] {
    return [path.at(-1) ?? name, name, `${name} (${id})`, name.replace(/^(CPU \d+) States$/, '$1')];
}

function firstIndices<K>(nodes: readonly EntryNode[], keysOf: (node: EntryNode) => readonly K[]): Map<K, number> {
    const indices = new Map<K, number>();
    nodes.forEach((node, index) =>
        keysOf(node)
            .filter(key => !indices.has(key))
            .forEach(key => indices.set(key, index))
    );
    return indices;
}

function lazy<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}
