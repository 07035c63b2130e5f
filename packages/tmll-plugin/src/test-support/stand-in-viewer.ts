import { EventEmitter } from 'node:events';
import type * as vscode from 'vscode';
import type {
    TraceServerContributor,
    TraceViewerApi,
    ViewerExperiment,
    ViewerPanel,
    ViewerSignal,
    ViewerSignals
} from '../trace-viewer/trace-viewer-api';
import { commands, fakeHost, window } from './vscode';

interface Tab extends ViewerPanel {
    readonly experiment: ViewerExperiment;
    readonly webview: vscode.WebviewPanel;
    readonly outputs: object[];
}

/**
 * Stands in for the Trace Viewer 0.8: exports the same functions, sends the same signals with the same kinds of numbers (what has been
 * through its JSON parser is a bigint only when it is large), and its tabs take the same messages.
 */
export class StandInViewer {
    readonly signals = new EventEmitter();
    readonly contributors: TraceServerContributor[] = [];
    readonly tabs: Tab[] = [];
    /** How often its list of views was read, by experiment. */
    readonly listed: string[] = [];
    private front: Tab | undefined;
    private listedId: string | undefined;
    private readonly panelListeners: ((panel: vscode.WebviewPanel) => void)[] = [];

    constructor() {
        this.on('EXPERIMENT_SELECTED', experiment => {
            if (experiment?.UUID !== this.listedId) {
                this.listedId = experiment?.UUID;
                if (experiment) {
                    this.listed.push(experiment.UUID);
                }
            }
        });
        for (const id of ['outputs.reset', 'outputs.zoomIn', 'outputs.zoomOut', 'trace-explorer.refreshContext']) {
            commands.registerCommand(id, () => undefined);
        }
    }

    readonly api: Required<TraceViewerApi> = {
        getActiveExperiment: () => this.front?.experiment,
        onSignalManagerSignal: (event, listener) => void this.signals.on(event, listener as () => void),
        offSignalManagerSignal: (event, listener) => void this.signals.off(event, listener as () => void),
        addTraceServerContributor: contributor => void this.contributors.push(contributor),
        getActiveWebviewPanels: () => Object.fromEntries(this.tabs.map(tab => [tab.experiment.name, tab])),
        onWebviewPanelCreated: listener => void this.panelListeners.push(listener)
    };

    /** Puts it among the extensions of the host. */
    install(api: Partial<TraceViewerApi> = this.api): void {
        fakeHost.extension = { packageJSON: { version: '0.8.0' }, activate: async () => api };
    }

    on<K extends ViewerSignal>(signal: K, listener: (...args: ViewerSignals[K]) => void): void {
        this.signals.on(signal, listener as () => void);
    }

    emit<K extends ViewerSignal>(signal: K, ...args: ViewerSignals[K]): void {
        this.signals.emit(signal, ...args);
    }

    /** Opens a tab, as `traces.openTraceFile` does. */
    open(experiment: ViewerExperiment): Tab {
        const webview = window.createWebviewPanel('react', experiment.name, 1, {}) as unknown as vscode.WebviewPanel;
        const outputs: object[] = [];
        const tab: Tab = {
            experiment,
            webview,
            outputs,
            getExperiment: () => experiment,
            addOutput: descriptor => void outputs.push(descriptor)
        };
        this.tabs.push(tab);
        this.panelListeners.forEach(listener => listener(webview));
        this.activate(tab);
        return tab;
    }

    /** Brings a tab to front. */
    activate(tab: Tab): void {
        this.front = tab;
        this.emit('TRACEVIEWERTAB_ACTIVATED', tab.experiment);
        this.emit('EXPERIMENT_SELECTED', tab.experiment);
    }

    close(tab: Tab): void {
        this.tabs.splice(this.tabs.indexOf(tab), 1);
        this.emit('CLOSE_TRACEVIEWERTAB', tab.experiment.UUID);
        if (this.front === tab) {
            this.front = undefined;
            this.emit('EXPERIMENT_SELECTED', undefined);
        }
    }

    /** The user drags over a chart; times are ns from the start of the experiment. */
    select(experimentUUID: string, start: bigint, end: bigint): void {
        this.emit('SELECTION_RANGE_UPDATED', { experimentUUID, timeRange: parsed({ start, end }) });
    }

    zoom(experimentUUID: string, start: bigint, end: bigint): void {
        this.emit('VIEW_RANGE_UPDATED', { experimentUUID, timeRange: parsed({ start, end }) });
    }
}

/** What its JSON parser makes of numbers. */
function parsed({ start, end }: { start: bigint; end: bigint }): { start: bigint | number; end: bigint | number } {
    const parse = (value: bigint): bigint | number => (Number.isSafeInteger(Number(value)) ? Number(value) : value);
    return { start: parse(start), end: parse(end) };
}
