import { ApplicationShell } from '@theia/core/lib/browser/shell/application-shell';
import { WidgetManager } from '@theia/core/lib/browser/widget-manager';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { MessageService } from '@theia/core/lib/common/message-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { unwrap } from 'tmll-tsp';
import { OpenTrace } from '../session/open-trace';
import { RecentTraces } from '../session/recent-traces';
import { TraceSession, TraceTabs } from '../session/trace-session';
import { TraceSessionImpl } from '../session/trace-session-impl';
import { eventCountText } from './trace-tab-title';
import { TraceWidget, TraceWidgetOptions } from './trace-widget';

/** A trace that opens faster than this needs no notification, in ms. */
const NOTIFY_AFTER_MS = 800;

/** Status of a trace that another experiment has. */
const IN_USE = 409;

/** Knows the trace tabs, and opens more. */
@injectable()
export class TraceSessionManagerImpl implements TraceTabs {
    @inject(WidgetManager)
    protected readonly widgets: WidgetManager;

    @inject(ApplicationShell)
    protected readonly shell: ApplicationShell;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(RecentTraces)
    protected readonly recent: RecentTraces;

    protected readonly sessionsEmitter = new Emitter<void>();
    protected readonly activeEmitter = new Emitter<TraceSession | undefined>();
    protected readonly showEmitter = new Emitter<void>();
    protected tabs: readonly TraceWidget[] = [];
    protected front: TraceWidget | undefined;
    protected announced: TraceSession | undefined;
    /** Paths of every experiment that has been open here, so that it can be opened again. */
    protected readonly known = new Map<string, readonly string[]>();

    @postConstruct()
    protected init(): void {
        this.widgets.onDidCreateWidget(({ widget }) => widget instanceof TraceWidget && this.addTab(widget));
        this.shell.onDidChangeCurrentWidget(
            ({ newValue }) => newValue instanceof TraceWidget && this.setFront(newValue)
        );
    }

    get sessions(): readonly TraceSessionImpl[] {
        return this.tabs.flatMap(tab => tab.trace.session ?? []);
    }

    /** What the user has asked for, also while it is being opened and when that has failed. */
    get traces(): readonly OpenTrace[] {
        return this.tabs.map(tab => tab.trace);
    }

    get active(): TraceSessionImpl | undefined {
        return this.front?.trace.session;
    }

    get onDidChangeActive(): Event<TraceSession | undefined> {
        return this.activeEmitter.event;
    }

    get onDidChangeSessions(): Event<void> {
        return this.sessionsEmitter.event;
    }

    get onDidShowTab(): Event<void> {
        return this.showEmitter.event;
    }

    async open(paths: readonly string[]): Promise<TraceSessionImpl> {
        const options: TraceWidgetOptions = { paths };
        const tab = await this.widgets.getOrCreateWidget<TraceWidget>(TraceWidget.FACTORY_ID, options);
        const { trace } = tab;
        const opening = trace.state.kind === 'failed' ? trace.reopen() : trace.open();
        const [session] = await Promise.all([this.withNotification(trace, opening), this.reveal(tab)]);
        await this.recent.add(paths);
        return session;
    }

    async show(experimentId: string): Promise<TraceSession> {
        const tab = this.tabs.find(({ trace }) => trace.session?.experiment.UUID === experimentId);
        if (tab?.trace.session) {
            await this.reveal(tab);
            return tab.trace.session;
        }
        const paths = this.known.get(experimentId);
        if (!paths) {
            throw new Error(
                nls.localize(
                    'tmll/viewer/unknownExperiment',
                    'The trace is not open any more; open it again to see this.'
                )
            );
        }
        return this.open(paths);
    }

    /** Brings the tab of a trace to front. */
    async showTrace(trace: OpenTrace): Promise<void> {
        const tab = this.tabs.find(candidate => candidate.trace === trace);
        if (tab) {
            await this.reveal(tab);
        }
    }

    closeTrace(trace: OpenTrace): void {
        this.tabs.find(candidate => candidate.trace === trace)?.close();
    }

    /**
     * Closes a session, and has the trace server forget its experiment and traces. Traces that others use stay.
     * @throws TspError when the trace server refuses or cannot be reached
     */
    async delete(session: TraceSessionImpl): Promise<void> {
        const { client, experiment } = session;
        const tab = this.tabs.find(({ trace }) => trace.session === session);
        unwrap(await client.deleteExperiment(experiment.UUID));
        for (const trace of experiment.traces) {
            const response = await client.deleteTrace(trace.UUID);
            if (response.getStatusCode() !== IN_USE) {
                unwrap(response);
            }
        }
        this.known.delete(experiment.UUID);
        tab?.close();
    }

    protected async reveal(tab: TraceWidget): Promise<void> {
        if (!tab.isAttached) {
            await this.shell.addWidget(tab, { area: 'main' });
        }
        await this.shell.activateWidget(tab.id);
    }

    /** Shows that a trace is being read, with a way to stop it, as soon as that takes long. */
    protected async withNotification<T>(trace: OpenTrace, work: Promise<T>): Promise<T> {
        const text = nls.localize('tmll/viewer/reading', 'Reading {0}', trace.name);
        let finished = false;
        const timer = setTimeout(async () => {
            const progress = await this.messages.showProgress({ text, options: { cancelable: true } }, () =>
                trace.cancel()
            );
            const report = (): void => {
                if (finished) {
                    progress.cancel();
                } else if (trace.state.kind === 'opening' && trace.state.events > 0) {
                    progress.report({ message: eventCountText(trace.state.events) });
                }
            };
            trace.onDidChange(report);
            work.then(report, report);
        }, NOTIFY_AFTER_MS);
        try {
            return await work;
        } finally {
            finished = true;
            clearTimeout(timer);
        }
    }

    protected addTab(tab: TraceWidget): void {
        this.tabs = [...this.tabs, tab];
        tab.trace.onDidChange(() => this.onTraceChanged(tab));
        tab.disposed.connect(() => {
            this.tabs = this.tabs.filter(other => other !== tab);
            if (this.front === tab) {
                this.front = this.tabs[this.tabs.length - 1];
            }
            this.announce();
        });
        this.front ??= tab;
        this.announce();
    }

    protected setFront(tab: TraceWidget): void {
        this.front = tab;
        this.announce();
        this.showEmitter.fire();
    }

    protected onTraceChanged({ trace }: TraceWidget): void {
        if (trace.session) {
            this.known.set(trace.session.experiment.UUID, trace.paths);
        }
        this.announce();
    }

    protected announce(): void {
        this.sessionsEmitter.fire();
        if (this.announced !== this.active) {
            this.announced = this.active;
            this.activeEmitter.fire(this.active);
        }
    }
}
