import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';

/** What is kept of a pane over a reload, as JSON. */
export interface PaneState {
    readonly outputId: string;
    readonly height: number;
    readonly hiddenOverlays: readonly string[];
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

    constructor(
        readonly outputId: string,
        height: number,
        state?: PaneState
    ) {
        this.currentHeight = clampHeight(state?.height ?? height);
        this.currentHidden = new Set(state?.hiddenOverlays);
        this.currentContent = state?.content;
    }

    /** Fires when height or overlays have changed; not for `content`, which is the renderer's own matter. */
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
        const { outputId, height, content } = this;
        return { outputId, height, hiddenOverlays: [...this.currentHidden], content };
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
