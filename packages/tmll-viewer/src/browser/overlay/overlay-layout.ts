import { TimeWindow } from '../session/time-model';
import { BandOverlay, LineOverlay, Overlay, OverlaySeverity, PointsOverlay, SpansOverlay } from './overlay';
import { firstAtLeast, firstAbove, SpanIndex } from './overlay-search';

/** Where times and values are on a chart. Pixels count from the plot's left upper corner. */
export interface PlotScale {
    /** Ns since the epoch that `view` is relative to. */
    readonly origin: bigint;
    readonly view: TimeWindow;
    readonly width: number;
    readonly height: number;
    /** Pixel of a value; may lie outside the plot. */
    yOf(value: number): number;
    /** On a chart of rows, that of an overlay: undefined when it belongs to the whole chart, `hidden` when out of sight. */
    rowOf?(overlay: Overlay): RowBand | 'hidden' | undefined;
}

/** A row of a time graph, in pixels. */
export interface RowBand {
    readonly top: number;
    readonly height: number;
}

/** One mark, or one stretch, that is on screen. */
export interface PlacedItem {
    readonly overlay: PointsOverlay | SpansOverlay | LineOverlay;
    /** Of the item within its overlay. */
    readonly index: number;
    readonly severity: OverlaySeverity;
    /** CSS colour instead of the severity's. */
    readonly color: string | undefined;
    /** Ns since the epoch; equal for a point. */
    readonly startNs: bigint;
    readonly endNs: bigint;
}

export interface PlacedPoint extends PlacedItem {
    readonly overlay: PointsOverlay;
    readonly x: number;
    readonly y: number;
    /** The value is above or below what the chart shows; the mark sits at its edge. */
    readonly beyond: 'above' | 'below' | undefined;
}

export interface PlacedSpan extends PlacedItem, RowBand {
    readonly overlay: SpansOverlay;
    readonly left: number;
    readonly right: number;
}

/** The corners of a region, from left to right; a gap in the overlay gives two regions. */
export interface PlacedBand {
    readonly x: readonly number[];
    readonly high: readonly number[];
    readonly low: readonly number[];
}

/** A curve from left to right without gaps. */
export interface PlacedLine {
    readonly overlay: LineOverlay;
    /** Of its first point within the overlay. */
    readonly first: number;
    readonly x: readonly number[];
    readonly y: readonly number[];
}

/** What is on screen, each list in ascending order of time. */
export interface OverlayLayout {
    readonly points: readonly PlacedPoint[];
    readonly spans: readonly PlacedSpan[];
    readonly bands: readonly PlacedBand[];
    readonly lines: readonly PlacedLine[];
}

export const EMPTY_LAYOUT: OverlayLayout = { points: [], spans: [], bands: [], lines: [] };

/** Marks stay this far from the plot's edges, so that they are seen whole. */
const EDGE = 5;

/** Severities, the mildest first. */
export const SEVERITIES: readonly OverlaySeverity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** Turns overlays from times and values into pixels; what is out of view is left out. */
export function layoutOverlays(overlays: readonly Overlay[], scale: PlotScale): OverlayLayout {
    const points: PlacedPoint[] = [];
    const spans: PlacedSpan[] = [];
    const bands: PlacedBand[] = [];
    const lines: PlacedLine[] = [];
    for (const overlay of overlays) {
        const row = scale.rowOf?.(overlay);
        if (row === 'hidden') {
            continue;
        }
        switch (overlay.kind) {
            case 'points':
                points.push(...placePoints(overlay, scale, row));
                break;
            case 'spans':
                spans.push(...placeSpans(overlay, scale, row));
                break;
            case 'band':
                bands.push(...placeBand(overlay, scale));
                break;
            case 'line':
                lines.push(...placeLine(overlay, scale));
                break;
        }
    }
    return {
        points: points.sort((first, second) => first.x - second.x),
        spans: spans.sort((first, second) => first.left - second.left),
        bands,
        lines
    };
}

