import { Line, TableModel } from 'tsp-typescript-client/lib/models/table';
import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { userSentence } from '../../load/user-sentence';
import { RowWindow } from '../../virtual/row-window';

export type FetchLines = (index: number, count: number, signal: AbortSignal) => Promise<TableModel>;

/** Lines fetched at once. */
const PAGE = 128;
/** Pages kept: enough to scroll back and forth, little enough for a day's work in a table of millions. */
const MOST_PAGES = 64;
/** While the user scrolls fast, what passes by is not worth fetching, in ms. */
const SETTLE_MS = 40;

/** The lines of a table that are, or were a moment ago, in sight. */
export class LineCache implements Disposable {
    private readonly pages = new Map<number, readonly Line[]>();
    private readonly running = new Map<number, AbortController>();
    private readonly changeEmitter = new Emitter<void>();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private lineCount: number | undefined;
    private failure: string | undefined;
    private wanted: RowWindow = { first: 0, end: 0 };

    constructor(private readonly fetch: FetchLines) {}

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Number of lines of the table; undefined until the first are there. */
    get size(): number | undefined {
        return this.lineCount;
    }

    /** Why the last lines asked for cannot be had, in a sentence. */
    get error(): string | undefined {
        return this.failure;
    }

    get isLoading(): boolean {
        return this.running.size > 0;
    }

    /** Undefined while it is not there yet. */
    line(index: number): Line | undefined {
        return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    }

    /** Fetches what is missing of the lines in sight, and gives up what is not in sight any more. */
    show(window: RowWindow): void {
        this.wanted = window;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.fetchWanted(), SETTLE_MS);
    }

    retry(): void {
        this.failure = undefined;
        this.fetchWanted();
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.running.forEach(controller => controller.abort());
        this.changeEmitter.dispose();
    }

    private fetchWanted(): void {
        const first = Math.floor(this.wanted.first / PAGE);
        const last = Math.max(first, Math.ceil(this.wanted.end / PAGE) - 1);
        for (const [page, controller] of this.running) {
            if (page < first || page > last) {
                controller.abort();
                this.running.delete(page);
            }
        }
        for (let page = first; page <= last; page++) {
            if (this.pages.has(page)) {
                this.touch(page);
            } else if (!this.running.has(page)) {
                void this.fetchPage(page);
            }
        }
    }

    private async fetchPage(page: number): Promise<void> {
        const controller = new AbortController();
        this.running.set(page, controller);
        this.changeEmitter.fire();
        try {
            const { size, lines } = await this.fetch(page * PAGE, PAGE, controller.signal);
            if (controller.signal.aborted) {
                return;
            }
            this.lineCount = size;
            this.failure = undefined;
            this.pages.set(page, lines);
            this.forgetOldest();
        } catch (error) {
            if (controller.signal.aborted) {
                return;
            }
            this.failure = userSentence(error);
        }
        this.running.delete(page);
        this.changeEmitter.fire();
    }

    /** Puts a page last in the order of forgetting. */
    private touch(page: number): void {
        const lines = this.pages.get(page);
        if (lines) {
            this.pages.delete(page);
            this.pages.set(page, lines);
        }
    }

    private forgetOldest(): void {
        const [oldest] = this.pages.keys();
        if (this.pages.size > MOST_PAGES && oldest !== undefined) {
            this.pages.delete(oldest);
        }
    }
}
