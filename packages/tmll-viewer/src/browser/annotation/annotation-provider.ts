import { Emitter, Event } from '@theia/core/lib/common/event';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Overlay, OverlayCategory, OverlayProvider, OverlaySeverity, OverlayTarget } from '../overlay/overlay';
import { overviewOutput } from '../overview/overview-source';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { TraceSessionManagerImpl } from '../trace-tab/trace-session-manager-impl';
import { AnnotationModel } from './annotation-model';
import { LOST_EVENTS } from './annotation-source';

/** Draws what trace servers have to mark. */
@injectable()
abstract class ServerMarks implements OverlayProvider {
    abstract readonly id: string;
    abstract readonly label: string;

    @inject(TraceSessionManagerImpl)
    protected readonly sessions: TraceSessionManagerImpl;

    protected readonly changeEmitter = new Emitter<void>();
    protected readonly models = new Map<TraceSessionImpl, Map<string, AnnotationModel>>();

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeSessions(() => this.forgetClosed());
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    overlays(target: OverlayTarget): readonly Overlay[] {
        return this.modelFor(target)?.overlays ?? [];
    }

    protected readonly severity: OverlaySeverity = 'info';
    /** Whether it is to be drawn here. */
    protected abstract wants(category: string): boolean;
    /** The output whose annotations are drawn on a chart. */
    protected abstract sourceOf(session: TraceSessionImpl, outputId: string): string | undefined;

    protected modelFor({ experimentId, outputId }: OverlayTarget): AnnotationModel | undefined {
        const session = this.sessions.sessions.find(({ experiment }) => experiment.UUID === experimentId);
        const source = session && this.sourceOf(session, outputId);
        if (!session || source === undefined) {
            return undefined;
        }
        const models = this.models.get(session) ?? new Map<string, AnnotationModel>();
        this.models.set(session, models);
        let model = models.get(source);
        if (!model) {
            model = new AnnotationModel(session, source, category => this.wants(category), this.severity);
            model.onDidChange(() => this.changeEmitter.fire());
            models.set(source, model);
        }
        return model;
    }

    protected forgetClosed(): void {
        for (const [session, models] of this.models) {
            if (!this.sessions.sessions.includes(session)) {
                models.forEach(model => model.dispose());
                this.models.delete(session);
            }
        }
    }
}

/** Draws the annotations and markers that the trace server has for an output, with a switch for each category. */
@injectable()
export class AnnotationProvider extends ServerMarks {
    readonly id = 'annotations';
    readonly label = nls.localize('tmll/viewer/annotations', 'Marks of the trace server');

    categories(target: OverlayTarget): readonly OverlayCategory[] {
        return (this.modelFor(target)?.categories ?? []).map(category => ({ id: category, label: category }));
    }

    protected wants(category: string): boolean {
        return category !== LOST_EVENTS;
    }

    protected sourceOf(_: TraceSessionImpl, outputId: string): string {
        return outputId;
    }
}

/**
 * Shades the stretches in which the tracer lost events on every chart: what is missing there is missing in all of them, whichever
 * output the server says it of.
 */
@injectable()
export class LostEventsProvider extends ServerMarks {
    readonly id = 'lost-events';
    readonly label = nls.localize('tmll/viewer/lostEvents', 'Lost events');
    protected override readonly severity = 'critical';

    protected wants(category: string): boolean {
        return category === LOST_EVENTS;
    }

    protected sourceOf(session: TraceSessionImpl): string | undefined {
        return overviewOutput(session.outputs)?.id;
    }
}
