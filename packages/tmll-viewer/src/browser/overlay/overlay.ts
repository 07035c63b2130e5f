import { Event } from '@theia/core/lib/common/event';

/**
 * What others draw on the viewer's charts, in terms of time and value, never of pixels. Contribute an `OverlayProvider`;
 * every renderer that can places its overlays on the series they belong to.
 */
export const OverlayProvider = Symbol('OverlayProvider');
export interface OverlayProvider {
    /** Unique and stable: names the overlay's toggle in a pane. */
    readonly id: string;
    /** For the toggle: "Anomalies". */
    readonly label: string;
    /** Fires when what `overlays` answers may have changed. */
    readonly onDidChange: Event<void>;
    /** Called on every drawing: answer from memory, at once. */
    overlays(target: OverlayTarget): readonly Overlay[];
}

/** A chart that could show overlays. */
export interface OverlayTarget {
    readonly experimentId: string;
    readonly outputId: string;
}

/** Decides the colour, from the theme: info (blue), low, medium (yellow), high (orange), critical (red). */
export type OverlaySeverity = 'info' | 'low' | 'medium' | 'high' | 'critical';

interface OverlayBase {
    /** Unique within the provider. */
    readonly id: string;
    /** Series it belongs to, as in `SeriesPath`; undefined: the whole chart. */
    readonly series?: SeriesPath;
}

/** Output name, then the labels of the entries from the root down; the same from run to run. */
export type SeriesPath = readonly string[];

/** Marks on single values. `times` in ns from `origin`, ascending. */
export interface PointsOverlay extends OverlayBase {
    readonly kind: 'points';
    readonly origin: bigint;
    readonly times: Float64Array;
    readonly values: Float64Array;
    severity(index: number): OverlaySeverity;
    /** Lines of the tooltip, plain text. */
    tooltip(index: number): readonly string[];
}

/** Stretches of time over the chart's whole height. Starts ascending; in ns from `origin`, both ends inclusive. */
export interface SpansOverlay extends OverlayBase {
    readonly kind: 'spans';
    readonly origin: bigint;
    readonly starts: Float64Array;
    readonly ends: Float64Array;
    severity(index: number): OverlaySeverity;
    tooltip(index: number): readonly string[];
}

/** A region between two curves, such as what was expected. NaN interrupts it. */
export interface BandOverlay extends OverlayBase {
    readonly kind: 'band';
    readonly origin: bigint;
    readonly times: Float64Array;
    readonly low: Float64Array;
    readonly high: Float64Array;
}

export type Overlay = PointsOverlay | SpansOverlay | BandOverlay;
