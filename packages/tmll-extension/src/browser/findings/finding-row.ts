import { nls } from '@theia/core';
import { Finding, formatDuration, formatShare, formatValue } from 'tmll-analysis/algorithms';
import type { ResultSummary } from 'tmll-service/protocol';
import { formatTime } from 'tmll-viewer';
import { describeExpected } from '../overlay/anomaly-tooltip';

const SEPARATOR = ' → ';

/** A finding as the table shows, sorts and filters it. */
export interface FindingRow {
    /** Unique over all results. */
    readonly id: string;
    readonly resultId: string;
    /** Id of the analysis that found it. */
    readonly module: string;
    /** The same when it is found again, so that what a user says of it stays. */
    readonly key: string;
    readonly finding: Finding;
    readonly what: string;
    /** Name of the output that it is in; that of the whole trace for one that is in none. */
    readonly output: string;
    /** The whole path of the series. */
    readonly where: string;
    /** The last part of the path, which tells series of an output apart. */
    readonly leaf: string;
    /** The parts before it. */
    readonly above: string;
    /** Since the start of the trace. */
    readonly when: string;
    readonly howLong: string;
    readonly expected: string;
    /** The expected value with the band around it that counts as usual. */
    readonly usual: string;
    readonly seen: string;
    /** The trace has changed since it was found. */
    readonly isStale: boolean;
    /** In percent. */
    readonly confidence: string;
    /** What the filter looks at, in lower case. */
    readonly text: string;
}

/** The result that a finding is in. */
export type FoundBy = Pick<ResultSummary, 'id' | 'module' | 'stale'>;

/** @param traceStart ns since the epoch */
export function findingRow({ id, module, stale = false }: FoundBy, finding: Finding, traceStart: bigint): FindingRow {
    const { unit, expected, actual } = finding;
    const path = finding.series?.path ?? [nls.localize('tmll/findings/wholeTrace', 'Whole trace')];
    const where = path.join(SEPARATOR);
    const what = withoutName(finding.sentence, where);
    return {
        id: `${id}/${finding.id}`,
        resultId: id,
        module,
        key: `${module}/${where}/${finding.startNs}-${finding.endNs}`,
        finding,
        what,
        output: path[0],
        where,
        leaf: path[path.length - 1],
        above: path.slice(0, -1).join(SEPARATOR),
        when: describeTime(Number(finding.startNs - traceStart)),
        howLong: describeLength(finding),
        expected: expected?.value === undefined ? '' : formatValue(expected.value, unit),
        usual: (expected && describeExpected(expected, unit)) ?? '',
        seen: actual === undefined ? '' : formatValue(actual, unit),
        isStale: stale,
        confidence: formatShare(finding.confidence),
        text: `${what}\n${where}`.toLowerCase()
    };
}

/** A sentence that begins with the name of the series, as it stands in a column of its own: without that name. */
function withoutName(sentence: string, name: string): string {
    if (!sentence.startsWith(`${name} `)) {
        return sentence;
    }
    const rest = sentence.slice(name.length + 1);
    return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** To the ms, in the first second to the µs: finer digits are of no help in finding a place. */
function describeTime(ns: number): string {
    return formatTime(ns, ns >= 1e9 ? 1e6 : 1e3);
}

/** Both ends belong to it. */
function describeLength({ startNs, endNs }: Finding): string {
    return startNs === endNs
        ? nls.localize('tmll/findings/instant', 'one point')
        : formatDuration(endNs - startNs + 1n);
}
