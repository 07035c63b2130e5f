import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import { AnalysisResult, fromWire } from 'tmll-analysis/algorithms';
import type { ResultSummary } from 'tmll-service/protocol';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { TmllServer } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { byAge, ResultEntry, supersedes } from './result-entry';
import { ShownResults } from './shown-results';
import { messageOf } from '../../common/message-of';

/** The results of the open traces. They live in the service; which of them are shown is this window's own matter. */
@injectable()
export class ResultModel {
    @inject(TmllServer)
    protected readonly server: TmllServer;

    @inject(TmllClientImpl)
    protected readonly client: TmllClientImpl;

    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(ShownResults)
    protected readonly shownResults: ShownResults;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<string>();
    /** Fires with the id of the experiment whose results, or what is shown of them, have changed. */
    readonly onDidChange: Event<string> = this.onDidChangeEmitter.event;

    /** Sessions whose results have been asked for. */
    protected readonly known = new WeakSet<TraceSession>();
    protected generation = 0;
    protected readonly byExperiment = new Map<string, readonly ResultEntry[]>();

    @postConstruct()
    protected init(): void {
        this.client.onDidReceiveEvent(event => {
            if (event.type === 'result-added') {
                this.add(event.result);
            } else if (event.type === 'result-deleted') {
                this.change(event.experimentId, entries =>
                    entries.filter(({ summary }) => summary.id !== event.resultId)
                );
            }
        });
        this.sessions.onDidChangeSessions(() => this.followSessions());
        this.monitor.onDidConnect(() => this.refresh());
        this.generation = this.monitor.state.generation;
        this.followSessions();
    }

    /** Asks whether open traces have changed since their results were computed. */
    checkStale(): void {
        this.experimentIds().forEach(id => this.refreshSummaries(id));
    }

    /** Newest first. */
    entries(experimentId: string): readonly ResultEntry[] {
        return this.byExperiment.get(experimentId) ?? [];
    }

    /** Those that are drawn and listed. */
    shown(experimentId: string): readonly ResultEntry[] {
        return this.entries(experimentId).filter(({ shown, content }) => shown && content !== undefined);
    }

    async setShown(experimentId: string, resultId: string, shown: boolean): Promise<void> {
        this.update(experimentId, resultId, { shown });
        if (shown) {
            await this.load(experimentId, resultId);
        }
        await this.saveShown(experimentId);
    }

    /** Shows a result that was just asked for, in place of those that it supersedes. */
    async present(experimentId: string, resultId: string): Promise<void> {
        if (!this.find(experimentId, resultId)) {
            await this.read(experimentId);
        }
        await this.setShown(experimentId, resultId, true);
        const content = this.find(experimentId, resultId)?.content;
        this.change(experimentId, entries =>
            entries.map(entry =>
                content && entry.content && entry.content !== content && supersedes(content, entry.content)
                    ? { ...entry, shown: false }
                    : entry
            )
        );
        await this.saveShown(experimentId);
    }

    /** @throws Error with one sentence when the service does not delete it */
    async delete(experimentId: string, resultId: string): Promise<void> {
        await this.server.deleteResult(resultId);
        this.change(experimentId, entries => entries.filter(({ summary }) => summary.id !== resultId));
    }

    protected experimentIds(): string[] {
        return this.sessions.sessions.map(({ experiment }) => experiment.UUID);
    }

    protected followSessions(): void {
        const open = new Set(this.experimentIds());
        [...this.byExperiment.keys()].filter(id => !open.has(id)).forEach(id => this.byExperiment.delete(id));
        for (const session of this.sessions.sessions) {
            if (!this.known.has(session)) {
                this.known.add(session);
                this.read(session.experiment.UUID);
            }
        }
    }

    protected refresh(): void {
        const { generation } = this.monitor.state;
        // A new process knows the experiments only when their sessions have been opened again: they are asked for then.
        if (generation === this.generation) {
            this.experimentIds().forEach(id => this.read(id));
        }
        this.generation = generation;
    }

    protected async read(experimentId: string): Promise<void> {
        try {
            const [summaries, remembered] = await Promise.all([
                this.server.listResults(experimentId),
                this.shownResults.load(experimentId)
            ]);
            const shown = new Set(remembered ?? summaries.slice(0, 1).map(({ id }) => id));
            const entries = summaries.map(summary => ({
                ...this.find(experimentId, summary.id),
                summary,
                shown: shown.has(summary.id)
            }));
            this.change(experimentId, () => entries);
            await Promise.all([...shown].map(id => this.load(experimentId, id)));
        } catch (error) {
            // The monitor tells when there is reason to ask again.
            this.logger.warn('The results of a trace could not be read', error);
        }
    }

    /** Loads the content of a result, unless that is done; what fails is found in its `error`. */
    async load(experimentId: string, resultId: string): Promise<void> {
        const entry = this.find(experimentId, resultId);
        if (!entry || entry.content) {
            return;
        }
        try {
            const stored = await this.server.getResult(resultId);
            const content = fromWire<AnalysisResult>(stored);
            this.update(experimentId, resultId, { content, error: undefined });
        } catch (error) {
            this.update(experimentId, resultId, { error: messageOf(error) });
        }
    }

    protected add(summary: ResultSummary): void {
        if (!this.find(summary.experimentId, summary.id) && this.experimentIds().includes(summary.experimentId)) {
            this.change(summary.experimentId, entries => [{ summary, shown: false }, ...entries]);
            this.refreshSummaries(summary.experimentId);
        }
    }

    /** A new result of a trace that has changed makes the others stale. */
    protected async refreshSummaries(experimentId: string): Promise<void> {
        try {
            const summaries = new Map((await this.server.listResults(experimentId)).map(each => [each.id, each]));
            this.change(experimentId, entries =>
                entries.map(entry => ({ ...entry, summary: summaries.get(entry.summary.id) ?? entry.summary }))
            );
        } catch (error) {
            this.logger.warn('Whether the results of a trace are stale could not be asked', error);
        }
    }

    protected saveShown(experimentId: string): Promise<void> {
        const shown = this.entries(experimentId).filter(entry => entry.shown);
        return this.shownResults.save(
            experimentId,
            shown.map(({ summary }) => summary.id)
        );
    }

    protected find(experimentId: string, resultId: string): ResultEntry | undefined {
        return this.entries(experimentId).find(({ summary }) => summary.id === resultId);
    }

    protected update(experimentId: string, resultId: string, change: Partial<ResultEntry>): void {
        this.change(experimentId, entries =>
            entries.map(entry => (entry.summary.id === resultId ? { ...entry, ...change } : entry))
        );
    }

    protected change(experimentId: string, next: (entries: readonly ResultEntry[]) => readonly ResultEntry[]): void {
        this.byExperiment.set(experimentId, [...next(this.entries(experimentId))].sort(byAge));
        this.onDidChangeEmitter.fire(experimentId);
    }
}
