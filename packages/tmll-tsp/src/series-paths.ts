/** What a trace server says of an entry of a tree, as far as series are concerned; `XyEntry` fits. */
export interface SeriesEntry {
    readonly id: number;
    readonly parentId?: number;
    /** One text a column, the first is the name. */
    readonly labels: readonly string[];
    readonly hasData?: boolean;
    readonly isDefault?: boolean;
}

/**
 * The path of each entry: the name of the output, then the names of the entries from the root down. It identifies a series
 * from run to run, which ids do not: those are counters of the server process.
 *
 * Siblings of one name (threads, as Trace Compass lists them) take their second column along: `fluffy (5914)`. Where that
 * does not tell them apart either, they are numbered in the order of the tree: `fluffy`, `fluffy #2`. Further columns hold
 * measured values and are no part of a name.
 * @param entries of one tree; a parent that is missing makes an entry a root
 * @returns paths by the id of the entry
 */
export function seriesPaths(outputName: string, entries: readonly SeriesEntry[]): Map<number, readonly string[]> {
    const byId = new Map(entries.map(entry => [entry.id, entry]));
    const names = siblingNames(entries, byId);
    const paths = new Map<number, readonly string[]>();
    const pathOf = (entry: SeriesEntry | undefined, above: ReadonlySet<number>): readonly string[] => {
        // A tree that bites its own tail is cut where it does.
        if (entry === undefined || above.has(entry.id)) {
            return [outputName];
        }
        const known = paths.get(entry.id);
        if (known) {
            return known;
        }
        const path = [...pathOf(parentOf(entry, byId), new Set(above).add(entry.id)), names.get(entry.id) ?? ''];
        paths.set(entry.id, path);
        return path;
    };
    entries.forEach(entry => pathOf(entry, new Set()));
    return paths;
}

/** The entries that have a series; where the server does not say which do, those without entries below them. */
export function entriesWithData<E extends SeriesEntry>(entries: readonly E[]): E[] {
    const isTold = entries.some(({ hasData }) => hasData);
    const parents = new Set(entries.map(({ parentId }) => parentId));
    return entries.filter(({ id, hasData }) => (isTold ? hasData === true : !parents.has(id)));
}

function parentOf(entry: SeriesEntry, byId: ReadonlyMap<number, SeriesEntry>): SeriesEntry | undefined {
    return entry.parentId === undefined ? undefined : byId.get(entry.parentId);
}

function siblingNames(
    entries: readonly SeriesEntry[],
    byId: ReadonlyMap<number, SeriesEntry>
): ReadonlyMap<number, string> {
    const names = new Map<number, string>();
    for (const siblings of groupBy(entries, entry => parentOf(entry, byId)?.id)) {
        for (const namesakes of groupBy(siblings, ({ labels }) => labels[0])) {
            const name = (entry: SeriesEntry): string =>
                namesakes.length > 1 && entry.labels[1]
                    ? `${entry.labels[0]} (${entry.labels[1]})`
                    : (entry.labels[0] ?? '');
            for (const same of groupBy(namesakes, name)) {
                same.forEach((entry, index) => names.set(entry.id, name(entry) + (index > 0 ? ` #${index + 1}` : '')));
            }
        }
    }
    return names;
}

function groupBy<E, K>(elements: readonly E[], keyOf: (element: E) => K): E[][] {
    const groups = new Map<K, E[]>();
    for (const element of elements) {
        const group = groups.get(keyOf(element));
        if (group) {
            group.push(element);
        } else {
            groups.set(keyOf(element), [element]);
        }
    }
    return [...groups.values()];
}
