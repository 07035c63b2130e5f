import { Drawing } from '../draw/drawing';
import { ChartTheme } from '../theme/chart-theme';
import { isOpenSymbol, traceSymbol } from './mark-symbols';
import {
    OverlayLayout,
    PlacedBand,
    PlacedItem,
    PlacedLine,
    PlacedPoint,
    PlacedSpan,
    SEVERITIES
} from './overlay-layout';

/** From the middle of a mark to its corners, in pixels. */
const MARK_SIZE = 5;
/** A span is at least this wide on screen, so that a short one is not lost. */
const NARROWEST_SPAN = 2;
/** Height of the bar along the upper edge of a span, and of one that is nothing else, in pixels. */
const SPAN_EDGE = 2;
const SLIM_SPAN = 4;
/** How much of what lies under a span stays visible. */
const SPAN_OPACITY = 0.16;

/**
 * Draws what belongs behind the curves: spans and bands.
 * @param drawing whose origin is the plot's left upper corner and whose unit is a CSS pixel
 */
export function paintBehind(drawing: Drawing, layout: OverlayLayout, theme: ChartTheme): void {
    layout.bands.forEach(band => paintBand(drawing, band, theme));
    layout.spans.forEach(span => paintSpan(drawing, span, theme));
}

/** Draws what belongs on top of the curves: lines, then marks, the worst last, so that none hides a worse one. */
export function paintInFront(drawing: Drawing, layout: OverlayLayout, theme: ChartTheme): void {
    layout.lines.forEach(line => paintLine(drawing, line, theme));
    const rank = ({ severity }: PlacedPoint): number => SEVERITIES.indexOf(severity);
    [...withoutHidden(layout.points)]
        .sort((first, second) => rank(first) - rank(second))
        .forEach(point => paintPoint(drawing, point, theme));
}

/** The colour of an item: its own, else that of its severity. */
export function itemColor({ color, severity }: Pick<PlacedItem, 'color' | 'severity'>, theme: ChartTheme): string {
    return color ?? theme.severities[severity];
}

/** Of the marks that would cover each other exactly, one of each severity is enough. */
function withoutHidden(points: readonly PlacedPoint[]): Iterable<PlacedPoint> {
    const places = new Map<string, PlacedPoint>();
    for (const point of points) {
        places.set(`${Math.round(point.x)} ${Math.round(point.y)} ${point.severity}`, point);
    }
    return places.values();
}

function paintBand(drawing: Drawing, { x, high, low }: PlacedBand, theme: ChartTheme): void {
    drawing.beginPath();
    x.forEach((left, index) => (index === 0 ? drawing.moveTo(left, high[index]) : drawing.lineTo(left, high[index])));
    for (let index = x.length - 1; index >= 0; index--) {
        drawing.lineTo(x[index], low[index]);
    }
    drawing.closePath();
    drawing.fillStyle = theme.band;
    drawing.fill();
}

function paintLine(drawing: Drawing, { overlay, x, y }: PlacedLine, theme: ChartTheme): void {
    drawing.save();
    drawing.beginPath();
    x.forEach((left, index) => (index === 0 ? drawing.moveTo(left, y[index]) : drawing.lineTo(left, y[index])));
    drawing.strokeStyle = itemColor({ color: overlay.color, severity: overlay.severity }, theme);
    drawing.lineWidth = 1;
    drawing.setLineDash(overlay.dashed ? [5, 4] : []);
    drawing.stroke();
    drawing.restore();
}

function paintSpan(drawing: Drawing, span: PlacedSpan, theme: ChartTheme): void {
    const width = Math.max(span.right - span.left, NARROWEST_SPAN);
    const left = (span.left + span.right - width) / 2;
    drawing.fillStyle = itemColor(span, theme);
    if (!span.overlay.isSlim) {
        drawing.globalAlpha = SPAN_OPACITY;
        drawing.fillRect(left, span.top, width, span.height);
        drawing.globalAlpha = 1;
    }
    drawing.fillRect(left, span.top, width, span.overlay.isSlim ? SLIM_SPAN : SPAN_EDGE);
}

function paintPoint(drawing: Drawing, point: PlacedPoint, theme: ChartTheme): void {
    const { x, y, beyond } = point;
    // An arrow points to where the value is, beyond the edge of the plot.
    const symbol =
        beyond === 'above'
            ? 'triangle'
            : beyond === 'below'
              ? 'inverted-triangle'
              : (point.overlay.symbol?.(point.index) ?? 'diamond');
    const color = itemColor(point, theme);
    drawing.beginPath();
    traceSymbol(drawing, symbol, x, y, MARK_SIZE);
    if (isOpenSymbol(symbol)) {
        drawing.strokeStyle = color;
        drawing.lineWidth = 2;
    } else {
        drawing.closePath();
        drawing.fillStyle = color;
        drawing.fill();
        drawing.strokeStyle = theme.background;
        drawing.lineWidth = 1;
    }
    drawing.stroke();
}
