import { TimeRange } from '../series/time-series';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';

/** A period that tells for others, which say the same. */
export interface RankedPeriod {
    readonly series: SeriesAnomalies;
    readonly period: AnomalyPeriod;
    /** Other series in which the same happens, each once. */
    readonly others: readonly SeriesAnomalies[];
}

/** Share of the time of two periods together that they have in common when they are the same. */
const SAME_TIME = 0.5;

/**
 * The periods of all series, the most severe first. Periods that say the same are told by the first of them: those of other
 * series in the same unit, to the same side, that have half of their time in common. Values without a unit compare with none.
 */
export function ranked(series: readonly SeriesAnomalies[]): RankedPeriod[] {
    const told: { series: SeriesAnomalies; period: AnomalyPeriod; others: SeriesAnomalies[] }[] = [];
    for (const one of inOrder(series)) {
        const same = told.find(other => saySame(one, other));
        if (same === undefined) {
            told.push({ ...one, others: [] });
        } else if (!same.others.includes(one.series)) {
            same.others.push(one.series);
        }
    }
    return told;
}

type Place = Pick<RankedPeriod, 'series' | 'period'>;

function inOrder(all: readonly SeriesAnomalies[]): Place[] {
    return all
        .flatMap(series => series.periods.map(period => ({ series, period })))
        .sort(
            (a, b) =>
                b.period.severity - a.period.severity ||
                compare(a.period.startNs, b.period.startNs) ||
                compare(a.series.series.outputId, b.series.series.outputId) ||
                compare(a.series.id, b.series.id)
        );
}

function saySame(a: Place, b: Place): boolean {
    return (
        a.series !== b.series &&
        a.series.unit !== '' &&
        a.series.unit === b.series.unit &&
        a.period.direction === b.period.direction &&
        timeInCommon(a.period, b.period) >= SAME_TIME
    );
}

/** What two ranges have in common, as a share of what they cover together. */
function timeInCommon(a: TimeRange, b: TimeRange): number {
    const start = a.startNs > b.startNs ? a.startNs : b.startNs;
    const end = a.endNs < b.endNs ? a.endNs : b.endNs;
    if (end < start) {
        return 0;
    }
    const first = a.startNs < b.startNs ? a.startNs : b.startNs;
    const last = a.endNs > b.endNs ? a.endNs : b.endNs;
    return Number(end - start + 1n) / Number(last - first + 1n);
}

function compare<T>(a: T, b: T): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
