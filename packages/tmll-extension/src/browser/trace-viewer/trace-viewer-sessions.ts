import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger, MessageService, nls } from '@theia/core';
import type { TraceViewerState } from 'tmll-service/protocol';
import { createTspClient, unwrap, waitForIndexing } from 'tmll-tsp';
import { TraceServerEndpoint } from 'tmll-viewer';
import { messageOf } from '../../common/message-of';
import { TraceViewerLink } from './trace-viewer-link';
import { TraceViewerSession } from './trace-viewer-session';

/** The experiments in the tabs of the Trace Viewer, as sessions, once the trace server has read them. */
@injectable()
export class TraceViewerSessions {
    @inject(TraceViewerLink)
    protected readonly link: TraceViewerLink;

    @inject(TraceServerEndpoint)
    protected readonly endpoint: TraceServerEndpoint;

    @inject(MessageService)
    protected readonly messages: MessageService;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    /** Sessions have come or gone, or another one is in front. */
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected readonly opened = new Map<string, TraceViewerSession>();
    protected readonly opening = new Map<string, AbortController>();
    /** Experiments that could not be opened: they are not tried again and again. */
    protected readonly failed = new Set<string>();
    protected front: TraceViewerSession | undefined;

    @postConstruct()
    protected init(): void {
        this.link.onDidChange(state => this.follow(state));
        this.endpoint.onDidChange(() => this.closeAll());
        this.follow(this.link.state);
    }

    get sessions(): readonly TraceViewerSession[] {
        return [...this.opened.values()];
    }

    /** The session whose tab was last in front in the Trace Viewer. */
    get active(): TraceViewerSession | undefined {
        const { front } = this.link.state;
        return front === undefined ? undefined : this.opened.get(front);
    }

    protected follow({ experiments }: TraceViewerState): void {
        const shown = new Set(experiments.map(({ id }) => id));
        const gone = [...this.opened.keys(), ...this.opening.keys(), ...this.failed].filter(id => !shown.has(id));
        gone.forEach(id => this.close(id));
        for (const experiment of experiments) {
            const { id, name } = experiment;
            this.opened.get(id)?.follow(experiment);
            if (!this.opened.has(id) && !this.opening.has(id) && !this.failed.has(id)) {
                this.open(id, name);
            }
        }
        if (gone.length > 0 || this.front !== this.active) {
            this.changed();
        }
    }

    protected async open(id: string, name: string): Promise<void> {
        const controller = new AbortController();
        const { signal } = controller;
        this.opening.set(id, controller);
        try {
            const baseUrl = await this.endpoint.url();
            const client = createTspClient(baseUrl);
            const experiment = await waitForIndexing(client, id, { signal });
            const outputs = unwrap(await client.experimentOutputs(id)) ?? [];
            signal.throwIfAborted();
            const paths = experiment.traces.map(({ path }) => path);
            const session = new TraceViewerSession({ paths, experiment, outputs, client, baseUrl }, this.link);
            this.opened.set(id, session);
            this.opening.delete(id);
            this.follow(this.link.state);
        } catch (error) {
            if (!signal.aborted) {
                this.opening.delete(id);
                this.failed.add(id);
                this.logger.warn(`${name} is open in the Trace Viewer, and cannot be analyzed`, error);
                const text = '{0} cannot be analyzed: the Trace Viewer asks another trace server, or {1}';
                this.messages.warn(nls.localize('tmll/traceViewer/unknown', text, name, messageOf(error)));
            }
        }
    }

    protected close(id: string): void {
        this.opening.get(id)?.abort();
        this.opening.delete(id);
        this.failed.delete(id);
        this.opened.get(id)?.dispose();
        this.opened.delete(id);
    }

    /** Another trace server knows nothing of them. */
    protected closeAll(): void {
        [...this.opened.keys(), ...this.opening.keys(), ...this.failed].forEach(id => this.close(id));
        this.changed();
    }

    protected changed(): void {
        this.front = this.active;
        this.onDidChangeEmitter.fire();
    }
}
