import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import type { Run } from 'tmll-service/protocol';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { HistoryItem, historyOf } from './run-history';
import { ResultModel } from './result-model';

/** The history of the open traces. It lives in the service: this is what the window knows of it. */
@injectable()
export class RunModel {
    @inject(TmllServer)
    protected readonly server: TmllServer;

    @inject(TmllClientImpl)
    protected readonly client: TmllClientImpl;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(ResultModel)
    protected readonly results: ResultModel;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected readonly known = new WeakSet<TraceSession>();
    protected runs: ReadonlyMap<string, readonly Run[]> = new Map();

    @postConstruct()
    protected init(): void {
        this.client.onDidReceiveEvent(event => {
            if (event.type === 'run-added') {
                this.change(event.run.request.experimentId, runs => [event.run, ...runs]);
            } else if (event.type === 'run-deleted') {
                this.forget(event.runId);
            }
        });
        this.sessions.onDidChangeSessions(() => this.followSessions());
        this.monitor.onDidConnect(() => this.checkStale());
        this.results.onDidChange(() => this.onDidChangeEmitter.fire());
        this.followSessions();
    }

    /** Asks anew what was done, and whether the traces have changed since. */
    checkStale(): void {
        this.sessions.sessions.forEach(session => this.read(session));
    }

    /** What was done with a trace, the newest first. */
    history(experimentId: string): readonly HistoryItem[] {
        return historyOf(this.runs.get(experimentId) ?? [], this.results.entries(experimentId));
    }

    /**
     * Forgets what was done, with its result.
     * @throws Error with one sentence when the service does not
     */
    async delete({ run, result }: HistoryItem): Promise<void> {
        if (result) {
            await this.results.delete(result.summary.experimentId, result.summary.id);
        } else if (run) {
            await this.server.deleteRun(run.id);
        }
        if (run) {
            this.forget(run.id);
        }
    }

    protected followSessions(): void {
        for (const session of this.sessions.sessions.filter(each => !this.known.has(each))) {
            this.known.add(session);
            this.read(session);
        }
    }

    protected async read({ experiment }: TraceSession): Promise<void> {
        try {
            const runs = await this.server.listRuns(experiment.UUID);
            this.change(experiment.UUID, () => runs);
        } catch (error) {
            // A session that is opened again, or a service that is back, is asked again.
            this.logger.warn('The history of a trace could not be read', error);
        }
    }

    protected forget(runId: string): void {
        for (const [experimentId, runs] of this.runs) {
            if (runs.some(({ id }) => id === runId)) {
                this.change(experimentId, all => all.filter(({ id }) => id !== runId));
            }
        }
    }

    protected change(experimentId: string, next: (runs: readonly Run[]) => readonly Run[]): void {
        this.runs = new Map(this.runs).set(experimentId, next(this.runs.get(experimentId) ?? []));
        this.onDidChangeEmitter.fire();
    }
}
