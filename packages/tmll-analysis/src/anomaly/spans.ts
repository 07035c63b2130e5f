import { Detection } from './detection';

/** Consecutive points that make one anomaly, by their indices, both inclusive. Both are flagged or held. */
export interface Span {
    readonly first: number;
    readonly last: number;
    /** Number of flagged points in it. */
    readonly flagged: number;
}

/**
 * Joins flagged points into spans. A span starts at a flagged point and goes on
 * - with the flagged points that follow;
 * - over held points: for a detector that gets used to changes, points that lie beyond the band that was usual when
 *   the span began, on the same side, for as long as the detector's memory: so an outage is one span to its end;
 * - across a gap to a flagged point on the same side, when the gap is no longer than the number of points flagged before
 *   it, and each of its points has no value or still scores half the threshold or more on that side.
 */
export function spansOf(values: Float64Array, detection: Detection): Span[] {
    const spans: Span[] = [];
    let next = detection.flags.indexOf(1);
    while (next >= 0) {
        const span = spanFrom(next, values, detection);
        spans.push(span);
        next = detection.flags.indexOf(1, span.last + 1);
    }
    return spans;
}

/** Side of the expected value on which a value lies: 1 above, −1 below, NaN when it is not there. */
export function sideOf(value: number, expected: number): number {
    return Math.sign(value - expected);
}

function spanFrom(first: number, values: Float64Array, detection: Detection): Span {
    const { flags, score, expected, threshold, memory } = detection;
    const sideAt = (index: number): number => sideOf(values[index], expected[index]);
    const opening = sideAt(first);
    const isHeld = (index: number): boolean =>
        index - first <= memory &&
        (opening > 0 ? values[index] > detection.high[first] : values[index] < detection.low[first]);
    let last = first;
    let side = opening;
    let flagged = 1;
    for (let index = first + 1; index < values.length; index++) {
        if (flags[index] === 1 && (flags[index - 1] === 1 || sideAt(index) === side)) {
            last = index;
            side = sideAt(index);
            flagged++;
        } else if (flags[index] === 0 && isHeld(index)) {
            last = index;
            side = opening;
        } else {
            const isUnusual = Number.isNaN(values[index]) || (score[index] >= threshold / 2 && sideAt(index) === side);
            if (flags[index] === 1 || !isUnusual || index - last > flagged) {
                break;
            }
        }
    }
    return { first, last, flagged };
}
