import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { LatestLoad } from '../load/latest-load';
import { Overlay, OverlaySeverity } from '../overlay/overlay';
import { TimeWindow } from '../session/time-model';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { annotationOverlays } from './annotation-overlays';
import { Annotations, fetchAnnotations, fetchCategories } from './annotation-source';

interface AnnotationQuery {
    readonly window: TimeWindow;
    readonly categories: readonly string[];
    readonly markerSet: string | undefined;
}

/** Requests wait until zooming and panning have paused for this long. */
const SETTLE_MS = 250;
/** Beyond both edges so much of the view's width is fetched too. */
const MARGIN = 0.5;
const PIXELS = 2048;

/**
 * The annotations that a trace server has for one output, for what is on screen. Asks nothing more when there are no categories.
 * Failures show nothing: annotations are an addition, and the chart below them tells when the server is gone.
 */
export class AnnotationModel implements Disposable {
    private readonly toDispose = new DisposableCollection();
    private readonly changeEmitter = new Emitter<void>();
    private readonly categoryLoad: LatestLoad<string | undefined, readonly string[]>;
    private readonly dataLoad: LatestLoad<AnnotationQuery, Annotations>;
    private shown: readonly Overlay[] = [];
    private loaded: AnnotationQuery | undefined;

    /** @param wanted says which categories to fetch */
    constructor(
        private readonly session: TraceSessionImpl,
        outputId: string,
        private readonly wanted: (category: string) => boolean,
        private readonly severity: OverlaySeverity = 'info'
    ) {
        this.categoryLoad = new LatestLoad((markerSet, signal) =>
            fetchCategories(session, outputId, markerSet, signal)
        );
        this.dataLoad = new LatestLoad(async ({ window, categories, markerSet }, signal) => {
            return fetchAnnotations(session, outputId, window, PIXELS, categories, markerSet, signal);
        }, SETTLE_MS);
        this.toDispose.pushAll([
            this.categoryLoad,
            this.dataLoad,
            this.changeEmitter,
            this.categoryLoad.onDidChange(({ loading }) => {
                if (!loading) {
                    this.fetch();
                    this.changeEmitter.fire();
                }
            }),
            this.dataLoad.onDidChange(({ loading, value }) => {
                if (!loading && value) {
                    this.shown = annotationOverlays(value, session.origin, this.severity);
                    this.changeEmitter.fire();
                }
            }),
            session.time.onDidChangeView(() => this.fetch()),
            session.onDidChangeMarkerSet(markerSet => this.categoryLoad.request(markerSet))
        ]);
        this.categoryLoad.request(session.markerSet);
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /** The same object until something has changed. */
    get overlays(): readonly Overlay[] {
        return this.shown;
    }

    get categories(): readonly string[] {
        return (this.categoryLoad.state.value ?? []).filter(this.wanted);
    }

    dispose(): void {
        this.toDispose.dispose();
    }

    private fetch(): void {
        const { categories } = this;
        const { time, markerSet } = this.session;
        const { view, full } = time;
        const span = view.end - view.start;
        if (categories.length === 0) {
            this.dataLoad.stop();
            this.shown = [];
            this.loaded = undefined;
            return;
        }
        if (!this.loaded || !answersAlso(this.loaded, view, markerSet, categories)) {
            const window = {
                start: Math.max(view.start - span * MARGIN, full.start),
                end: Math.min(view.end + span * MARGIN, full.end)
            };
            this.loaded = { window, categories, markerSet };
            this.dataLoad.request(this.loaded);
        }
    }
}

/** Whether what was asked for also has what is in view, as fine as it can be seen. */
function answersAlso(
    loaded: AnnotationQuery,
    view: TimeWindow,
    markerSet: string | undefined,
    categories: readonly string[]
): boolean {
    const { window } = loaded;
    return (
        loaded.markerSet === markerSet &&
        loaded.categories.join('\n') === categories.join('\n') &&
        window.start <= view.start &&
        window.end >= view.end &&
        window.end - window.start <= (view.end - view.start) * 4
    );
}
