import { chooseSplit } from './choose-split';
import type { FieldRows, NumericField } from './field-table';

/** More processes than this are not told apart. */
const MAX_PROCESSES = 64;

/** The rows of an event type that make one series a field: those of one process and one value of the splitting field. */
export interface RowGroup {
    /** Number of the process in `ProcessTable`; undefined when all rows are of one process, or of too many. */
    readonly process?: number;
    /** Value of the splitting field; undefined when none splits the type. */
    readonly split?: string;
    /** Ascending ranks of the rows; undefined: all rows. */
    readonly rows?: Uint32Array;
}

/** A type's fields and the groups that its rows fall into. */
export interface GroupedRows {
    readonly table: FieldRows;
    readonly groups: readonly RowGroup[];
}

/** Groups the rows of a type by process and by the field that tells series apart. */
export function groupRows(table: FieldRows): GroupedRows {
    const processes = processesOf(table);
    const split = chooseSplit(table);
    if (processes.length <= 1 && (split?.labels.length ?? 0) <= 1) {
        return { table, groups: [{ split: split?.labels[0] }] };
    }
    const splits = split?.labels ?? [undefined];
    const processIndex = new Map(processes.map((process, index) => [process, index]));
    const groupOf = (row: number): number => {
        const process = processes.length > 1 ? (processIndex.get(table.processes?.at(row) ?? -1) ?? 0) : 0;
        return process * splits.length + (split ? split.rows.at(row) : 0);
    };
    const rows = sortByGroup(rowCountOf(table.fields), Math.max(1, processes.length) * splits.length, groupOf);
    const groups = rows.map((ranks, group) => ({
        process: processes.length > 1 ? processes[Math.floor(group / splits.length)] : undefined,
        split: splits[group % splits.length],
        rows: ranks
    }));
    return { table, groups: groups.filter(group => group.rows.length > 0) };
}

/** The processes that the rows come from; empty when they are not told apart. */
function processesOf({ processes, fields }: FieldRows): number[] {
    const found = new Set<number>();
    for (let row = 0; processes && row < rowCountOf(fields) && found.size <= MAX_PROCESSES; row++) {
        found.add(processes.at(row));
    }
    return found.size <= MAX_PROCESSES ? [...found] : [];
}

function rowCountOf(fields: readonly NumericField[]): number {
    return fields[0].values.length;
}

/** The ranks of the rows of each group, ascending (a counting sort). */
function sortByGroup(rowCount: number, groupCount: number, groupOf: (row: number) => number): Uint32Array[] {
    const counts = new Uint32Array(groupCount);
    for (let row = 0; row < rowCount; row++) {
        counts[groupOf(row)]++;
    }
    const groups = Array.from(counts, count => new Uint32Array(count));
    const used = new Uint32Array(groupCount);
    for (let row = 0; row < rowCount; row++) {
        const group = groupOf(row);
        groups[group][used[group]++] = row;
    }
    return groups;
}
