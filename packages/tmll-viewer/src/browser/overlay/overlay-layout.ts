import { TimeWindow } from '../session/time-model';
import { BandOverlay, Overlay, OverlaySeverity, PointsOverlay, SpansOverlay } from './overlay';
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
}

/** One mark, or one stretch, that is on screen. */
export interface PlacedItem {
    readonly overlay: PointsOverlay | SpansOverlay;
    /** Of the item within its overlay. */
    readonly index: number;
    readonly severity: OverlaySeverity;
    /** Ns since the epoch; equal for a point. */
    readonly startNs: bigint;
    readonly endNs: bigint;
}

export interface PlacedPoint extends PlacedItem {
    readonly x: number;
    readonly y: number;
    /** The value is above or below what the chart shows; the mark sits at its edge. */
    readonly beyond: 'above' | 'below' | undefined;
}

export interface PlacedSpan extends PlacedItem {
    readonly left: number;
    readonly right: number;
}

/** The corners of a region, from left to right; a gap in the overlay gives two regions. */
export interface PlacedBand {
    readonly x: readonly number[];
    readonly high: readonly number[];
    readonly low: readonly number[];
}

/** What is on screen, each list in ascending order of time. */
export interface OverlayLayout {
    readonly points: readonly PlacedPoint[];
    readonly spans: readonly PlacedSpan[];
    readonly bands: readonly PlacedBand[];
}

/** Marks stay this far from the plot's edges, so that they are seen whole. */
const EDGE = 5;

/** Severities, the mildest first. */
export const SEVERITIES: readonly OverlaySeverity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** Turns overlays from times and values into pixels; what is out of view is left out. */
export function layoutOverlays(overlays: readonly Overlay[], scale: PlotScale): OverlayLayout {
    const points = overlays.flatMap(overlay => (overlay.kind === 'points' ? placePoints(overlay, scale) : []));
    const spans = overlays.flatMap(overlay => (overlay.kind === 'spans' ? placeSpans(overlay, scale) : []));
    const bands = overlays.flatMap(overlay => (overlay.kind === 'band' ? placeBand(overlay, scale) : []));
    return {
        points: points.sort((first, second) => first.x - second.x),
        spans: spans.sort((first, second) => first.left - second.left),
        bands
    };
}

function placePoints(overlay: PointsOverlay, scale: PlotScale): PlacedPoint[] {
    const { times, values } = overlay;
    const shift = shiftOf(overlay, scale);
    const end = firstAbove(times, scale.view.end - shift);
    const placed: PlacedPoint[] = [];
    for (let index = firstAtLeast(times, scale.view.start - shift); index < end; index++) {
        const exact = Number.isFinite(values[index]) ? scale.yOf(values[index]) : EDGE;
        const y = Math.min(Math.max(exact, EDGE), scale.height - EDGE);
        placed.push({
            overlay,
            index,
            severity: overlay.severity(index),
            startNs: nsOf(overlay, times[index]),
            endNs: nsOf(overlay, times[index]),
            x: xOf(times[index] + shift, scale),
            y,
            beyond: exact < 0 ? 'above' : exact > scale.height ? 'below' : undefined
        });
    }
    return placed;
}

function placeSpans(overlay: SpansOverlay, scale: PlotScale): PlacedSpan[] {
    const { starts, ends } = overlay;
    const shift = shiftOf(overlay, scale);
    const window = { start: scale.view.start - shift, end: scale.view.end - shift };
    return SpanIndex.of(overlay)
        .overlapping(window)
        .map(index => ({
            overlay,
            index,
            severity: overlay.severity(index),
            startNs: nsOf(overlay, starts[index]),
            endNs: nsOf(overlay, ends[index]),
            left: Math.max(0, xOf(starts[index] + shift, scale)),
            right: Math.min(scale.width, xOf(ends[index] + shift, scale))
        }));
}

/** One point more on both sides keeps the region whole up to the plot's edges. */
function placeBand(overlay: BandOverlay, scale: PlotScale): PlacedBand[] {
    const { times, low, high } = overlay;
    const shift = shiftOf(overlay, scale);
    const begin = Math.max(0, firstAtLeast(times, scale.view.start - shift) - 1);
    const end = Math.min(times.length, firstAbove(times, scale.view.end - shift) + 1);
    const bands: { x: number[]; high: number[]; low: number[] }[] = [];
    let open = false;
    for (let index = begin; index < end; index++) {
        const drawable = Number.isFinite(low[index]) && Number.isFinite(high[index]);
        if (drawable) {
            if (!open) {
                bands.push({ x: [], high: [], low: [] });
            }
            const band = bands[bands.length - 1];
            band.x.push(xOf(times[index] + shift, scale));
            band.high.push(scale.yOf(high[index]));
            band.low.push(scale.yOf(low[index]));
        }
        open = drawable;
    }
    return bands;
}

/** Pixel of a time in ns from the scale's origin. */
export function xOf(time: number, { view, width }: PlotScale): number {
    return ((time - view.start) / (view.end - view.start)) * width;
}

function shiftOf(overlay: Overlay, scale: PlotScale): number {
    return Number(overlay.origin - scale.origin);
}

function nsOf(overlay: Overlay, time: number): bigint {
    return overlay.origin + BigInt(Math.round(time));
}
