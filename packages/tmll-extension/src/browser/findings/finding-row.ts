import { nls } from '@theia/core';
import { Finding, formatDuration, formatValue } from 'tmll-analysis/algorithms';
import { describeExpected } from '../overlay/anomaly-tooltip';
import { formatTimeSinceStart } from '../time/format-time';

/** A finding as the table shows, sorts and filters it. */
export interface FindingRow {
    /** Unique over all results. */
    readonly id: string;
    readonly resultId: string;
    readonly finding: Finding;
    readonly what: string;
    readonly where: string;
    /** Since the start of the trace. */
    readonly when: string;
    readonly howLong: string;
    readonly expected: string;
    readonly seen: string;
    /** In percent. */
    readonly confidence: string;
    /** What the filter looks at, in lower case. */
    readonly text: string;
}

/** @param traceStart ns since the epoch */
export function findingRow(resultId: string, finding: Finding, traceStart: bigint): FindingRow {
    const { unit, expected, actual } = finding;
    const what = finding.sentence;
    const where = finding.series?.path.join(' → ') ?? nls.localize('tmll/findings/wholeTrace', 'Whole trace');
    return {
        id: `${resultId}/${finding.id}`,
        resultId,
        finding,
        what,
        where,
        when: formatTimeSinceStart(finding.startNs - traceStart),
        howLong: formatDuration(finding.endNs - finding.startNs),
        expected: (expected && describeExpected(expected, unit)) ?? '',
        seen: actual === undefined ? '' : formatValue(actual, unit),
        confidence: `${Math.round(finding.confidence * 100)} %`,
        text: `${what}\n${where}`.toLowerCase()
    };
}
