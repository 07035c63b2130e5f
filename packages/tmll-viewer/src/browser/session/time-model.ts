import { Event } from '@theia/core/lib/common/event';

/** The view never gets narrower: ten ns over a whole chart are finer than any tracer's clock. */
export const MIN_VIEW_NS = 10;

/** A stretch of time in ns from the session's origin; `start <= end`. */
export interface TimeWindow {
    readonly start: number;
    readonly end: number;
}

/**
 * The one time axis of a trace tab. All panes read it and write to it; none keeps a time of its own.
 * Times are ns from `TraceSession.origin`, exact for traces up to 104 days.
 */
export interface TimeModel {
    /** The whole trace. */
    readonly full: TimeWindow;
    /** What is on screen, within `full`, at least `MIN_VIEW_NS` wide. */
    readonly view: TimeWindow;
    /** What the user has marked; start and end are equal for a single instant. */
    readonly selection: TimeWindow | undefined;
    /** Where the mouse is, over all panes. */
    readonly cursor: number | undefined;

    readonly onDidChangeView: Event<TimeWindow>;
    readonly onDidChangeSelection: Event<TimeWindow | undefined>;
    readonly onDidChangeCursor: Event<number | undefined>;

    setView(view: TimeWindow): void;
    setSelection(selection: TimeWindow | undefined): void;
    setCursor(cursor: number | undefined): void;
    /** Zooms by a factor (above 1: closer) around a time that stays where it is on screen. */
    zoom(factor: number, around?: number): void;
    /** Moves the view by a fraction of its own width. */
    pan(fraction: number): void;
    /** Shows the whole trace. */
    reset(): void;
}
