import { DocumentSection } from '../document/report-document';
import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatShare } from '../series/format';

/** More findings than these bury the ones that matter; the list of all is at hand elsewhere. */
const MOST_FINDINGS = 50;

/**
 * The worst findings as a table.
 * @param originNs ns since the epoch from which their times are counted
 */
export function findingsSection(findings: readonly Finding[], originNs: bigint): DocumentSection {
    const title = 'Findings';
    if (findings.length === 0) {
        return { title, blocks: [{ kind: 'text', text: 'Nothing stands out.' }] };
    }
    const worst = [...findings].sort((a, b) => b.severity - a.severity).slice(0, MOST_FINDINGS);
    const rest = findings.length - worst.length;
    return {
        title,
        blocks: [
            {
                kind: 'table',
                columns: [
                    { title: 'Severity', align: 'right' },
                    { title: 'Confidence', align: 'right' },
                    { title: 'At', align: 'right' },
                    { title: 'Lasts', align: 'right' },
                    { title: 'What' }
                ],
                rows: worst.map(({ severity, confidence, startNs, endNs, sentence }) => [
                    severity.toFixed(0),
                    formatShare(confidence),
                    formatSince(startNs - originNs),
                    endNs > startNs ? formatDuration(endNs - startNs + 1n) : 'one point',
                    sentence
                ]),
                places: worst.map(({ startNs, endNs, series }) => ({ startNs, endNs, series }))
            },
            ...(rest === 0 ? [] : [{ kind: 'text' as const, text: `${rest} more are less severe.` }])
        ]
    };
}

/** A time since a start, as seconds with ms: `+10.750 s`. */
export function formatSince(ns: bigint): string {
    return `${ns < 0n ? '' : '+'}${(Number(ns) / 1e9).toFixed(3)} s`;
}
