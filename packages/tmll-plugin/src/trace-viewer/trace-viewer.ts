import * as vscode from 'vscode';
import type { RevealRequest } from 'tmll-service/protocol';
import { fromWireRange, NsRange } from './ns';
import { outputDescriptor } from './output-descriptor';
import { RevealSteps, revealSteps } from './reveal-zoom';
import { SignalLine } from './signal-line';
import type { TraceServerContributor, TraceViewerApi, ViewerPanel } from './trace-viewer-api';
import { TrackedExperiment, ViewerModel } from './viewer-model';

/** The Trace Viewer as the companion sees it: what it shows, and what it can be told. */
export class TraceViewer implements vscode.Disposable {
    private readonly changeEmitter = new vscode.EventEmitter<void>();
    /** What it shows has changed. */
    readonly onDidChange = this.changeEmitter.event;
    private readonly openEmitter = new vscode.EventEmitter<TrackedExperiment>();
    /** An experiment has come to front for the first time. */
    readonly onDidOpen = this.openEmitter.event;

    private readonly model = new ViewerModel();
    private readonly line: SignalLine;
    private readonly tabs = new Set<vscode.WebviewPanel>();
    private readonly seen = new Set<string>();

    /** @param api checked before: what is needed is there */
    constructor(
        private readonly api: TraceViewerApi,
        private readonly gateway: () => string | undefined
    ) {
        this.line = new SignalLine(api);
        this.follow();
        this.api.onWebviewPanelCreated?.(tab => {
            this.tabs.add(tab);
            tab.onDidDispose(() => this.tabs.delete(tab));
        });
        const active = api.getActiveExperiment();
        if (active) {
            this.model.activated(active);
        }
    }

    get state(): ViewerModel['state'] {
        return this.model.state;
    }

    /** The experiment that the user looks at. */
    get front(): TrackedExperiment | undefined {
        return this.model.front;
    }

    contribute(contributor: TraceServerContributor): void {
        this.api.addTraceServerContributor?.(contributor);
    }

    /**
     * Marks a stretch of time in the tab of an experiment, with the chart that it is about, and brings it into sight.
     * @returns false when no tab shows the experiment, or the Trace Viewer cannot be told
     * @throws Error in one sentence when the range is none
     */
    async reveal({ experimentId, startNs, endNs, outputId }: RevealRequest): Promise<boolean> {
        const range = fromWireRange({ startNs, endNs });
        if (!range) {
            throw new Error('The range to show is none: it must be two decimal numbers of ns in order.');
        }
        const experiment = this.model.find(experimentId);
        const panel = this.panelOf(experimentId);
        if (!experiment || !panel) {
            return false;
        }
        this.bringToFront(experiment);
        await this.addChart(panel, experimentId, outputId);
        return this.select(experiment, range);
    }

    /**
     * Has the list of views read again, as the Trace Viewer does on choosing another experiment: it knows no other way.
     * @returns whether it could be told
     */
    refreshViews(experimentId: string): boolean {
        const active = this.api.getActiveExperiment();
        if (active?.UUID !== experimentId) {
            // It is read when its turn comes.
            return true;
        }
        return this.line.send('EXPERIMENT_SELECTED', undefined) && this.line.send('EXPERIMENT_SELECTED', active);
    }

    /** Has the list of open traces read again. */
    async refreshTraces(): Promise<void> {
        await vscode.commands.executeCommand('trace-explorer.refreshContext');
    }

    dispose(): void {
        this.line.dispose();
        this.changeEmitter.dispose();
        this.openEmitter.dispose();
    }

    private follow(): void {
        const { line, model } = this;
        line.on('TRACEVIEWERTAB_ACTIVATED', experiment => this.change(() => model.activated(experiment)));
        line.on('EXPERIMENT_SELECTED', experiment => this.change(() => model.selected(experiment)));
        line.on('EXPERIMENT_UPDATED', experiment => this.change(() => model.updated(experiment)));
        line.on('EXPERIMENT_CLOSED', ({ UUID }) => this.change(() => model.closed(UUID)));
        line.on('EXPERIMENT_DELETED', ({ UUID }) => this.change(() => model.closed(UUID)));
        line.on('CLOSE_TRACEVIEWERTAB', id => this.change(() => model.closed(id)));
        line.on('VIEW_RANGE_UPDATED', payload => this.change(() => model.viewChanged(payload)));
        line.on('SELECTION_RANGE_UPDATED', payload => this.change(() => model.selectionChanged(payload)));
    }

    private change(action: () => void): void {
        action();
        this.changeEmitter.fire();
        const { front } = this;
        if (front && !this.seen.has(front.id)) {
            this.seen.add(front.id);
            this.openEmitter.fire(front);
        }
    }

    private panelOf(experimentId: string): ViewerPanel | undefined {
        const panels = Object.values(this.api.getActiveWebviewPanels?.() ?? {});
        return panels.find(panel => panel?.getExperiment?.()?.UUID === experimentId);
    }

    /** A tab bears the name of its experiment, which is unique at a trace server. */
    private bringToFront({ name }: TrackedExperiment): void {
        const tab = [...this.tabs].find(({ title }) => title === name);
        if (tab && !tab.visible) {
            tab.reveal(undefined, true);
        }
    }

    private async addChart(panel: ViewerPanel, experimentId: string, outputId: string | undefined): Promise<void> {
        const gateway = this.gateway();
        if (outputId !== undefined && gateway !== undefined && panel.addOutput) {
            const descriptor = await outputDescriptor(gateway, experimentId, outputId);
            if (descriptor) {
                panel.addOutput(descriptor);
            }
        }
    }

    private async select(experiment: TrackedExperiment, range: NsRange): Promise<boolean> {
        const origin = experiment.full.start;
        const timeRange = { start: range.start - origin, end: range.end - origin };
        const told = this.line.send('REQUEST_SELECTION_RANGE_CHANGE', { experimentUUID: experiment.id, timeRange });
        // The commands look at the tab in front, which is that of the experiment unless the host could not bring it there.
        if (told && this.api.getActiveExperiment()?.UUID === experiment.id) {
            await zoom(revealSteps(range, experiment.full, experiment.view));
        }
        return told;
    }
}

async function zoom({ reset, zoom: steps }: RevealSteps): Promise<void> {
    if (reset) {
        await vscode.commands.executeCommand('outputs.reset');
    }
    for (let step = 0; step < Math.abs(steps); step++) {
        await vscode.commands.executeCommand(steps > 0 ? 'outputs.zoomIn' : 'outputs.zoomOut');
    }
}
