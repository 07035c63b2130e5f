import type * as vscode from 'vscode';

/** The extension that is the Trace Viewer. */
export const TRACE_VIEWER_ID = 'eclipse-cdt.vscode-trace-extension';

/** What the companion uses of an experiment; times are ns since the epoch. */
export interface ViewerExperiment {
    readonly UUID: string;
    readonly name: string;
    readonly start: bigint | number;
    readonly end: bigint | number;
}

/**
 * A range in a signal: ns from the start of the experiment, or from `offset` where there is one. They have been through a JSON
 * parser that makes bigints of large numbers only.
 */
export interface ViewerRange {
    readonly start: bigint | number | string;
    readonly end: bigint | number | string;
    readonly offset?: bigint | number | string;
}

export interface ViewerRangePayload {
    readonly experimentUUID: string;
    readonly timeRange?: ViewerRange;
}

/** The signals that the companion follows or sends, with what they carry. */
export interface ViewerSignals {
    TRACEVIEWERTAB_ACTIVATED: [experiment: ViewerExperiment];
    EXPERIMENT_SELECTED: [experiment: ViewerExperiment | undefined];
    EXPERIMENT_UPDATED: [experiment: ViewerExperiment];
    EXPERIMENT_CLOSED: [experiment: ViewerExperiment];
    EXPERIMENT_DELETED: [experiment: ViewerExperiment];
    CLOSE_TRACEVIEWERTAB: [experimentUUID: string];
    VIEW_RANGE_UPDATED: [payload: ViewerRangePayload];
    SELECTION_RANGE_UPDATED: [payload: ViewerRangePayload];
    REQUEST_SELECTION_RANGE_CHANGE: [payload: ViewerRangePayload];
}

export type ViewerSignal = keyof ViewerSignals;

/** A tab of the Trace Viewer. */
export interface ViewerPanel {
    getExperiment?(): ViewerExperiment | undefined;
    /** Adds a chart unless it is there. */
    addOutput?(descriptor: object): void;
}

/** What starts a trace server when the Trace Viewer finds none at its address. */
export interface TraceServerContributor {
    startServer(): Promise<void>;
    stopServer?(): Promise<void>;
    isApplicable?(pathToTrace: string): boolean;
}

/** What the Trace Viewer exports, as far as it is used here. */
export interface TraceViewerApi {
    getActiveExperiment(): ViewerExperiment | undefined;
    onSignalManagerSignal(event: string, listener: (...args: never[]) => void): void;
    offSignalManagerSignal(event: string, listener: (...args: never[]) => void): void;
    addTraceServerContributor?(contributor: TraceServerContributor): void;
    getActiveWebviewPanels?(): Readonly<Record<string, ViewerPanel | undefined>>;
    onWebviewPanelCreated?(listener: (panel: vscode.WebviewPanel) => void): void;
}

const NEEDED = ['getActiveExperiment', 'onSignalManagerSignal', 'offSignalManagerSignal'] as const;
const WANTED = ['addTraceServerContributor', 'getActiveWebviewPanels', 'onWebviewPanelCreated'] as const;

/** Names of functions that an API lacks: without those that are needed nothing can be followed. */
export function missingFunctions(api: unknown): {
    readonly needed: readonly string[];
    readonly wanted: readonly string[];
} {
    const lacks = (name: string): boolean => typeof (api as Record<string, unknown> | undefined)?.[name] !== 'function';
    return { needed: NEEDED.filter(lacks), wanted: WANTED.filter(lacks) };
}
