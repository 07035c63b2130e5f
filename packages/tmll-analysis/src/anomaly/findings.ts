import { formatDuration } from '../series/duration';
import { Finding } from '../series/finding';
import { formatValue, formatValueRange } from '../series/format';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';

const VERBS: Readonly<Record<AnomalyPeriod['direction'], string>> = {
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
function sentenceOf({ name, unit }: SeriesAnomalies, period: AnomalyPeriod): string {
    const duration = period.endNs - period.startNs + 1n;
    const lasting = duration > 1n ? ` for ${formatDuration(duration)}` : ' at one point';
    const { low, high } = period.expected;
    const usual = [low, high].filter(bound => bound !== undefined);
    const seen = `${name} ${VERBS[period.direction]} ${formatValue(period.actual, unit, usual)}${lasting}`;
    return low === undefined || high === undefined
        ? `${seen}.`
        : `${seen}; ${formatValueRange(low, high, unit)} is usual here.`;
}

function compare<T>(a: T, b: T): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
