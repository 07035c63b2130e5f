import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { Experiment } from 'tsp-typescript-client/lib/models/experiment';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { SeriesPath } from '../overlay/overlay';
import { defaultHeight, defaultPanes } from './default-panes';
import { PaneModel, PaneState } from './pane-model';
import { TimeWindow } from './time-model';
import { TimeModelImpl } from './time-model-impl';
import { TraceSession } from './trace-session';
import { ViewHistory } from './view-history';

/** What is kept of a session over a reload, as JSON. Times are ns from the start of the trace, exact below 2^53. */
export interface TraceSessionState {
    readonly panes: readonly PaneState[];
    readonly view: TimeWindow;
    readonly selection?: TimeWindow;
    /** Id of a marker set of the trace server. */
    readonly markerSet?: string;
}

/** What the trace server says of an experiment that it has read to its end. */
export interface OpenedExperiment {
    readonly paths: readonly string[];
    readonly experiment: Experiment;
    readonly outputs: readonly OutputDescriptor[];
    readonly client: HttpTspClient;
    readonly baseUrl: string;
}

/** Room on both sides of what is revealed, as a share of its length. */
const REVEAL_MARGIN = 1;
/** An instant, and what is shorter, is revealed with at least this share of the trace around it. */
const REVEAL_LEAST = 0.01;

/** An open experiment: its times, its panes and their order. */
export class TraceSessionImpl implements TraceSession, Disposable {
    readonly time: TimeModelImpl;
    readonly history: ViewHistory;
    readonly paths: readonly string[];
    readonly experiment: Experiment;
    readonly outputs: readonly OutputDescriptor[];
    readonly client: HttpTspClient;
    readonly baseUrl: string;

    private readonly toDispose = new DisposableCollection();
    private readonly panesEmitter = new Emitter<void>();
    private readonly scrollEmitter = new Emitter<string>();
    private readonly seriesEmitter = new Emitter<string>();
    private readonly requestedSeries = new Map<string, SeriesPath[]>();
    private readonly markerSetEmitter = new Emitter<string | undefined>();
    private currentMarkerSet: string | undefined;
    private models: readonly PaneModel[];

    /** @param state of an earlier session of the same traces; panes of outputs that are gone are left out */
    constructor(opened: OpenedExperiment, state?: TraceSessionState) {
        this.paths = opened.paths;
        this.experiment = opened.experiment;
        this.outputs = opened.outputs;
        this.client = opened.client;
        this.baseUrl = opened.baseUrl;
        this.time = new TimeModelImpl(Number(this.experiment.end - this.experiment.start));
        const known = state?.panes.filter(pane => this.findOutput(pane.outputId));
        this.models = known
            ? known.map(pane => this.createPane(pane.outputId, pane))
            : defaultPanes(this.outputs).map(outputId => this.createPane(outputId));
        if (state) {
            this.time.setView(state.view);
            this.time.setSelection(state.selection);
            this.currentMarkerSet = state.markerSet;
        }
        this.history = new ViewHistory(this.time);
        this.toDispose.pushAll([
            this.history,
            this.time,
            this.panesEmitter,
            this.scrollEmitter,
            this.seriesEmitter,
            this.markerSetEmitter
        ]);
    }

    get origin(): bigint {
        return this.experiment.start;
    }

    get panes(): readonly string[] {
        return this.models.map(model => model.outputId);
    }

    get paneModels(): readonly PaneModel[] {
        return this.models;
    }

    get onDidChangePanes(): Event<void> {
        return this.panesEmitter.event;
    }

    /** Fires with the output whose pane is to be brought into sight. */
    get onDidRequestScroll(): Event<string> {
        return this.scrollEmitter.event;
    }

    get onDidRequestSeries(): Event<string> {
        return this.seriesEmitter.event;
    }

    /** The marker set of the trace server that is drawn; undefined: none. */
    get markerSet(): string | undefined {
        return this.currentMarkerSet;
    }

    get onDidChangeMarkerSet(): Event<string | undefined> {
        return this.markerSetEmitter.event;
    }

    setMarkerSet(markerSet: string | undefined): void {
        this.currentMarkerSet = markerSet;
        this.markerSetEmitter.fire(markerSet);
    }

    addPane(outputId: string): void {
        const output = this.findOutput(outputId);
        if (!output) {
            throw new Error(`The trace ${this.experiment.name} has no output "${outputId}".`);
        }
        if (!this.panes.includes(outputId)) {
            this.models = [...this.models, this.createPane(outputId)];
            this.panesEmitter.fire();
        }
        this.scrollEmitter.fire(outputId);
    }

    removePane(outputId: string): void {
        const removed = this.models.find(model => model.outputId === outputId);
        if (removed) {
            this.models = this.models.filter(model => model !== removed);
            removed.dispose();
            this.panesEmitter.fire();
        }
    }

    /** Moves a pane up (-1) or down (1). */
    movePane(outputId: string, by: -1 | 1): void {
        const from = this.panes.indexOf(outputId);
        const to = from + by;
        if (from >= 0 && to >= 0 && to < this.models.length) {
            const models = [...this.models];
            [models[from], models[to]] = [models[to], models[from]];
            this.models = models;
            this.panesEmitter.fire();
        }
    }

    /** Puts a pane where another one is: above it when it comes from below, else below it. */
    dropPane(outputId: string, otherId: string): void {
        const from = this.panes.indexOf(outputId);
        const to = this.panes.indexOf(otherId);
        if (from >= 0 && to >= 0 && from !== to) {
            const models = [...this.models];
            models.splice(to, 0, ...models.splice(from, 1));
            this.models = models;
            this.panesEmitter.fire();
        }
    }

    pinPane(outputId: string, pinned: boolean): void {
        this.findPane(outputId)?.setPinned(pinned);
        this.models = [...this.models];
        this.panesEmitter.fire();
    }

    findPane(outputId: string): PaneModel | undefined {
        return this.models.find(model => model.outputId === outputId);
    }

    showSeries(outputId: string, path: SeriesPath): void {
        this.addPane(outputId);
        this.requestedSeries.set(outputId, [...(this.requestedSeries.get(outputId) ?? []), path]);
        this.seriesEmitter.fire(outputId);
    }

    takeRequestedSeries(outputId: string): readonly SeriesPath[] {
        const requested = this.requestedSeries.get(outputId) ?? [];
        this.requestedSeries.delete(outputId);
        return requested;
    }

    reveal({ start, end }: TimeWindow): void {
        const { full } = this.time;
        const least = (full.end - full.start) * REVEAL_LEAST;
        const margin = Math.max((end - start) * REVEAL_MARGIN, (least - (end - start)) / 2, 1);
        this.time.setView({ start: start - margin, end: end + margin });
        this.time.setSelection({ start, end });
    }

    toState(): TraceSessionState {
        return {
            panes: this.models.map(model => model.toState()),
            view: this.time.view,
            selection: this.time.selection,
            markerSet: this.currentMarkerSet
        };
    }

    dispose(): void {
        this.toDispose.dispose();
        this.models.forEach(model => model.dispose());
    }

    private createPane(outputId: string, state?: PaneState): PaneModel {
        const output = this.findOutput(outputId);
        return new PaneModel(outputId, output ? defaultHeight(output) : 0, state);
    }

    private findOutput(outputId: string): OutputDescriptor | undefined {
        return this.outputs.find(output => output.id === outputId);
    }
}
