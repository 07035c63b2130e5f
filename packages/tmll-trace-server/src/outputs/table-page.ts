import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TableColumn, TablePage, TableQuery, TableSearch } from './output';

/** How long a search keeps the thread before it lets other requests be answered. */
const SLICE_MS = 12;
/** Rows between two looks at the clock. */
const ROWS_PER_LOOK = 256;

/** Rows in memory, found by their index. */
export interface TableRows<R> {
    readonly size: number;
    /** Index of the first row at or after a time in ns since the epoch. */
    rankAt(time: bigint): number;
    rowAt(index: number): R;
}

interface RowColumn<R> extends TableColumn {
    cell(row: R): string;
}

/** Answers a query of a table whose rows are in memory. Arguments as `TableOutput.lines`. */
export async function findPage<R>(
    available: readonly RowColumn<R>[],
    rows: TableRows<R>,
    query: TableQuery,
    signal: AbortSignal
): Promise<TablePage> {
    const { columnIds, from, count, search } = query;
    const columns = (columnIds ?? available.map(({ id }) => id))
        .map(id => available.find(column => column.id === id))
        .filter(column => column !== undefined);
    const matches = search && matcher(available, search);
    const asked = 'time' in from ? Math.min(rows.rankAt(from.time), rows.size - 1) : from.index;
    const first =
        matches && search?.direction ? await findMatch(rows, asked, search.direction, matches, signal) : asked;
    const last = first === undefined ? -1 : Math.min(first + count, rows.size);
    const lines: TablePage['lines'][number][] = [];
    for (let index = Math.max(0, first ?? 0); index < last; index++) {
        const row = rows.rowAt(index);
        lines.push({ index, cells: columns.map(column => column.cell(row)), matches: matches?.(row) ?? false });
    }
    return { columnIds: columns.map(({ id }) => id), lowIndex: Math.max(0, first ?? asked), size: rows.size, lines };
}

function matcher<R>(columns: readonly RowColumn<R>[], { patterns }: TableSearch): (row: R) => boolean {
    const wanted = [...patterns].map(([id, pattern]) => ({
        column: columns.find(column => column.id === id),
        pattern
    }));
    return row => wanted.every(({ column, pattern }) => column !== undefined && pattern.test(column.cell(row)));
}

/** Index of the first row from one on, or back from it, that matches; undefined when none does. */
async function findMatch<R>(
    rows: TableRows<R>,
    from: number,
    direction: 'NEXT' | 'PREVIOUS',
    matches: (row: R) => boolean,
    signal: AbortSignal
): Promise<number | undefined> {
    const step = direction === 'NEXT' ? 1 : -1;
    let sliceEnd = performance.now() + SLICE_MS;
    for (let index = Math.min(from, rows.size - (step < 0 ? 1 : 0)); index >= 0 && index < rows.size; index += step) {
        if (matches(rows.rowAt(index))) {
            return index;
        }
        if (index % ROWS_PER_LOOK === 0 && performance.now() >= sliceEnd) {
            await nextTurn();
            signal.throwIfAborted();
            sliceEnd = performance.now() + SLICE_MS;
        }
    }
    return undefined;
}
