import { FindingRow } from './finding-row';

const HEADER = 'severity,confidence,start_ns,end_ns,analysis,where,what,expected,seen,unit';

/**
 * Findings as comma-separated values (RFC 4180), times in ns since the epoch. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export function findingsCsv(rows: readonly FindingRow[]): string {
    const lines = rows.map(({ finding, module, where }) =>
        [
            finding.severity,
            finding.confidence,
            finding.startNs,
            finding.endNs,
            module,
            where,
            finding.sentence,
            finding.expected?.value ?? '',
            finding.actual ?? '',
            finding.unit
        ]
            .map(cell)
            .join(',')
    );
    return [HEADER, ...lines, ''].join('\r\n');
}

function cell(value: string | number | bigint): string {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
