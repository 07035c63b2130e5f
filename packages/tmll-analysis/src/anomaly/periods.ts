import { TimeSeries } from '../series/time-series';
import { typicalStep } from '../series/typical-step';
import { AnomalyPeriod } from './anomaly-result';
import { Detection, ratioAt } from './detection';
import { ExpectedAt } from './expectation';
import { confidenceOf, severityOf } from './severity';
import { sideOf, Span, spansOf } from './spans';

/** What a value stands for: the time from its point on, or, as most of what a trace server computes, the time up to it. */
export type Bins = 'from' | 'upTo';

/** The flagged points of a series as periods, by time. A period covers the bins of its points, both ends inclusive. */
export function periodsOf(
    series: TimeSeries,
    detection: Detection,
    expectedAt: ExpectedAt,
    bins: Bins = 'from'
): AnomalyPeriod[] {
    const { origin, times, values } = series;
    const step = Math.round(typicalStep(times) ?? 0);
    return spansOf(values, detection).map(span => {
        const worst = worstOf(span, values, detection);
        return {
            startNs: origin + BigInt(bins === 'from' ? times[span.first] : startOfBin(span.first, times, step)),
            endNs: origin + BigInt(bins === 'from' ? endOfBin(span.last, times, step) : times[span.last]),
            severity: severityOf(worst.ratio, span.last - span.first + 1),
            confidence: confidenceOf(worst.ratio, span.standing, detection.support),
            points: flaggedIn(span, detection),
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
    /** The highest score of the span in units of the threshold. */
    readonly ratio: number;
}

function worstOf(span: Span, values: Float64Array, detection: Detection): Worst {
    const { memory, judges = 'value' } = detection;
    if (memory > 0) {
        // A detector that gets used to changes is asked what it expected before this one.
        const ratioTo = beyondBand(values, detection, span.first);
        const index = highest(span, ratioTo);
        return { index, comparedWith: span.first, ratio: ratioTo(index) };
    }
    const ratio = (index: number): number => ratioAt(detection, index);
    const index = highest(span, ratio);
    if (judges === 'value') {
        return { index, comparedWith: index, ratio: ratio(index) };
    }
    const farthest = highest(span, other => Math.abs(values[other] - detection.expected[other]));
    return { index: farthest, comparedWith: farthest, ratio: ratio(index) };
}

/** Distance from what was expected at a point, in units of the distance of its band's end on that side. */
function beyondBand(
    values: Float64Array,
    { expected, low, high }: Detection,
    comparedWith: number
): (index: number) => number {
    const center = expected[comparedWith];
    return index =>
        (values[index] - center) / ((values[index] < center ? low[comparedWith] : high[comparedWith]) - center);
}

/** The index of a span where a measure is highest, the first of several; places where it is NaN do not count. */
function highest({ first, last }: Span, measure: (index: number) => number): number {
    let index = first;
    for (let other = first + 1; other <= last; other++) {
        index = measure(other) > measure(index) ? other : index;
    }
    return index;
}

function flaggedIn({ first, last }: Span, { flags }: Detection): number {
    let count = 0;
    for (let index = first; index <= last; index++) {
        count += flags[index];
    }
    return count;
}

function directionOf(
    { first, last }: Span,
    values: Float64Array,
    { flags, inside = flags, expected, low, high, judges = 'value' }: Detection
): AnomalyPeriod['direction'] {
    const sides = new Set<number>();
    for (let index = first; index <= last; index++) {
        if (inside[index] === 1) {
            const isWithin = judges === 'shape' && values[index] >= low[index] && values[index] <= high[index];
            sides.add(isWithin ? 0 : sideOf(values[index], expected[index]));
        }
    }
    if (sides.has(1)) {
        return sides.has(-1) ? 'both' : 'above';
    }
    return sides.has(-1) ? 'below' : 'within';
}

/** A bin that lasts up to its point starts after the point before, or the usual step before when that is later. */
function startOfBin(index: number, times: Float64Array, step: number): number {
    const before = index > 0 ? times[index - 1] : -Infinity;
    return Math.min(times[index], Math.max(before, times[index] - step) + 1);
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