function placePoints(overlay: PointsOverlay, scale: PlotScale, row: RowBand | undefined): PlacedPoint[] {
    const { times, values } = overlay;
    const shift = shiftOf(overlay, scale);
    const end = firstAbove(times, scale.view.end - shift);
    const placed: PlacedPoint[] = [];
    for (let index = firstAtLeast(times, scale.view.start - shift); index < end; index++) {
        const exact = row
            ? row.top + row.height / 2
            : !scale.rowOf && Number.isFinite(values[index])
              ? scale.yOf(values[index])
              : EDGE;
        const y = Math.min(Math.max(exact, EDGE), scale.height - EDGE);
        placed.push({
            overlay,
            index,
            severity: overlay.severity(index),
            color: overlay.color?.(index),
            startNs: nsOf(overlay, times[index]),
            endNs: nsOf(overlay, times[index]),
            x: xOf(times[index] + shift, scale),
            y,
            beyond: row ? undefined : exact < 0 ? 'above' : exact > scale.height ? 'below' : undefined
        });
    }
    return placed;
}

function placeSpans(overlay: SpansOverlay, scale: PlotScale, row: RowBand | undefined): PlacedSpan[] {
    const { starts, ends } = overlay;
    const shift = shiftOf(overlay, scale);
    const window = { start: scale.view.start - shift, end: scale.view.end - shift };
    const { top, height } = row ?? { top: 0, height: scale.height };
    return SpanIndex.of(overlay)
        .overlapping(window)
        .map(index => ({
            overlay,
            index,
            severity: overlay.severity(index),
            color: overlay.color?.(index),
            startNs: nsOf(overlay, starts[index]),
            endNs: nsOf(overlay, ends[index]),
            left: Math.max(0, xOf(starts[index] + shift, scale)),
            right: Math.min(scale.width, xOf(ends[index] + shift, scale)),
            top,
            height
        }));
}

function placeBand({ low, high, ...overlay }: BandOverlay, scale: PlotScale): PlacedBand[] {
    const drawable = (index: number): boolean => !Number.isNaN(low[index]) && !Number.isNaN(high[index]);
    // Far beyond the edges there is nothing to see, and canvases do not take infinity.
    const yOf = (value: number): number => Math.min(Math.max(scale.yOf(value), -scale.height), 2 * scale.height);
    return stretches(overlay, scale, drawable).map(({ x, indices }) => ({
        x,
        high: indices.map(index => yOf(high[index])),
        low: indices.map(index => yOf(low[index]))
    }));
}

function placeLine(overlay: LineOverlay, scale: PlotScale): PlacedLine[] {
    const { values } = overlay;
    return stretches(overlay, scale, index => Number.isFinite(values[index])).map(({ x, indices }) => ({
        overlay,
        first: indices[0],
        x,
        y: indices.map(index => scale.yOf(values[index]))
    }));
}

interface Stretch {
    readonly x: number[];
    readonly indices: number[];
}

/** The stretches in view in which every value can be drawn. One point more on both sides keeps them whole up to the edges. */
function stretches(
    overlay: Pick<BandOverlay | LineOverlay, 'origin' | 'times'>,
    scale: PlotScale,
    drawable: (index: number) => boolean
): Stretch[] {
    const { times } = overlay;
    const shift = shiftOf(overlay, scale);
    const begin = Math.max(0, firstAtLeast(times, scale.view.start - shift) - 1);
    const end = Math.min(times.length, firstAbove(times, scale.view.end - shift) + 1);
    const found: Stretch[] = [];
    let open = false;
    for (let index = begin; index < end; index++) {
        const draws = drawable(index);
        if (draws) {
            if (!open) {
                found.push({ x: [], indices: [] });
            }
            const stretch = found[found.length - 1];
            stretch.x.push(xOf(times[index] + shift, scale));
            stretch.indices.push(index);
        }
        open = draws;
    }
    return found;
}

/** Pixel of a time in ns from the scale's origin. */
export function xOf(time: number, { view, width }: Pick<PlotScale, 'view' | 'width'>): number {
    return ((time - view.start) / (view.end - view.start)) * width;
}

function shiftOf({ origin }: Pick<Overlay, 'origin'>, scale: PlotScale): number {
    return Number(origin - scale.origin);
}

function nsOf(overlay: Overlay, time: number): bigint {
    return overlay.origin + BigInt(Math.round(time));
}
