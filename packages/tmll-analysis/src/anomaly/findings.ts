import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatValue, formatValueRange } from '../series/format';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';

const VERBS: Readonly<Record<Exclude<AnomalyPeriod['direction'], 'within'>, string>> = {
    above: 'rises to',
    below: 'drops to',
    both: 'swings as far as'
};

/** One finding per period, the worst first. Ids are the same whenever the result is. */
export function anomalyFindings(series: readonly SeriesAnomalies[]): Finding[] {
    return series
        .flatMap(each => each.periods.map(period => findingOf(each, period)))
        .sort((a, b) => b.severity - a.severity || compare(a.startNs, b.startNs) || compare(a.id, b.id));
}

function findingOf(series: SeriesAnomalies, period: AnomalyPeriod): Finding {
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
        sentence: sentenceOf(series, period)
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
    return period.direction === 'within'
        ? `${seenOf(series, period)}${lasting}, though its values stay within the usual ${usual}.`
        : `${seenOf(series, period)}${lasting}; ${usual} is usual here.`;
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

function compare<T>(a: T, b: T): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
