import { Finding, formatDuration, formatNs } from 'tmll-analysis/algorithms';
import { Column, table } from './table';

const COLUMNS: readonly Column[] = [
    { title: 'SEVERITY', align: 'right' },
    { title: 'CONFIDENCE', align: 'right' },
    { title: 'FROM' },
    { title: 'LASTS', align: 'right' },
    { title: 'WHAT' }
];

/** Findings as aligned lines, empty when there are none. */
export function findingTable(findings: readonly Finding[]): string {
    const rows = findings.map(({ severity, confidence, startNs, endNs, sentence }) => [
        severity.toFixed(0),
        confidence.toFixed(2),
        formatNs(startNs),
        lasts(endNs - startNs + 1n),
        sentence
    ]);
    return rows.length === 0 ? '' : table(COLUMNS, rows);
}

/** Both ends of a finding belong to it; one that is a single ns long is a point without a width. */
function lasts(duration: bigint): string {
    return duration > 1n ? formatDuration(duration) : 'one point';
}
