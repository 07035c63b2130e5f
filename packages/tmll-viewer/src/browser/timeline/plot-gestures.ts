import { Disposable } from '@theia/core/lib/common/disposable';
import { TimeModel, TimeWindow } from '../session/time-model';
import { mark, place, visiblePart } from './time-marks';
import { wheelAction } from './wheel-action';

/** The mouse may move this far between press and release and still click, in pixels. */
const CLICK_SLACK = 4;
/** Presses within this time belong to one double click, in ms. */
const DOUBLE_CLICK_MS = 500;

type Drag =
    | { readonly kind: 'select'; readonly x: number; readonly anchor: number; moved: boolean }
    | { readonly kind: 'pan'; readonly x: number; readonly view: TimeWindow }
    | { readonly kind: 'zoom'; readonly x: number; readonly anchor: number; moved: boolean };

/**
 * Scrolls the rows of a plot that has more than fit into it.
 * @param pixels downwards
 * @returns whether there was anything to scroll
 */
export type ScrollRows = (pixels: number) => boolean;

/**
 * What the mouse does on a plot, the same in every pane: the wheel zooms around the pointer (with Shift it moves; where rows can
 * be scrolled it scrolls them, and zooms with Ctrl), dragging selects, dragging with the right button zooms, dragging with the
 * middle button or Ctrl moves, a click marks an instant, Shift and a click extend the selection to it, and a double click shows
 * the whole trace.
 */
export class PlotGestures implements Disposable {
    private drag: Drag | undefined;
    private beforeClick: TimeWindow | undefined;
    private lastPress = Number.NEGATIVE_INFINITY;
    private readonly abort = new AbortController();
    private readonly zoomMark = mark('tmll-time-zoom');

    /** @param element as wide as the time axis */
    constructor(
        private readonly element: HTMLElement,
        private readonly time: TimeModel,
        private readonly scrollRows: ScrollRows = () => false
    ) {
        this.zoomMark.hidden = true;
        element.append(this.zoomMark);
        const { signal } = this.abort;
        element.addEventListener('wheel', event => this.onWheel(event), { passive: false, signal });
        element.addEventListener('mousedown', event => keepFromScrolling(event), { signal });
        element.addEventListener('pointerdown', event => this.onPress(event), { signal });
        element.addEventListener('pointermove', event => this.onMove(event), { signal });
        element.addEventListener('pointerup', event => this.onRelease(event), { signal });
        element.addEventListener('pointercancel', () => this.endDrag(), { signal });
        element.addEventListener('pointerleave', () => this.onLeave(), { signal });
        element.addEventListener('dblclick', () => this.onDoubleClick(), { signal });
        element.addEventListener('contextmenu', event => this.onContextMenu(event), { signal });
    }

    dispose(): void {
        this.abort.abort();
        this.zoomMark.remove();
        this.endDrag();
        this.time.setCursor(undefined);
    }

    private onWheel(event: WheelEvent): void {
        const action = wheelAction(event, this.element.clientWidth);
        if (action?.kind === 'zoom' && !event.ctrlKey && !event.metaKey && this.scrollRows(pixelsOf(event))) {
            event.preventDefault();
            event.stopPropagation();
        } else if (action) {
            event.preventDefault();
            event.stopPropagation();
            if (action.kind === 'zoom') {
                this.time.zoom(action.factor, this.timeAt(event));
            } else {
                this.time.pan(action.fraction);
            }
        }
    }

    private onPress(event: PointerEvent): void {
        const pans = event.button === 1 || (event.button === 0 && (event.ctrlKey || event.metaKey));
        if (!pans && event.button !== 0 && event.button !== 2) {
            return;
        }
        this.element.setPointerCapture(event.pointerId);
        if (event.button === 2) {
            this.drag = { kind: 'zoom', x: event.clientX, anchor: this.timeAt(event), moved: false };
        } else if (pans) {
            this.drag = { kind: 'pan', x: event.clientX, view: this.time.view };
            this.element.dataset.drag = 'pan';
        } else {
            this.startSelecting(event);
        }
    }

    private startSelecting(event: PointerEvent): void {
        const { selection } = this.time;
        const here = this.timeAt(event);
        if (event.timeStamp - this.lastPress > DOUBLE_CLICK_MS) {
            this.beforeClick = selection;
        }
        this.lastPress = event.timeStamp;
        if (event.shiftKey && selection) {
            const farther = Math.abs(selection.start - here) > Math.abs(selection.end - here);
            const anchor = farther ? selection.start : selection.end;
            this.drag = { kind: 'select', x: event.clientX, anchor, moved: true };
            this.time.setSelection({ start: anchor, end: here });
        } else {
            this.drag = { kind: 'select', x: event.clientX, anchor: here, moved: false };
        }
    }

    private onMove(event: PointerEvent): void {
        const here = this.timeAt(event);
        this.time.setCursor(here);
        if (this.drag?.kind === 'pan') {
            const { x, view } = this.drag;
            const shift = ((x - event.clientX) / this.element.clientWidth) * (view.end - view.start);
            this.time.setView({ start: view.start + shift, end: view.end + shift });
        } else if (this.drag?.kind === 'select') {
            this.drag.moved ||= Math.abs(event.clientX - this.drag.x) > CLICK_SLACK;
            if (this.drag.moved) {
                this.time.setSelection({ start: this.drag.anchor, end: here });
            }
        } else if (this.drag?.kind === 'zoom') {
            this.drag.moved ||= Math.abs(event.clientX - this.drag.x) > CLICK_SLACK;
            const window = windowOf(this.drag.anchor, here);
            place(this.zoomMark, this.drag.moved ? visiblePart(window, this.time.view) : undefined);
        }
    }

    private onRelease(event: PointerEvent): void {
        if (this.drag?.kind === 'select' && !this.drag.moved) {
            const here = this.timeAt(event);
            this.time.setSelection({ start: here, end: here });
        } else if (this.drag?.kind === 'zoom') {
            if (this.drag.moved) {
                this.time.setView(windowOf(this.drag.anchor, this.timeAt(event)));
            } else {
                this.openMenu(event);
            }
        }
        this.endDrag();
    }

    /** Browsers open the menu when the button goes down or up, as the system has it; here a drag must be possible between. */
    private onContextMenu(event: MouseEvent): void {
        if (event.isTrusted && event.button === 2) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    private openMenu({ clientX, clientY }: PointerEvent): void {
        this.element.dispatchEvent(
            new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY, button: 2 })
        );
    }

    private onLeave(): void {
        if (!this.drag) {
            this.time.setCursor(undefined);
        }
    }

    /** The two clicks before it have marked an instant; what was selected before them comes back. */
    private onDoubleClick(): void {
        this.time.setSelection(this.beforeClick);
        this.time.reset();
    }

    private endDrag(): void {
        this.drag = undefined;
        this.zoomMark.hidden = true;
        delete this.element.dataset.drag;
    }

    private timeAt({ clientX }: MouseEvent): number {
        const { left, width } = this.element.getBoundingClientRect();
        const { start, end } = this.time.view;
        const place = Math.min(Math.max((clientX - left) / Math.max(width, 1), 0), 1);
        return start + place * (end - start);
    }
}

function windowOf(one: number, other: number): TimeWindow {
    return { start: Math.min(one, other), end: Math.max(one, other) };
}

function pixelsOf({ deltaY, deltaMode }: WheelEvent): number {
    return deltaY * (deltaMode === 0 ? 1 : 20);
}

/** What a browser does with the middle button otherwise. */
function keepFromScrolling(event: MouseEvent): void {
    if (event.button === 1) {
        event.preventDefault();
    }
}
