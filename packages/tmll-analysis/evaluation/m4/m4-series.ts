import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A series of the M4 competition: what is known, and what is to be forecast. */
export interface M4Series {
    readonly history: Float64Array;
    readonly future: Float64Array;
}

export type M4Frequency = 'hourly' | 'weekly';

/** The series of a frequency, in the order of the files. */
export function loadM4Series(folder: string, frequency: M4Frequency): M4Series[] {
    const rows = (part: string): Float64Array[] =>
        readFileSync(join(folder, `${frequency}-${part}.csv`), 'utf8')
            .trim()
            .split('\n')
            .slice(1)
            .map(row => parseRow(row));
    const futures = rows('test');
    return rows('train').map((history, index) => ({ history, future: futures[index] }));
}

/** The numbers after the name of the series; shorter series end in empty cells. */
function parseRow(row: string): Float64Array {
    const cells = row
        .split(',')
        .slice(1)
        .map(cell => cell.replaceAll('"', '').trim());
    return Float64Array.from(cells.filter(cell => cell !== '' && cell !== 'NA').map(Number));
}
