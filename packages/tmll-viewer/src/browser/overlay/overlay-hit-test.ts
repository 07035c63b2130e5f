import { OverlayLayout, PlacedItem, PlacedLine, PlacedPoint, PlacedSpan } from './overlay-layout';
import { countWhile, nearest } from './overlay-search';

/** A point is hit this far from its middle, in pixels. */
const POINT_RADIUS = 9;
/** A short span can still be hit this far beside it. */
const SPAN_MARGIN = 3;

/** A line is hit this far above and below it, in pixels. */
const LINE_DISTANCE = 5;

/** What is under the mouse: points from near to far, then lines, then spans from narrow to wide. */
export function hitTest(layout: OverlayLayout, x: number, y: number): readonly PlacedItem[] {
    return [
        ...hitPoints(layout.points, x, y),
        ...layout.lines.flatMap(line => hitLine(line, x, y)),
        ...hitSpans(layout.spans, x, y)
    ];
}

function hitPoints(points: readonly PlacedPoint[], x: number, y: number): PlacedPoint[] {
    const near: { point: PlacedPoint; distance: number }[] = [];
    for (let index = countWhile(points.length, at => points[at].x < x - POINT_RADIUS); index < points.length; index++) {
        const point = points[index];
        if (point.x > x + POINT_RADIUS) {
            break;
        }
        const distance = Math.hypot(point.x - x, point.y - y);
        if (distance <= POINT_RADIUS) {
            near.push({ point, distance });
        }
    }
    return near.sort((first, second) => first.distance - second.distance).map(({ point }) => point);
}

function hitLine({ overlay, first, x: xs, y: ys }: PlacedLine, x: number, y: number): PlacedItem[] {
    const at = nearest(xs, x);
    if (at < 0 || x < xs[0] - LINE_DISTANCE || x > xs[xs.length - 1] + LINE_DISTANCE) {
        return [];
    }
    const other = Math.min(Math.max(xs[at] < x ? at + 1 : at - 1, 0), xs.length - 1);
    const share = xs[other] === xs[at] ? 0 : (x - xs[at]) / (xs[other] - xs[at]);
    if (Math.abs(ys[at] + share * (ys[other] - ys[at]) - y) > LINE_DISTANCE) {
        return [];
    }
    const index = first + at;
    const ns = overlay.origin + BigInt(Math.round(overlay.times[index]));
    return [{ overlay, index, severity: overlay.severity, color: overlay.color, startNs: ns, endNs: ns }];
}

function hitSpans(spans: readonly PlacedSpan[], x: number, y: number): PlacedSpan[] {
    return spans
        .filter(
            span =>
                span.left - SPAN_MARGIN <= x &&
                x <= span.right + SPAN_MARGIN &&
                span.top <= y &&
                y <= span.top + span.height
        )
        .sort((first, second) => first.right - first.left - (second.right - second.left));
}
