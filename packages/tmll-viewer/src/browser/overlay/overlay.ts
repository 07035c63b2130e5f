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
    /** What of its overlays a user can switch singly on a chart, see `Overlay.category`; none when it is left out. */
    categories?(target: OverlayTarget): readonly OverlayCategory[];
}

/** A kind of overlays within a provider, with a toggle of its own. */
export interface OverlayCategory {
    /** Unique within the provider, and stable. */
    readonly id: string;
    readonly label: string;
}

/** A chart that could show overlays. */
export interface OverlayTarget {
    /** `experiment.UUID` of a `TraceSession`. */
    readonly experimentId: string;
    readonly outputId: string;
}

/** Decides the colour, from the theme: info (blue), low, medium (yellow), high (orange), critical (red). */
export type OverlaySeverity = 'info' | 'low' | 'medium' | 'high' | 'critical';

interface OverlayBase {
    /** Unique within the provider. */
    readonly id: string;
    /**
     * Series it belongs to, as in `SeriesPath`; undefined: the whole chart. On a time graph it is the row; there, values count
     * for nothing.
     */
    readonly series?: SeriesPath;
    /**
     * Instead of `series`, on a time graph: the row with this name, such as the thread or the CPU that the series of a chart is of.
     * Other charts do not draw it.
     */
    readonly rowName?: string;
    /** Instead of `series`, the id of the entry at the trace server; for overlays that come from the server itself. */
    readonly entryId?: number;
    /** Id of one of the provider's categories. */
    readonly category?: string;
}

/** How a mark looks: a diamond when nothing else is said. */
export type OverlaySymbol = 'diamond' | 'circle' | 'square' | 'triangle' | 'inverted-triangle' | 'cross' | 'plus';

/** Output name, then the labels of the entries from the root down; the same from run to run. */
export type SeriesPath = readonly string[];

/** Marks on single values. `times` in ns from `origin`, ascending. */
export interface PointsOverlay extends OverlayBase {
    readonly kind: 'points';
    readonly origin: bigint;
    readonly times: Float64Array;
    /** NaN where there is none: the mark then stands at the upper edge of the chart. */
    readonly values: Float64Array;
    severity(index: number): OverlaySeverity;
    /** A CSS colour instead of the severity's. */
    color?(index: number): string | undefined;
    symbol?(index: number): OverlaySymbol;
    /** Lines of the tooltip, plain text. */
    tooltip(index: number): readonly string[];
}

/**
 * Stretches of time over the chart's whole height, or that of their row in a time graph. Starts ascending; in ns from `origin`,
 * both ends inclusive.
 */
export interface SpansOverlay extends OverlayBase {
    readonly kind: 'spans';
    readonly origin: bigint;
    readonly starts: Float64Array;
    readonly ends: Float64Array;
    /** Only a bar along the upper edge: for what is worth knowing, but nothing that was found. */
    readonly isSlim?: boolean;
    severity(index: number): OverlaySeverity;
    /** A CSS colour instead of the severity's. */
    color?(index: number): string | undefined;
    tooltip(index: number): readonly string[];
}

/** A region between two curves, such as what was expected. NaN interrupts it; an infinite side reaches to the edge of the chart. */
export interface BandOverlay extends OverlayBase {
    readonly kind: 'band';
    readonly origin: bigint;
    readonly times: Float64Array;
    readonly low: Float64Array;
    readonly high: Float64Array;
}

/**
 * A curve through values, such as a forecast or, with two points, a threshold. NaN interrupts it. Time graphs do not draw it.
 */
export interface LineOverlay extends OverlayBase {
    readonly kind: 'line';
    readonly origin: bigint;
    readonly times: Float64Array;
    readonly values: Float64Array;
    readonly severity: OverlaySeverity;
    /** A CSS colour instead of the severity's. */
    readonly color?: string;
    readonly dashed?: boolean;
    tooltip(index: number): readonly string[];
}

export type Overlay = PointsOverlay | SpansOverlay | BandOverlay | LineOverlay;
