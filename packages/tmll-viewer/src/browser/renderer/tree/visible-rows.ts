import { EntryNode } from './entry-tree';

/** A row that is on screen when it is scrolled to: all rows above it are open. */
export interface VisibleRow {
    readonly node: EntryNode;
    /** Undefined where there is nothing to open. */
    readonly expanded: boolean | undefined;
    /** Place among its siblings, from 1, and their number: what a screen reader says. */
    readonly position: number;
    readonly siblings: number;
}

/** The rows of a tree from top to bottom, without those below a closed one. */
export function visibleRows(nodes: readonly EntryNode[], closed: ReadonlySet<number>): VisibleRow[] {
    const rows: VisibleRow[] = [];
    const add = (level: readonly EntryNode[]): void =>
        level.forEach((node, index) => {
            const expanded = node.children.length > 0 ? !closed.has(node.id) : undefined;
            rows.push({ node, expanded, position: index + 1, siblings: level.length });
            if (expanded) {
                add(node.children);
            }
        });
    add(nodes);
    return rows;
}

/** What a key does to a tree. */
export type TreeKey =
    | { readonly kind: 'focus'; readonly index: number }
    | { readonly kind: 'open' | 'close' | 'toggle'; readonly index: number };

/** Keys of a tree as the ARIA practices have them; undefined for keys that are not the tree's. */
export function treeKey(key: string, rows: readonly VisibleRow[], focused: number): TreeKey | undefined {
    const row = rows[focused];
    const focus = (index: number): TreeKey => ({
        kind: 'focus',
        index: Math.min(Math.max(index, 0), rows.length - 1)
    });
    if (!row) {
        return undefined;
    }
    switch (key) {
        case 'ArrowDown':
            return focus(focused + 1);
        case 'ArrowUp':
            return focus(focused - 1);
        case 'Home':
            return focus(0);
        case 'End':
            return focus(rows.length - 1);
        case 'ArrowRight':
            return row.expanded === false
                ? { kind: 'open', index: focused }
                : row.expanded
                  ? focus(focused + 1)
                  : undefined;
        case 'ArrowLeft':
            return row.expanded ? { kind: 'close', index: focused } : focus(parentOf(rows, focused));
        case ' ':
        case 'Enter':
            return { kind: 'toggle', index: focused };
        default:
            return undefined;
    }
}

function parentOf(rows: readonly VisibleRow[], index: number): number {
    const { depth } = rows[index].node;
    for (let above = index - 1; above >= 0; above--) {
        if (rows[above].node.depth < depth) {
            return above;
        }
    }
    return index;
}
