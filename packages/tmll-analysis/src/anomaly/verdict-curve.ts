import { TimeSeries } from '../series/time-series';
import { VerdictCurve } from './anomaly-result';
import { Detection, ratioAt } from './detection';
import { ExpectedAt } from './expectation';
import { normalizedScoreOf } from './normalized-score';

/** More points than these cannot be told apart when drawn. */
const MOST_POINTS = 2000;
/** As many digits as can be told apart when drawn. */
const DIGITS = 6;

/**
 * A series with the verdict on it, for drawing. Of a long one only some points are kept: of each of equal parts the one that stands
 * out most, so that nothing that was flagged is lost.
 */
export function verdictCurve(series: TimeSeries, detection: Detection, expectedAt: ExpectedAt): VerdictCurve {
    const kept = foremost(detection.score, Math.min(MOST_POINTS, series.values.length));
    const column = (valueAt: (index: number) => number | undefined): Float64Array =>
        Float64Array.from(kept, index => rounded(valueAt(index)));
    return {
        originNs: series.origin,
        times: Float64Array.from(kept, index => series.times[index]),
        values: column(index => series.values[index]),
        lowValues: column(index => expectedAt(index).low),
        highValues: column(index => expectedAt(index).high),
        scoreValues: column(index => scoreAt(detection, index))
    };
}

/** 0 where the detector says nothing. */
function scoreAt(detection: Detection, index: number): number {
    const ratio = ratioAt(detection, index);
    return Number.isNaN(ratio) ? 0 : normalizedScoreOf(ratio);
}

/** Places of the highest score in each of equal parts, ascending. */
function foremost(scores: Float64Array, parts: number): number[] {
    return Array.from({ length: parts }, (_, part) => {
        const to = Math.floor(((part + 1) * scores.length) / parts);
        let best = Math.floor((part * scores.length) / parts);
        for (let index = best + 1; index < to; index++) {
            // Any number is above none.
            best = scores[index] > scores[best] || Number.isNaN(scores[best]) ? index : best;
        }
        return best;
    });
}

/** NaN where there is no finite value. */
function rounded(value: number | undefined): number {
    return value === undefined || !Number.isFinite(value) ? NaN : Number(value.toPrecision(DIGITS));
}
