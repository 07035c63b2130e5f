import { drawable, EntryNode } from './entry-tree';

export type CheckState = 'on' | 'off' | 'mixed';

/** The state of a row's box: its own series, or for a row that only groups others, those below it. */
export function checkState(node: EntryNode, checked: ReadonlySet<number>): CheckState {
    if (node.hasData) {
        return checked.has(node.id) ? 'on' : 'off';
    }
    const below = drawable(node.children);
    const on = below.filter(entry => checked.has(entry.id)).length;
    return on === 0 ? 'off' : on === below.length ? 'on' : 'mixed';
}

/** What is checked after a click on a row's box. A group takes all below it, or none when all of it was on. */
export function toggleEntry(node: EntryNode, checked: ReadonlySet<number>): Set<number> {
    const affected = node.hasData ? [node] : drawable(node.children);
    return setEntries(affected, checkState(node, checked) !== 'on', checked);
}

/** What is checked after several rows were switched on or off. */
export function setEntries(nodes: readonly EntryNode[], on: boolean, checked: ReadonlySet<number>): Set<number> {
    const next = new Set(checked);
    for (const { id } of nodes) {
        if (on) {
            next.add(id);
        } else {
            next.delete(id);
        }
    }
    return next;
}

/**
 * A colour number for each checked row. A row keeps its own while it is checked; a new one takes the number that is used
 * least, so that no two lines look the same while there are colours left.
 * @param colors how many different ones there are
 */
export function assignColors(
    checked: Iterable<number>,
    previous: ReadonlyMap<number, number>,
    colors: number
): Map<number, number> {
    const used = new Array<number>(colors).fill(0);
    const assigned = new Map<number, number>();
    const fresh: number[] = [];
    for (const id of checked) {
        const color = previous.get(id);
        if (color === undefined) {
            fresh.push(id);
        } else {
            assigned.set(id, color);
            used[color]++;
        }
    }
    for (const id of fresh) {
        const color = used.indexOf(Math.min(...used));
        assigned.set(id, color);
        used[color]++;
    }
    return assigned;
}
