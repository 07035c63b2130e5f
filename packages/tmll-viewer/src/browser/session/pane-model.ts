import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { PaneExport } from '../export/pane-export';

/** What is kept of a pane over a reload, as JSON. */
export interface PaneState {
    readonly outputId: string;
    readonly height: number;
    readonly hiddenOverlays: readonly string[];
    /** Only its header is shown. */
    readonly collapsed?: boolean;
    /** It stays in sight, below the time axis, while the others scroll. */
    readonly pinned?: boolean;
    /** The renderer's own. */
    readonly content?: object;
}

const SMALLEST_HEIGHT = 80;
const LARGEST_HEIGHT = 2000;

/** How one output is shown in a trace tab. */
export class PaneModel implements Disposable {
    private readonly changeEmitter = new Emitter<void>();
    private currentHeight: number;
    private currentHidden: ReadonlySet<string>;
    private currentContent: object | undefined;
    private isCollapsed: boolean;
    private isPinned: boolean;
    private currentExport: PaneExport | undefined;

    constructor(
        readonly outputId: string,
        height: number,
        state?: PaneState
    ) {
        this.currentHeight = clampHeight(state?.height ?? height);
        this.currentHidden = new Set(state?.hiddenOverlays);
        this.currentContent = state?.content;
        this.isCollapsed = state?.collapsed ?? false;
        this.isPinned = state?.pinned ?? false;
    }

    /** Fires when how the pane is shown has changed; not for `content`, which is the renderer's own matter. */
    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** Pixels. */
    get height(): number {
        return this.currentHeight;
    }

    resize(height: number): void {
        this.currentHeight = clampHeight(height);
        this.changeEmitter.fire();
    }

    /** What the renderer wants to find again. */
    get content(): object | undefined {
        return this.currentContent;
    }

    keep(content: object): void {
        this.currentContent = content;
    }

    get collapsed(): boolean {
        return this.isCollapsed;
    }

    setCollapsed(collapsed: boolean): void {
        this.isCollapsed = collapsed;
        this.changeEmitter.fire();
    }

    get pinned(): boolean {
        return this.isPinned;
    }

    setPinned(pinned: boolean): void {
        this.isPinned = pinned;
        this.changeEmitter.fire();
    }

    /** What can be taken out of the pane as a file; undefined when nothing can. */
    get export(): PaneExport | undefined {
        return this.currentExport;
    }

    offerExport(offered: PaneExport | undefined): void {
        this.currentExport = offered;
    }

    /** Ids of the overlay providers that are switched off here; another set after each change. */
    get hiddenOverlays(): ReadonlySet<string> {
        return this.currentHidden;
    }

    toggleOverlays(providerId: string): void {
        const next = new Set(this.currentHidden);
        if (!next.delete(providerId)) {
            next.add(providerId);
        }
        this.currentHidden = next;
        this.changeEmitter.fire();
    }

    toState(): PaneState {
        const { outputId, height, content, collapsed, pinned } = this;
        return { outputId, height, hiddenOverlays: [...this.currentHidden], collapsed, pinned, content };
    }

    dispose(): void {
        this.changeEmitter.dispose();
    }
}

function clampHeight(height: number): number {
    return Number.isFinite(height)
        ? Math.min(Math.max(Math.round(height), SMALLEST_HEIGHT), LARGEST_HEIGHT)
        : SMALLEST_HEIGHT;
}
