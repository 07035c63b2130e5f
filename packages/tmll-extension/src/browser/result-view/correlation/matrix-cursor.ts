import type { CorrelatedPair, CorrelationData } from 'tmll-analysis/algorithms';

/** A cell of the matrix below its diagonal: places in the order of the clusters, `column < row`. */
export interface MatrixCell {
    readonly column: number;
    readonly row: number;
}

/** Where the key of an arrow, `Home` or `End` leads to from a cell; undefined for other keys. */
export function moveCell({ column, row }: MatrixCell, key: string, size: number): MatrixCell | undefined {
    switch (key) {
        case 'ArrowLeft':
            return { column: Math.max(0, column - 1), row };
        case 'ArrowRight':
            return { column: Math.min(row - 1, column + 1), row };
        case 'ArrowUp':
            return { column, row: Math.max(column + 1, row - 1) };
        case 'ArrowDown':
            return { column, row: Math.min(size - 1, row + 1) };
        case 'Home':
            return { column: 0, row };
        case 'End':
            return { column: row - 1, row };
        default:
            return undefined;
    }
}

/** Index of the pair in a cell. Pairs stand row by row below the diagonal of the series' own order (`pairsOf`). */
export function pairIndexAt({ order }: CorrelationData, { column, row }: MatrixCell): number {
    const [first, second] = [order[column], order[row]].sort((a, b) => a - b);
    return (second * (second - 1)) / 2 + first;
}

/** The cell of a pair. */
export function cellOf({ order }: CorrelationData, { first, second }: CorrelatedPair): MatrixCell {
    const [column, row] = [order.indexOf(first), order.indexOf(second)].sort((a, b) => a - b);
    return { column, row };
}
