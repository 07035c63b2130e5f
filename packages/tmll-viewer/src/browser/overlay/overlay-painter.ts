import { ChartTheme } from '../theme/chart-theme';
import { OverlayLayout, PlacedBand, PlacedPoint, PlacedSpan, SEVERITIES } from './overlay-layout';

/** From the middle of a mark to its corners, in pixels. */
const MARK_SIZE = 5;
/** A span is at least this wide on screen, so that a short one is not lost. */
const NARROWEST_SPAN = 2;
/** How much of what lies under a span stays visible. */
const SPAN_OPACITY = 0.16;

/**
 * Draws what belongs behind the curves: spans and bands.
 * @param context whose origin is the plot's left upper corner and whose unit is a CSS pixel
 */
export function paintBehind(
    context: CanvasRenderingContext2D,
    layout: OverlayLayout,
    theme: ChartTheme,
    height: number
): void {
    layout.bands.forEach(band => paintBand(context, band, theme));
    layout.spans.forEach(span => paintSpan(context, span, theme, height));
}

/** Draws what belongs on top of the curves: marks, the worst last, so that none hides a worse one. */
export function paintInFront(context: CanvasRenderingContext2D, layout: OverlayLayout, theme: ChartTheme): void {
    const rank = ({ severity }: PlacedPoint): number => SEVERITIES.indexOf(severity);
    [...withoutHidden(layout.points)]
        .sort((first, second) => rank(first) - rank(second))
        .forEach(point => paintPoint(context, point, theme));
}

/** Of the marks that would cover each other exactly, one of each severity is enough. */
function withoutHidden(points: readonly PlacedPoint[]): Iterable<PlacedPoint> {
    const places = new Map<string, PlacedPoint>();
    for (const point of points) {
        places.set(`${Math.round(point.x)} ${Math.round(point.y)} ${point.severity}`, point);
    }
    return places.values();
}

function paintBand(context: CanvasRenderingContext2D, { x, high, low }: PlacedBand, theme: ChartTheme): void {
    context.beginPath();
    x.forEach((left, index) => context.lineTo(left, high[index]));
    for (let index = x.length - 1; index >= 0; index--) {
        context.lineTo(x[index], low[index]);
    }
    context.closePath();
    context.fillStyle = theme.band;
    context.fill();
}

function paintSpan(context: CanvasRenderingContext2D, span: PlacedSpan, theme: ChartTheme, height: number): void {
    const width = Math.max(span.right - span.left, NARROWEST_SPAN);
    const left = (span.left + span.right - width) / 2;
    context.fillStyle = theme.severities[span.severity];
    context.globalAlpha = SPAN_OPACITY;
    context.fillRect(left, 0, width, height);
    context.globalAlpha = 1;
    context.fillRect(left, 0, width, 2);
}

function paintPoint(context: CanvasRenderingContext2D, point: PlacedPoint, theme: ChartTheme): void {
    context.beginPath();
    if (point.beyond) {
        traceArrow(context, point);
    } else {
        traceDiamond(context, point);
    }
    context.closePath();
    context.fillStyle = theme.severities[point.severity];
    context.fill();
    context.strokeStyle = theme.background;
    context.lineWidth = 1;
    context.stroke();
}

function traceDiamond(context: CanvasRenderingContext2D, { x, y }: PlacedPoint): void {
    context.moveTo(x, y - MARK_SIZE);
    context.lineTo(x + MARK_SIZE, y);
    context.lineTo(x, y + MARK_SIZE);
    context.lineTo(x - MARK_SIZE, y);
}

/** Points to where the value is, beyond the edge of the plot. */
function traceArrow(context: CanvasRenderingContext2D, { x, y, beyond }: PlacedPoint): void {
    const tip = beyond === 'above' ? -MARK_SIZE : MARK_SIZE;
    context.moveTo(x, y + tip);
    context.lineTo(x + MARK_SIZE, y - tip);
    context.lineTo(x - MARK_SIZE, y - tip);
}
