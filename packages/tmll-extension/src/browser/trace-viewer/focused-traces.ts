import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event } from '@theia/core';
import { TraceSession, TraceSessionManager, TraceTabs } from 'tmll-viewer';
import { TraceViewerLink } from './trace-viewer-link';
import { TraceViewerSessions } from './trace-viewer-sessions';

/**
 * The open traces, whoever shows them: the tabs of this application's own viewer, and those of the Trace Viewer where it runs beside
 * it. The active one is that which the user looked at last, so that panel and findings are of what is in front.
 */
@injectable()
export class FocusedTraces implements TraceSessionManager {
    @inject(TraceTabs)
    protected readonly tabs: TraceTabs;

    @inject(TraceViewerSessions)
    protected readonly others: TraceViewerSessions;

    @inject(TraceViewerLink)
    protected readonly link: TraceViewerLink;

    protected readonly sessionsEmitter = new Emitter<void>();
    readonly onDidChangeSessions: Event<void> = this.sessionsEmitter.event;

    protected readonly activeEmitter = new Emitter<TraceSession | undefined>();
    readonly onDidChangeActive: Event<TraceSession | undefined> = this.activeEmitter.event;

    /** The user looks at the Trace Viewer, not at a tab of ours. */
    protected looksAtOthers = false;
    protected activations = 0;
    protected announced: TraceSession | undefined;

    @postConstruct()
    protected init(): void {
        this.tabs.onDidChangeSessions(() => this.sessionsChanged());
        this.tabs.onDidChangeActive(() => this.announce());
        this.others.onDidChange(() => this.sessionsChanged());
        this.link.onDidChange(({ activations }) => {
            if (activations !== this.activations) {
                this.look(activations > this.activations);
                this.activations = activations;
            }
        });
        this.tabs.onDidShowTab(() => this.look(false));
    }

    /** An experiment that is open in both is that of the one in front. */
    get sessions(): readonly TraceSession[] {
        const [first, second] = this.looksAtOthers
            ? [this.others.sessions, this.tabs.sessions]
            : [this.tabs.sessions, this.others.sessions];
        const known = new Set(first.map(({ experiment }) => experiment.UUID));
        return [...first, ...second.filter(({ experiment }) => !known.has(experiment.UUID))];
    }

    get active(): TraceSession | undefined {
        return this.looksAtOthers ? (this.others.active ?? this.tabs.active) : (this.tabs.active ?? this.others.active);
    }

    open(paths: readonly string[]): Promise<TraceSession> {
        return this.tabs.open(paths);
    }

    /** Tabs of the Trace Viewer come to front with what is revealed in them. */
    async show(experimentId: string): Promise<TraceSession> {
        const session = this.sessions.find(({ experiment }) => experiment.UUID === experimentId);
        const others: readonly TraceSession[] = this.others.sessions;
        return session && others.includes(session) ? session : this.tabs.show(experimentId);
    }

    protected look(atOthers: boolean): void {
        if (this.looksAtOthers !== atOthers) {
            this.looksAtOthers = atOthers;
            this.sessionsChanged();
        }
    }

    protected sessionsChanged(): void {
        this.sessionsEmitter.fire();
        this.announce();
    }

    protected announce(): void {
        const { active } = this;
        if (active !== this.announced) {
            this.announced = active;
            this.activeEmitter.fire(active);
        }
    }
}
