import { EntryNode } from './entry-tree';

/** By which column rows are sorted within their group. */
export interface RowOrder {
    readonly column: number;
    readonly descending: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Units in which trace servers write numbers; without them `2 ms` would come before `900 ns`. */
const UNITS: Readonly<Record<string, number>> = {
    '': 1,
    '%': 1,
    ns: 1,
    µs: 1e3,
    μs: 1e3,
    us: 1e3,
    ms: 1e6,
    s: 1e9,
    min: 60e9,
    h: 3600e9,
    B: 1,
    KB: 2 ** 10,
    MB: 2 ** 20,
    GB: 2 ** 30,
    TB: 2 ** 40,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40
};

/** The tree with the rows of each group in an order; the server's own when none is given. */
export function sortTree(nodes: readonly EntryNode[], order: RowOrder | undefined): readonly EntryNode[] {
    if (!order) {
        return nodes;
    }
    const sign = order.descending ? -1 : 1;
    const labelOf = ({ labels }: EntryNode): string => labels[order.column] ?? '';
    return [...nodes]
        .sort((first, second) => sign * compareLabels(labelOf(first), labelOf(second)))
        .map(node => ({ ...node, children: sortTree(node.children, order) }));
}

/** Numbers by size, also with units and separators, before texts; texts as a reader expects them. Empty ones come first. */
export function compareLabels(first: string, second: string): number {
    const one = quantityOf(first);
    const other = quantityOf(second);
    if (one !== undefined && other !== undefined) {
        return one - other;
    }
    return one !== undefined && second !== ''
        ? -1
        : other !== undefined && first !== ''
          ? 1
          : collator.compare(first, second);
}

/** `1,234.5 ms` in the smallest unit of its kind; undefined for what is no number. */
export function quantityOf(label: string): number | undefined {
    const match = /^\s*([-−+]?)(\d[\d,\s\u202f\u00a0]*(?:\.\d[\d\s\u202f]*)?(?:e[-+]?\d+)?)\s*([^\d\s]*)\s*$/i.exec(
        label
    );
    if (!match || !(match[3] in UNITS)) {
        return undefined;
    }
    const size = Number(match[2].replace(/[,\s\u202f\u00a0]/g, ''));
    return Number.isFinite(size) ? (match[1] === '-' || match[1] === '−' ? -1 : 1) * size * UNITS[match[3]] : undefined;
}
