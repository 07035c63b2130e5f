import { Detection, ratioAt } from './detection';

/** Points that make one anomaly, by the indices of the first and the last, both inclusive. */
export interface Span {
    readonly first: number;
    readonly last: number;
    /** Number of points in it that stand out. */
    readonly standing: number;
}

/**
 * Joins flagged points into spans. A span starts at a flagged point and goes on
 * - with the flagged points that follow;
 * - over held points: for a detector that gets used to changes, points that lie beyond the band that was usual when
 *   the span began, on the same side, for as long as the detector's memory: so an outage is one span to its end;
 * - across a gap to a flagged point on the same side, when the gap is no longer than the number of points flagged before
 *   it, and each of its points has no value or still scores half the threshold or more on that side. A detector that
 *   judges shapes knows no sides.
 */
export function spansOf(values: Float64Array, detection: Detection): Span[] {
    const spans: Span[] = [];
    const { flags, inside = flags } = detection;
    let next = inside.indexOf(1);
    while (next >= 0) {
        const span = spanFrom(next, values, detection);
        spans.push(span);
        next = inside.indexOf(1, span.last + 1);
    }
    return spans;
}

/** Side of the expected value on which a value lies: 1 above, −1 below, NaN when it is not there. */
export function sideOf(value: number, expected: number): number {
    return Math.sign(value - expected);
}

function spanFrom(first: number, values: Float64Array, detection: Detection): Span {
    const { flags, inside = flags, expected, memory, judges = 'value' } = detection;
    const sideAt = (index: number): number => (judges === 'shape' ? 0 : sideOf(values[index], expected[index]));
    const opening = sideAt(first);
    const isHeld = (index: number): boolean =>
        index - first <= memory &&
        (opening > 0 ? values[index] > detection.high[first] : values[index] < detection.low[first]);
    const leans = (index: number): boolean =>
        Number.isNaN(values[index]) || (ratioAt(detection, index) >= 1 / 2 && sideAt(index) === side);
    let last = first;
    let side = opening;
    let standing = 1;
    for (let index = first + 1; index < values.length; index++) {
        const isInside = inside[index] === 1;
        if (isInside ? inside[index - 1] === 1 || sideAt(index) === side : isHeld(index)) {
            last = index;
            side = isInside ? sideAt(index) : opening;
            standing += inside[index];
        } else if (isInside || index - last > standing || !leans(index)) {
            break;
        }
    }
    return { first, last, standing };
}
