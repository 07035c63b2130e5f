import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { TimeModel, TimeWindow } from '../session/time-model';

/**
 * The selection and the line under the mouse on one plot. They move far too often for React, so they are elements of their
 * own, placed in percent so that they need not know the plot's width.
 */
export class TimeMarks implements Disposable {
    private readonly selection = mark('tmll-time-selection');
    private readonly cursor = mark('tmll-time-cursor');
    private readonly toDispose = new DisposableCollection();

    constructor(
        host: HTMLElement,
        private readonly time: TimeModel
    ) {
        host.append(this.selection, this.cursor);
        this.toDispose.pushAll([
            time.onDidChangeView(() => this.update()),
            time.onDidChangeSelection(() => this.placeSelection()),
            time.onDidChangeCursor(() => this.placeCursor()),
            Disposable.create(() => this.selection.remove()),
            Disposable.create(() => this.cursor.remove())
        ]);
        this.update();
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    private update(): void {
        this.placeSelection();
        this.placeCursor();
    }

    private placeSelection(): void {
        const { selection } = this.time;
        place(this.selection, selection && visiblePart(selection, this.time.view));
        this.selection.classList.toggle('tmll-instant', selection !== undefined && selection.start === selection.end);
    }

    private placeCursor(): void {
        const { cursor, view } = this.time;
        const window = cursor === undefined ? undefined : visiblePart({ start: cursor, end: cursor }, view);
        place(this.cursor, window);
    }
}

/** Shares of the view's width. */
interface Place {
    readonly left: number;
    readonly width: number;
}

/** Where a window is in the view; undefined when nothing of it is. */
export function visiblePart({ start, end }: TimeWindow, view: TimeWindow): Place | undefined {
    if (end < view.start || start > view.end) {
        return undefined;
    }
    const width = view.end - view.start;
    const left = (Math.max(start, view.start) - view.start) / width;
    return { left, width: (Math.min(end, view.end) - view.start) / width - left };
}

/** Puts an element over a part of its parent; hides it when there is none. */
export function place(element: HTMLElement, at: Place | undefined): void {
    element.hidden = at === undefined;
    if (at) {
        element.style.left = `${at.left * 100}%`;
        element.style.width = `${at.width * 100}%`;
    }
}

export function mark(className: string): HTMLElement {
    const element = document.createElement('div');
    element.className = className;
    return element;
}
