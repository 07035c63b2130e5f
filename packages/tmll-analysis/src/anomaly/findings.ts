import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatValue, formatValueRange } from '../series/format';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';
import { ranked } from './ranking';

const VERBS: Readonly<Record<Exclude<AnomalyPeriod['direction'], 'within'>, string>> = {
    above: 'rises to',
    below: 'drops to',
    both: 'swings as far as'
};

const LOST_EVENTS = ' The tracer lost events then.';

/**
 * One finding per period, the worst first, but one for all that say the same: in the same unit and direction, at about the same
 * time. The worst of them tells for the others, which it names. Ids are the same whenever the result is.
 */
export function anomalyFindings(series: readonly SeriesAnomalies[]): Finding[] {
    return ranked(series).map(({ series: own, period, others }) => findingOf(own, period, others));
}

function findingOf(series: SeriesAnomalies, period: AnomalyPeriod, others: readonly SeriesAnomalies[]): Finding {
    return {
        id: ['anomaly', series.series.outputId, series.id, period.startNs].join('/'),
        kind: 'anomaly',
        series: series.series,
        startNs: period.startNs,
        endNs: period.endNs,
        severity: period.severity,
        confidence: period.confidence,
        actual: period.actual,
        expected: period.expected,
        unit: series.unit,
        ...(others.length > 0 && { alsoIn: others.map(other => other.series) }),
        sentence: `${sentenceOf(series, period)}${alsoIn(others)}${period.lostEvents ? LOST_EVENTS : ''}`
    };
}

/** "Event Rate → shop:request_begin drops to 0 events/s for 700 ms; 190–340 events/s is usual here." */
function sentenceOf(series: SeriesAnomalies, period: AnomalyPeriod): string {
    const { low, high } = period.expected;
    const lasting = lastingOf(period);
    if (low === undefined || high === undefined) {
        return `${seenOf(series, period)}${lasting}.`;
    }
    const usual = formatValueRange(low, high, series.unit);
    const where = series.peers === undefined ? 'here' : `among its ${series.peers} peers`;
    return period.direction === 'within'
        ? `${seenOf(series, period)}${lasting}, though its values stay within the usual ${usual}.`
        : `${seenOf(series, period)}${lasting}; ${usual} is usual ${where}.`;
}

function seenOf({ name, unit }: SeriesAnomalies, { direction, actual, expected }: AnomalyPeriod): string {
    if (direction === 'within') {
        return `${name} moves in an unusual way`;
    }
    const usual = [expected.low, expected.high].filter(bound => bound !== undefined);
    return `${name} ${VERBS[direction]} ${formatValue(actual, unit, usual)}`;
}

function lastingOf({ startNs, endNs }: AnomalyPeriod): string {
    const duration = endNs - startNs + 1n;
    return duration > 1n ? ` for ${formatDuration(duration)}` : ' at one point';
}

function alsoIn([first, ...others]: readonly SeriesAnomalies[]): string {
    if (first === undefined) {
        return '';
    }
    const more = others.length === 0 ? '' : ` and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
    return ` The same in ${first.name}${more}.`;
}
