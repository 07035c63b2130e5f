import { formatValue } from '../series/format';
import { TimeRange } from '../series/time-series';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';

/** What is seen while events were lost may be the loss. */
const TRUST = 0.5;

/** Marks the periods during which the tracer lost events, and trusts them half as much. */
export function markLostEvents(series: readonly SeriesAnomalies[], lost: readonly TimeRange[]): SeriesAnomalies[] {
    return series.map(each => ({ ...each, periods: each.periods.map(period => marked(period, lost)) }));
}

/** A sentence on how much was lost, for those who read the result; none when nothing was. */
export function lostEventsWarning(lost: readonly TimeRange[], range: TimeRange): string[] {
    if (lost.length === 0) {
        return [];
    }
    const covered = lost.reduce((sum, each) => sum + Number(commonNs(each, range)), 0);
    const share = formatValue((100 * covered) / Math.max(1, Number(range.endNs - range.startNs)), '%', []);
    const stretches = lost.length === 1 ? 'one stretch' : `${lost.length} stretches`;
    return [
        `The tracer lost events in ${stretches}, ${share} of the time: what stands out there may be the loss, and has half of the confidence.`
    ];
}

function marked(period: AnomalyPeriod, lost: readonly TimeRange[]): AnomalyPeriod {
    const isTouched = lost.some(({ startNs, endNs }) => startNs <= period.endNs && endNs >= period.startNs);
    return isTouched ? { ...period, confidence: TRUST * period.confidence, lostEvents: true } : period;
}

function commonNs(a: TimeRange, b: TimeRange): bigint {
    const start = a.startNs > b.startNs ? a.startNs : b.startNs;
    const end = a.endNs < b.endNs ? a.endNs : b.endNs;
    return end > start ? end - start : 0n;
}
