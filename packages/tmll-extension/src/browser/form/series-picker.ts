import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { DisposableCollection, Emitter, Event } from '@theia/core';
import type { SeriesSelection } from 'tmll-analysis/algorithms';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { fetchSeries, isAnalysable } from './output-series';
import { choiceOf, chooseOutputs, countAll, OutputNode, SeriesChoice, SeriesNode, toSelection } from './series-choice';
import { messageOf } from '../../common/message-of';

/** Which series are analysed: those in the open panes, those that the analysis takes when it is told nothing, or those picked one by one. */
export type PickMode = 'panes' | 'fitting' | 'picked';

interface Pick {
    readonly mode: PickMode;
    /** What was picked last, so that it is there again on coming back to it. */
    readonly choice: SeriesChoice;
}

/** What the user has picked of the series of each open trace. */
@injectable()
export class SeriesPicker {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected readonly ofSession = new DisposableCollection();
    protected readonly picks = new WeakMap<TraceSession, Pick>();
    protected readonly trees = new WeakMap<TraceSession, ReadonlyMap<string, Partial<OutputNode>>>();

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeActive(() => this.followSession());
        this.followSession();
    }

    /** The outputs of the trace in front that can be analysed. */
    get outputs(): readonly OutputNode[] {
        const { active } = this.sessions;
        const trees = active && this.trees.get(active);
        return (active?.outputs ?? [])
            .filter(isAnalysable)
            .map(({ id, name, description }) => ({ id, name, description, ...trees?.get(id) }));
    }

    /** Until the user chooses, what the open panes show. */
    get mode(): PickMode {
        return this.pick?.mode ?? 'panes';
    }

    setMode(mode: PickMode): void {
        this.put({ mode, choice: mode === 'picked' ? (this.pick?.choice ?? this.choice) : this.choice });
    }

    /** What is checked; nothing when it is left to the analysis. */
    get choice(): SeriesChoice {
        switch (this.mode) {
            case 'panes':
                return this.inPanes();
            case 'fitting':
                return new Map();
            case 'picked':
                return this.pick?.choice ?? new Map();
        }
    }

    /** Picks one by one. */
    choose(choice: SeriesChoice): void {
        this.put({ mode: 'picked', choice });
    }

    /** Picks an output alone. */
    chooseOutput(outputId: string): void {
        this.choose(chooseOutputs(this.outputs.filter(({ id }) => id === outputId)));
    }

    /** Number of series that are chosen; undefined while some are not loaded, or when it is left to the analysis. */
    get count(): number | undefined {
        return this.mode === 'fitting' ? undefined : countAll(this.choice, this.outputs);
    }

    /** What a request carries; undefined leaves it to the analysis. */
    get selection(): SeriesSelection | undefined {
        return toSelection(this.choice);
    }

    /** Picks what a request has asked for. */
    load(selection: SeriesSelection | undefined): void {
        if (selection === undefined) {
            this.setMode('fitting');
            return;
        }
        const choice = choiceOf(selection, this.outputs);
        this.choose(choice);
        [...choice.keys()].forEach(id => this.loadSeries(id));
    }

    /** Loads the series of an output, unless that is done. */
    async loadSeries(outputId: string): Promise<void> {
        const session = this.sessions.active;
        const output = session?.outputs.find(({ id }) => id === outputId);
        if (!session || !output || !isAnalysable(output) || this.trees.get(session)?.get(outputId)?.series) {
            return;
        }
        let loaded: { series: readonly SeriesNode[] } | { error: string };
        try {
            loaded = { series: await fetchSeries(session.client, session.experiment, output) };
        } catch (error) {
            loaded = { error: messageOf(error) };
        }
        this.trees.set(session, new Map(this.trees.get(session)).set(outputId, loaded));
        this.onDidChangeEmitter.fire();
    }

    protected get pick(): Pick | undefined {
        const { active } = this.sessions;
        return active && this.picks.get(active);
    }

    protected put(pick: Pick): void {
        const { active } = this.sessions;
        if (active) {
            this.picks.set(active, pick);
            this.onDidChangeEmitter.fire();
        }
    }

    protected inPanes(): SeriesChoice {
        const panes = new Set(this.sessions.active?.panes);
        return chooseOutputs(this.outputs.filter(({ id }) => panes.has(id)));
    }

    protected followSession(): void {
        this.ofSession.dispose();
        const { active } = this.sessions;
        if (active) {
            this.ofSession.push(active.onDidChangePanes(() => this.followPanes()));
        }
        this.followPanes();
    }

    /** Loads the series of what the panes show: how many there are decides what is chosen. */
    protected followPanes(): void {
        this.onDidChangeEmitter.fire();
        this.sessions.active?.panes.forEach(id => this.loadSeries(id));
    }
}
