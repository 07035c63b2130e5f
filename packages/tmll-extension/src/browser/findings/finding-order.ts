import { FindingRow } from './finding-row';

/** Columns of the table of findings. */
export type FindingColumn = 'severity' | 'what' | 'where' | 'when' | 'howLong' | 'expected' | 'seen' | 'confidence';

/** By which column the findings are sorted, and which way. */
export interface FindingOrder {
    readonly column: FindingColumn;
    readonly descending: boolean;
}

/** The worst first. */
export const BY_SEVERITY: FindingOrder = { column: 'severity', descending: true };

type Key = number | bigint | string | undefined;

const KEYS: Readonly<Record<FindingColumn, (row: FindingRow) => Key>> = {
    severity: row => row.finding.severity,
    what: row => row.what.toLowerCase(),
    where: row => row.where.toLowerCase(),
    when: row => row.finding.startNs,
    howLong: row => row.finding.endNs - row.finding.startNs,
    expected: row => row.finding.expected?.value ?? row.finding.expected?.high ?? row.finding.expected?.low,
    seen: row => row.finding.actual,
    confidence: row => row.finding.confidence
};

/** Columns of amounts start with the largest, times and texts with the first. */
const DESCENDING_FIRST: ReadonlySet<FindingColumn> = new Set(['severity', 'howLong', 'expected', 'seen', 'confidence']);

/** The order after a click on a column's header: that column, or the other way round when it is already sorted by. */
export function orderBy(column: FindingColumn, order: FindingOrder): FindingOrder {
    return column === order.column
        ? { column, descending: !order.descending }
        : { column, descending: DESCENDING_FIRST.has(column) };
}

/** The rows in order: those without a value stand last, equal ones by time. The input is left as it is. */
export function arrangeFindings(rows: readonly FindingRow[], order: FindingOrder): FindingRow[] {
    const key = KEYS[order.column];
    return [...rows].sort(
        (a, b) => compareKeys(key(a), key(b), order.descending) || compareKeys(KEYS.when(a), KEYS.when(b), false)
    );
}

function compareKeys(a: Key, b: Key, descending: boolean): number {
    if (a === undefined || b === undefined) {
        return Number(a === undefined) - Number(b === undefined);
    }
    const ascending = a < b ? -1 : a > b ? 1 : 0;
    return descending ? -ascending : ascending;
}
