import type { FindingVerdict } from './finding-verdicts';
import type { FindingRow } from './finding-row';

/** Which findings are listed. */
export interface FindingFilter {
    /** Every word of it is in what a row says. */
    readonly text: string;
    /** Id of the analysis; empty for all. */
    readonly module: string;
    /** Name of the output; empty for all. */
    readonly output: string;
    /** Least severity, 0 to 100. */
    readonly severity: number;
    /** Whether those are listed that the user has marked as known or wrong. */
    readonly settled: boolean;
}

/** Everything but what the user has settled. */
export const NO_FILTER: FindingFilter = { text: '', module: '', output: '', severity: 0, settled: false };

/** Whether a row is listed. @param verdict of the user on it */
export function passes(row: FindingRow, filter: FindingFilter, verdict: FindingVerdict | undefined): boolean {
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    return (
        (filter.module === '' || row.module === filter.module) &&
        (filter.output === '' || row.output === filter.output) &&
        row.finding.severity >= filter.severity &&
        (filter.settled || verdict === undefined) &&
        words.every(word => row.text.includes(word))
    );
}
