import { nls } from '@theia/core';
import {
    AnomalyPeriod,
    AnomalyPoint,
    DETECTORS,
    ExpectedValue,
    formatDuration,
    formatValue,
    formatValueRange,
    MethodVote
} from 'tmll-analysis/algorithms';

/** Lines of the tooltip of a point: what was seen, what was expected, how far it stands out, who says so. */
export function pointTooltip(point: AnomalyPoint, unit: string, method: string): string[] {
    const lines = [nls.localize('tmll/overlay/value', 'Value: {0}', formatValue(point.value, unit))];
    const expected = describeExpected(point.expected, unit);
    if (expected) {
        lines.push(nls.localize('tmll/overlay/expected', 'Expected: {0}', expected));
    }
    lines.push(nls.localize('tmll/overlay/score', 'Score: {0}', formatValue(point.score, '')));
    lines.push(nls.localize('tmll/overlay/method', 'Method: {0}', method));
    if (point.votes) {
        lines.push(nls.localize('tmll/overlay/votes', 'Flagged by: {0}', describeVotes(point.votes)));
    }
    return lines;
}

/** The methods that agree with a verdict and the share of each in it, `Z-score (41 %), Moving average (29 %)`. */
function describeVotes(votes: readonly MethodVote[]): string {
    const titleOf = (method: string): string => DETECTORS.find(each => each.method === method)?.title ?? method;
    return votes
        .filter(({ agrees }) => agrees)
        .map(({ method, share }) => `${titleOf(method)} (${formatValue(Math.round(100 * share), '%')})`)
        .join(', ');
}

/** Lines of the tooltip of a period that no finding describes. */
export function periodTooltip(period: AnomalyPeriod, unit: string): string[] {
    const expected = describeExpected(period.expected, unit);
    const actual = formatValue(period.actual, unit);
    const length = formatDuration(period.endNs - period.startNs + 1n);
    return [
        expected
            ? nls.localize('tmll/overlay/period', '{0} for {1}, expected {2}', actual, length, expected)
            : nls.localize('tmll/overlay/periodUnexpected', '{0} for {1}', actual, length)
    ];
}

/** The expected value and its band, `120 events/s (80–160 events/s)`; undefined when neither is known. */
export function describeExpected({ value, low, high }: ExpectedValue, unit: string): string | undefined {
    const band = describeBand(low, high, unit);
    if (value === undefined) {
        return band;
    }
    return band ? `${formatValue(value, unit)} (${band})` : formatValue(value, unit);
}

function describeBand(low: number | undefined, high: number | undefined, unit: string): string | undefined {
    if (low !== undefined && high !== undefined) {
        return formatValueRange(low, high, unit);
    }
    if (low !== undefined) {
        return nls.localize('tmll/overlay/atLeast', 'at least {0}', formatValue(low, unit));
    }
    return high !== undefined ? nls.localize('tmll/overlay/atMost', 'at most {0}', formatValue(high, unit)) : undefined;
}
