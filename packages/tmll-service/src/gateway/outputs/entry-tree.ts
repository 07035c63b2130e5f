/** A column of a tree. */
export interface TreeHeader {
    readonly name: string;
    readonly tooltip: string;
    /** TSP's data type; text when not given. */
    readonly dataType?: string;
}

/** An entry of a tree, as the gateway makes them: ids count from 1 in the order of the tree, so they are the same in each run. */
export interface TreeEntry {
    readonly id: number;
    readonly parentId: number;
    readonly labels: readonly string[];
    readonly hasData: boolean;
}

/** Leaves with what they stand for, and the groups above them. */
export interface EntryTree<T> {
    readonly entries: readonly TreeEntry[];
    readonly leaves: readonly (T & { readonly entryId: number })[];
}

/** The tree of leaves by the names on the way to each, from the root down. Equal ways make leaves of one name. */
export function entryTree<T extends { readonly path: readonly string[] }>(items: readonly T[]): EntryTree<T> {
    const entries: TreeEntry[] = [];
    const groups = new Map<string, number>();
    const add = (parentId: number, name: string, hasData: boolean): number => {
        const id = entries.length + 1;
        entries.push({ id, parentId, labels: [name], hasData });
        return id;
    };
    const leaves = items.map(item => {
        let parentId = -1;
        for (const [depth, name] of item.path.slice(0, -1).entries()) {
            const key = JSON.stringify(item.path.slice(0, depth + 1));
            parentId = groups.get(key) ?? add(parentId, name, false);
            groups.set(key, parentId);
        }
        return { ...item, entryId: add(parentId, item.path.at(-1) ?? '', true) };
    });
    return { entries, leaves };
}
