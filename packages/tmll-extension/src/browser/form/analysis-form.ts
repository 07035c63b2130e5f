import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { DisposableCollection, Emitter, Event, nls } from '@theia/core';
import type { AnalysisRequest } from 'tmll-analysis/algorithms';
import type { Job, ModuleDescriptor } from 'tmll-service/protocol';
import { TraceSession, TraceSessionManager } from 'tmll-viewer';
import { JobModel } from '../results/job-model';
import { RangeKind, rangeOf, SessionTimes, windowOf } from './analysis-range';
import { fetchSeries, isAnalysable } from './output-series';
import { defaultValues, ParameterValues, ParsedParameters, parseParameters } from './parameter-values';
import { chooseOutputs, OutputNode, SeriesChoice, SeriesNode, toSelection } from './series-choice';
import { messageOf } from '../../common/message-of';

/** What the analysis panel's form holds: which analysis of which series of the trace in front, and how. */
@injectable()
export class AnalysisForm {
    @inject(TraceSessionManager)
    protected readonly sessions: TraceSessionManager;

    @inject(JobModel)
    protected readonly jobs: JobModel;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    protected readonly ofSession = new DisposableCollection();
    /** Choices of every open trace, so that one finds them again on coming back to its tab. */
    protected readonly choices = new WeakMap<TraceSession, SeriesChoice>();
    protected readonly trees = new WeakMap<TraceSession, ReadonlyMap<string, Partial<OutputNode>>>();
    protected readonly valuesByModule = new Map<string, ParameterValues>();
    protected moduleId: string | undefined;
    protected rangeKind: RangeKind = 'trace';
    protected runError: string | undefined;

    @postConstruct()
    protected init(): void {
        this.sessions.onDidChangeActive(() => this.followSession());
        this.jobs.onDidChange(() => this.onDidChangeEmitter.fire());
        this.jobs.onDidEnd(job => this.showFailure(job));
        this.followSession();
    }

    /** The trace that is analysed: the one in front. */
    get session(): TraceSession | undefined {
        return this.sessions.active;
    }

    get module(): ModuleDescriptor | undefined {
        const { modules } = this.jobs;
        return modules.find(({ id }) => id === this.moduleId) ?? modules[0];
    }

    chooseModule(id: string): void {
        this.change(() => (this.moduleId = id));
    }

    get values(): ParameterValues {
        const { module } = this;
        return module ? (this.valuesByModule.get(module.id) ?? defaultValues(module.schema)) : {};
    }

    get parsed(): ParsedParameters {
        return this.module ? parseParameters(this.module.schema, this.values) : { parameters: {}, errors: {} };
    }

    setValue(name: string, value: string | boolean): void {
        const { module } = this;
        if (module) {
            this.change(() => this.valuesByModule.set(module.id, { ...this.values, [name]: value }));
        }
    }

    resetValues(): void {
        const { module } = this;
        if (module) {
            this.change(() => this.valuesByModule.delete(module.id));
        }
    }

    /** The outputs of the trace that can be analysed. */
    get outputs(): readonly OutputNode[] {
        const { session } = this;
        const trees = session && this.trees.get(session);
        return (session?.outputs ?? [])
            .filter(isAnalysable)
            .map(({ id, name, description }) => ({ id, name, description, ...trees?.get(id) }));
    }

    /** Until the user chooses, the outputs in the open panes. */
    get choice(): SeriesChoice {
        const { session } = this;
        return (session && this.choices.get(session)) ?? this.outputsInPanes();
    }

    choose(choice: SeriesChoice): void {
        const { session } = this;
        if (session) {
            this.change(() => this.choices.set(session, choice));
        }
    }

    /** Chooses an output alone. */
    chooseOutput(outputId: string): void {
        this.choose(chooseOutputs(this.outputs.filter(({ id }) => id === outputId)));
    }

    /** Chooses what the open panes show, and goes on following them. */
    choosePanes(): void {
        const { session } = this;
        if (session) {
            this.change(() => this.choices.delete(session));
        }
    }

    /** Loads the series of an output, unless that is done. */
    async loadSeries(outputId: string): Promise<void> {
        const { session } = this;
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
        this.change(() => this.trees.set(session, new Map(this.trees.get(session)).set(outputId, loaded)));
    }

    /** A marked stretch of time that has gone leaves the whole trace. */
    get range(): RangeKind {
        const times = this.times();
        return times && this.rangeKind === 'selection' && !windowOf('selection', times) ? 'trace' : this.rangeKind;
    }

    chooseRange(range: RangeKind): void {
        this.change(() => (this.rangeKind = range));
    }

    times(): SessionTimes | undefined {
        const { session } = this;
        return session && { origin: session.origin, view: session.time.view, selection: session.time.selection };
    }

    /** Why the last run was not taken or has failed, one sentence. */
    get error(): string | undefined {
        return this.runError;
    }

    /** What keeps the form from being run, one sentence; undefined when nothing does. */
    get obstacle(): string | undefined {
        if (!this.session) {
            return nls.localize('tmll/form/noTrace', 'Open a trace to analyze it.');
        }
        if (!this.module) {
            return nls.localize('tmll/form/noModule', 'The analysis service is not ready yet.');
        }
        if (this.choice.size === 0) {
            return nls.localize('tmll/form/noSeries', 'Choose at least one series.');
        }
        return Object.keys(this.parsed.errors).length > 0
            ? nls.localize('tmll/form/invalid', 'Correct the marked parameters.')
            : undefined;
    }

    /** Runs what the form says; a refusal is found in `error`. */
    async run(): Promise<Job | undefined> {
        const request = this.request();
        if (!request) {
            return undefined;
        }
        this.change(() => (this.runError = undefined));
        try {
            return await this.jobs.run(request);
        } catch (error) {
            this.change(() => (this.runError = messageOf(error)));
            return undefined;
        }
    }

    protected showFailure({ state, request, error }: Job): void {
        if (state === 'failed' && request.experimentId === this.session?.experiment.UUID) {
            this.change(() => (this.runError = error));
        }
    }

    protected request(): AnalysisRequest | undefined {
        const { session, module } = this;
        const times = this.times();
        if (this.obstacle || !session || !module || !times) {
            return undefined;
        }
        return {
            module: module.id,
            experimentId: session.experiment.UUID,
            selection: toSelection(this.choice),
            range: rangeOf(this.range, times),
            parameters: this.parsed.parameters
        };
    }

    protected outputsInPanes(): SeriesChoice {
        const panes = new Set(this.session?.panes);
        return chooseOutputs(this.outputs.filter(({ id }) => panes.has(id)));
    }

    protected followSession(): void {
        this.ofSession.dispose();
        const { session } = this;
        if (session) {
            this.ofSession.pushAll([
                session.onDidChangePanes(() => this.followPanes()),
                session.time.onDidChangeView(() => this.onDidChangeEmitter.fire()),
                session.time.onDidChangeSelection(() => this.onDidChangeEmitter.fire())
            ]);
        }
        this.change(() => (this.runError = undefined));
        this.followPanes();
    }

    /** Loads the series of what the panes show: how many there are decides what is chosen. */
    protected followPanes(): void {
        this.onDidChangeEmitter.fire();
        this.session?.panes.forEach(id => this.loadSeries(id));
    }

    protected change(action: () => unknown): void {
        action();
        this.onDidChangeEmitter.fire();
    }
}
