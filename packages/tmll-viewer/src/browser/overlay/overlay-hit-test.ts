import { OverlayLayout, PlacedItem, PlacedPoint, PlacedSpan } from './overlay-layout';
import { countWhile } from './overlay-search';

/** A point is hit this far from its middle, in pixels. */
const POINT_RADIUS = 9;
/** A short span can still be hit this far beside it. */
const SPAN_MARGIN = 3;

/** What is under the mouse: points from near to far, then spans from narrow to wide. */
export function hitTest(layout: OverlayLayout, x: number, y: number): readonly PlacedItem[] {
    return [...hitPoints(layout.points, x, y), ...hitSpans(layout.spans, x)];
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

function hitSpans(spans: readonly PlacedSpan[], x: number): PlacedSpan[] {
    return spans
        .filter(span => span.left - SPAN_MARGIN <= x && x <= span.right + SPAN_MARGIN)
        .sort((first, second) => first.right - first.left - (second.right - second.left));
}
