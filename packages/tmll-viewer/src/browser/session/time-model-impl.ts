import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { MIN_VIEW_NS, TimeModel, TimeWindow } from './time-model';

/** The time axis of one trace tab. Fires only when something has really changed. */
export class TimeModelImpl implements TimeModel, Disposable {
    readonly full: TimeWindow;

    private readonly viewEmitter = new Emitter<TimeWindow>();
    private readonly selectionEmitter = new Emitter<TimeWindow | undefined>();
    private readonly cursorEmitter = new Emitter<number | undefined>();
    private currentView: TimeWindow;
    private currentSelection: TimeWindow | undefined;
    private currentCursor: number | undefined;

    /** @param duration ns from the first to the last event; a trace of a single instant gets the narrowest view */
    constructor(duration: number) {
        this.full = { start: 0, end: Math.max(duration, MIN_VIEW_NS) };
        this.currentView = this.full;
    }

    get view(): TimeWindow {
        return this.currentView;
    }

    get selection(): TimeWindow | undefined {
        return this.currentSelection;
    }

    get cursor(): number | undefined {
        return this.currentCursor;
    }

    get onDidChangeView(): Event<TimeWindow> {
        return this.viewEmitter.event;
    }

    get onDidChangeSelection(): Event<TimeWindow | undefined> {
        return this.selectionEmitter.event;
    }

    get onDidChangeCursor(): Event<number | undefined> {
        return this.cursorEmitter.event;
    }

    setView(view: TimeWindow): void {
        const next = fitInto(view, this.full);
        if (next && !sameWindow(next, this.currentView)) {
            this.currentView = next;
            this.viewEmitter.fire(next);
        }
    }

    setSelection(selection: TimeWindow | undefined): void {
        const next = selection && this.clampSelection(selection);
        if (!sameWindow(next, this.currentSelection)) {
            this.currentSelection = next;
            this.selectionEmitter.fire(next);
        }
    }

    setCursor(cursor: number | undefined): void {
        if (cursor !== this.currentCursor) {
            this.currentCursor = cursor;
            this.cursorEmitter.fire(cursor);
        }
    }

    zoom(factor: number, around: number = (this.view.start + this.view.end) / 2): void {
        const { start, end } = this.view;
        const widest = this.full.end - this.full.start;
        const width = Math.min(Math.max((end - start) / factor, MIN_VIEW_NS), widest);
        const place = (around - start) / (end - start);
        this.setView({ start: around - place * width, end: around + (1 - place) * width });
    }

    pan(fraction: number): void {
        const { start, end } = this.view;
        const shift = (end - start) * fraction;
        this.setView({ start: start + shift, end: end + shift });
    }

    reset(): void {
        this.setView(this.full);
    }

    dispose(): void {
        this.viewEmitter.dispose();
        this.selectionEmitter.dispose();
        this.cursorEmitter.dispose();
    }

    /** Selections are whole ns, so that what a user marks is what an analysis is asked for. */
    private clampSelection({ start, end }: TimeWindow): TimeWindow | undefined {
        const clamp = (time: number): number => Math.round(Math.min(Math.max(time, this.full.start), this.full.end));
        const low = clamp(Math.min(start, end));
        const high = clamp(Math.max(start, end));
        return Number.isNaN(low) || Number.isNaN(high) ? undefined : { start: low, end: high };
    }
}

/** The window moved, and narrowed where it must be, to lie within `full`; undefined when it is not a window at all. */
function fitInto({ start, end }: TimeWindow, full: TimeWindow): TimeWindow | undefined {
    if (!Number.isFinite(start) || !Number.isFinite(end)) {
        return undefined;
    }
    const middle = (start + end) / 2;
    const width = Math.min(Math.max(Math.abs(end - start), MIN_VIEW_NS), full.end - full.start);
    const left = Math.abs(end - start) < MIN_VIEW_NS ? middle - width / 2 : Math.min(start, end);
    const fitted = Math.min(Math.max(left, full.start), full.end - width);
    return { start: fitted, end: fitted + width };
}

function sameWindow(first: TimeWindow | undefined, second: TimeWindow | undefined): boolean {
    return first?.start === second?.start && first?.end === second?.end;
}
