import { MIN_VIEW_NS, TimeWindow } from '../session/time-model';

/** What a press on the overview takes hold of. */
export type Grip = 'start' | 'end' | 'move' | 'new';

/** Edges are taken hold of this far beside them, in pixels. */
const EDGE = 6;

/**
 * @param x of the press in pixels from the left
 * @param width of the overview in pixels, over which the whole trace lies
 */
export function gripAt(x: number, view: TimeWindow, full: TimeWindow, width: number): Grip {
    const scale = width / (full.end - full.start);
    const left = (view.start - full.start) * scale;
    const right = (view.end - full.start) * scale;
    const isWhole = view.start <= full.start && view.end >= full.end;
    if (!isWhole) {
        // Of a view so narrow that its edges lie over each other, the outer halves are the edges.
        if (Math.abs(x - left) <= EDGE && (x <= left || right - left > 2 * EDGE)) {
            return 'start';
        }
        if (Math.abs(x - right) <= EDGE && (x >= right || right - left > 2 * EDGE)) {
            return 'end';
        }
        if (x > left && x < right) {
            return 'move';
        }
    }
    return 'new';
}

/**
 * The view after a drag.
 * @param from and `to` where it began and where it is, in ns
 */
export function draggedView(grip: Grip, view: TimeWindow, full: TimeWindow, from: number, to: number): TimeWindow {
    const by = to - from;
    switch (grip) {
        case 'start':
            return { start: Math.min(view.start + by, view.end - MIN_VIEW_NS), end: view.end };
        case 'end':
            return { start: view.start, end: Math.max(view.end + by, view.start + MIN_VIEW_NS) };
        case 'move': {
            const shift = Math.min(Math.max(by, full.start - view.start), full.end - view.end);
            return { start: view.start + shift, end: view.end + shift };
        }
        case 'new':
            return { start: Math.min(from, to), end: Math.max(from, to) };
    }
}
