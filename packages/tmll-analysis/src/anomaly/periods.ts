import { TimeSeries } from '../series/time-series';
import { typicalStep } from '../series/typical-step';
import { AnomalyPeriod } from './anomaly-result';
import { Detection } from './detection';
import { ExpectedAt } from './expectation';
import { confidenceOf, severityOf } from './severity';
import { sideOf, Span, spansOf } from './spans';

/** The flagged points of a series as periods, by time. A period covers the bins of its points, both ends inclusive. */
export function periodsOf(series: TimeSeries, detection: Detection, expectedAt: ExpectedAt): AnomalyPeriod[] {
    const { origin, times, values } = series;
    const step = Math.round(typicalStep(times) ?? 0);
    return spansOf(values, detection).map(span => {
        const worst = worstOf(span, values, detection);
        return {
            startNs: origin + BigInt(times[span.first]),
            endNs: origin + BigInt(endOfBin(span.last, times, step)),
            severity: severityOf(worst.ratio, span.last - span.first + 1),
            confidence: confidenceOf(worst.ratio, span.flagged, detection.support),
            points: span.flagged,
            direction: directionOf(span, values, detection),
            actual: values[worst.index],
            expected: expectedAt(worst.comparedWith)
        };
    });
}

/** The point of a span that is farthest from what was expected. */
interface Worst {
    readonly index: number;
    /** The point whose expectation it was measured by. */
    readonly comparedWith: number;
    /** Its distance in units of the threshold. */
    readonly ratio: number;
}

function worstOf({ first, last }: Span, values: Float64Array, detection: Detection): Worst {
    const { score, expected, low, high, threshold, memory } = detection;
    // A detector that gets used to changes is asked what it expected before this one.
    const center = expected[first];
    const ratioAt = (index: number): number =>
        memory === 0
            ? score[index] / threshold
            : (values[index] - center) / ((values[index] < center ? low[first] : high[first]) - center);
    let index = first;
    for (let other = first + 1; other <= last; other++) {
        index = ratioAt(other) > ratioAt(index) ? other : index;
    }
    return { index, comparedWith: memory === 0 ? index : first, ratio: ratioAt(index) };
}

function directionOf({ first, last }: Span, values: Float64Array, detection: Detection): AnomalyPeriod['direction'] {
    const sides = new Set<number>();
    for (let index = first; index <= last; index++) {
        if (detection.flags[index] === 1) {
            sides.add(sideOf(values[index], detection.expected[index]));
        }
    }
    return sides.size > 1 ? 'both' : sides.has(1) ? 'above' : 'below';
}

/** A bin ends where the next point is, or after the usual step when that is sooner. */
function endOfBin(index: number, times: Float64Array, step: number): number {
    let next = index + 1;
    while (next < times.length && times[next] === times[index]) {
        next++;
    }
    const end = times[index] + step;
    return Math.max(times[index], (next < times.length ? Math.min(times[next], end) : end) - 1);
}
