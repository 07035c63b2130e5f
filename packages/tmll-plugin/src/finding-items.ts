import type { StoredResult } from 'tmll-service/protocol';

/** A finding as a quick pick shows it. */
export interface FindingItem {
    /** Severity and where. */
    readonly label: string;
    /** When, in ns since the epoch. */
    readonly description: string;
    /** The sentence. */
    readonly detail: string;
}

/** The findings of some results as one list, the worst first. */
export function findingItems(results: readonly StoredResult[]): FindingItem[] {
    return results
        .flatMap(result => result.findings)
        .sort((a, b) => b.severity - a.severity)
        .map(finding => ({
            label: `${Math.round(finding.severity)} · ${finding.series?.path.join(' → ') ?? 'whole trace'}`,
            description: `${finding.startNs} ns to ${finding.endNs} ns`,
            detail: finding.sentence
        }));
}
