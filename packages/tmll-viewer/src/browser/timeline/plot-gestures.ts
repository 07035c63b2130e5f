import { Disposable } from '@theia/core/lib/common/disposable';
import { TimeModel, TimeWindow } from '../session/time-model';
import { wheelAction } from './wheel-action';

/** The mouse may move this far between press and release and still click, in pixels. */
const CLICK_SLACK = 4;
/** Presses within this time belong to one double click, in ms. */
const DOUBLE_CLICK_MS = 500;

type Drag =
    | { readonly kind: 'select'; readonly x: number; readonly anchor: number; moved: boolean }
    | { readonly kind: 'pan'; readonly x: number; readonly view: TimeWindow };

/**
 * What the mouse does on a plot, the same in every pane: the wheel zooms around the pointer (with Shift it moves), dragging
 * selects, dragging with the middle button or Ctrl moves, a click marks an instant, Shift and a click extend the selection
 * to it, and a double click shows the whole trace.
 */
export class PlotGestures implements Disposable {
    private drag: Drag | undefined;
    private beforeClick: TimeWindow | undefined;
    private lastPress = Number.NEGATIVE_INFINITY;
    private readonly abort = new AbortController();

    /** @param element as wide as the time axis */
    constructor(
        private readonly element: HTMLElement,
        private readonly time: TimeModel
    ) {
        const { signal } = this.abort;
        element.addEventListener('wheel', event => this.onWheel(event), { passive: false, signal });
        element.addEventListener('mousedown', event => keepFromScrolling(event), { signal });
        element.addEventListener('pointerdown', event => this.onPress(event), { signal });
        element.addEventListener('pointermove', event => this.onMove(event), { signal });
        element.addEventListener('pointerup', event => this.onRelease(event), { signal });
        element.addEventListener('pointercancel', () => this.endDrag(), { signal });
        element.addEventListener('pointerleave', () => this.onLeave(), { signal });
        element.addEventListener('dblclick', () => this.onDoubleClick(), { signal });
    }

    dispose(): void {
        this.abort.abort();
        this.endDrag();
        this.time.setCursor(undefined);
    }

    private onWheel(event: WheelEvent): void {
        const action = wheelAction(event, this.element.clientWidth);
        if (action) {
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
        if (!pans && event.button !== 0) {
            return;
        }
        this.element.setPointerCapture(event.pointerId);
        if (pans) {
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
        }
    }

    private onRelease(event: PointerEvent): void {
        if (this.drag?.kind === 'select' && !this.drag.moved) {
            const here = this.timeAt(event);
            this.time.setSelection({ start: here, end: here });
        }
        this.endDrag();
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
        delete this.element.dataset.drag;
    }

    private timeAt({ clientX }: MouseEvent): number {
        const { left, width } = this.element.getBoundingClientRect();
        const { start, end } = this.time.view;
        const place = Math.min(Math.max((clientX - left) / Math.max(width, 1), 0), 1);
        return start + place * (end - start);
    }
}

/** What a browser does with the middle button otherwise. */
function keepFromScrolling(event: MouseEvent): void {
    if (event.button === 1) {
        event.preventDefault();
    }
}
