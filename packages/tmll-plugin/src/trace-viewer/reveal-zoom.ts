import type { NsRange } from './ns';

/** What one step of the Trace Viewer's own zoom leaves of the view, and what a step out makes of it. */
const ZOOM_IN = 0.8;
const ZOOM_OUT = 1.25;
/** A revealed range takes up a third of the view… */
const ROOM = 3;
/** …but the view shows at least this share of the trace. */
const LEAST_SHARE = 0.01;

/** How to bring a range into sight with the commands that the Trace Viewer has. */
export interface RevealSteps {
    /** The whole trace first: the middle of the range is not on screen. */
    readonly reset: boolean;
    /** Steps of zooming in around the range; negative: out. */
    readonly zoom: number;
}

/**
 * The Trace Viewer zooms around the middle of what is selected, which stays where it is on screen. So the view may become only so
 * narrow that the selection still fits between its middle and the nearer edge.
 */
export function revealSteps(range: NsRange, full: NsRange, view: NsRange = full): RevealSteps {
    const middle = (range.start + range.end) / 2n;
    const reset = middle < view.start || middle > view.end;
    const shown = reset ? full : view;
    const width = Number(shown.end - shown.start);
    if (width <= 0) {
        return { reset, zoom: 0 };
    }
    const length = Number(range.end - range.start);
    const place = Number(middle - shown.start) / width;
    const nearerEdge = Math.max(Math.min(place, 1 - place), 1e-3);
    const wanted = Math.max(length * ROOM, Number(full.end - full.start) * LEAST_SHARE, length / (2 * nearerEdge));
    const factor = wanted / width;
    if (factor < 1) {
        return { reset, zoom: Math.floor(Math.log(factor) / Math.log(ZOOM_IN)) };
    }
    // Nothing is wider than the whole trace, and no step back is worth it when the range fits already.
    const stays = reset || fits(range, view);
    return { reset, zoom: stays ? 0 : -Math.ceil(Math.log(factor) / Math.log(ZOOM_OUT)) };
}

function fits(range: NsRange, view: NsRange): boolean {
    return range.start >= view.start && range.end <= view.end;
}
