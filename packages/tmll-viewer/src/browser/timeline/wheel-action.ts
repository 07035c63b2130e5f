/** What a turn of the wheel means. */
export type WheelAction =
    { readonly kind: 'zoom'; readonly factor: number } | { readonly kind: 'pan'; readonly fraction: number };

/** The part of a `WheelEvent` that decides. */
export interface WheelTurn {
    readonly deltaX: number;
    readonly deltaY: number;
    /** 0: pixels, 1: lines, 2: pages. */
    readonly deltaMode: number;
    readonly shiftKey: boolean;
    /** Set for a pinch on a touch pad, whose deltas are small. */
    readonly ctrlKey: boolean;
}

const PIXELS_A_LINE = 32;
const PIXELS_A_PAGE = 400;
/** One notch of a usual mouse wheel (100 pixels) zooms by a quarter. */
const ZOOM_A_PIXEL = Math.log(1.25) / 100;
const PINCH_GAIN = 5;

/**
 * Up zooms in and down zooms out; with Shift, or sideways on a touch pad, the view moves.
 * @param width of the plot in pixels
 * @returns undefined when the wheel has not turned
 */
export function wheelAction(turn: WheelTurn, width: number): WheelAction | undefined {
    const pixels = turn.deltaMode === 0 ? 1 : turn.deltaMode === 1 ? PIXELS_A_LINE : PIXELS_A_PAGE;
    const x = turn.deltaX * pixels;
    const y = turn.deltaY * pixels;
    if (x === 0 && y === 0) {
        return undefined;
    }
    if (turn.shiftKey || Math.abs(x) > Math.abs(y)) {
        return { kind: 'pan', fraction: (Math.abs(x) > Math.abs(y) ? x : y) / Math.max(width, 1) };
    }
    return { kind: 'zoom', factor: Math.exp(-y * ZOOM_A_PIXEL * (turn.ctrlKey ? PINCH_GAIN : 1)) };
}
