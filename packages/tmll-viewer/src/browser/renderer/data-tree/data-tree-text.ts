import { TimeWindow } from '../../session/time-model';
import { VisibleRow } from '../tree/visible-rows';
import { TreeColumn } from './data-tree-source';

/** Lines as tab-separated text, to be pasted into a spreadsheet. */
export function rowsAsText(rows: readonly VisibleRow[]): string {
    return rows.map(({ node }) => node.labels.map(label => label.replace(/\s+/g, ' ')).join('\t')).join('\n');
}

/** Lines as comma-separated values; the first column has the names from the root down, joined by `/`. */
export function rowsAsCsv(columns: readonly TreeColumn[], rows: readonly VisibleRow[]): string {
    const header = columns.map(({ name }) => name);
    const lines = rows.map(({ node }) => [node.path.slice(1).join('/'), ...node.labels.slice(1)]);
    return [header, ...lines].map(line => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** A value of a CSV file (RFC 4180). */
export function quoted(text: string): string {
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** `[1450193745774189602,1450193745774189603]` as a stretch of time in ns from the origin; undefined for another text. */
export function timeRangeOf(label: string, origin: bigint): TimeWindow | undefined {
    const match = /^\s*\[\s*(\d{1,19})\s*,\s*(\d{1,19})\s*\]\s*$/.exec(label);
    return match ? { start: Number(BigInt(match[1]) - origin), end: Number(BigInt(match[2]) - origin) } : undefined;
}
