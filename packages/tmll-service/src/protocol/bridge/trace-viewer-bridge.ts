/**
 * How the companion plugin of the Trace Viewer and the workbench of a Theia application that holds `tmll-extension` talk: by
 * commands of each other. Their arguments and answers are JSON; times are ns since the epoch as decimal strings.
 *
 * The plugin knows what the Trace Viewer shows, the workbench has the panel and the findings: where the workbench is there, the
 * plugin has no views of its own.
 *
 * | command | registered by | argument | answer |
 * | --- | --- | --- | --- |
 * | `tmll.workbench.connect` | workbench | – | `WorkbenchGreeting` |
 * | `tmll.workbench.follow` | workbench | `TraceViewerState` | – |
 * | `tmll.plugin.gateway` | plugin | address, undefined while there is none | – |
 * | `tmll.plugin.reveal` | plugin | `RevealRequest` | whether the Trace Viewer shows the experiment |
 * | `tmll.plugin.refreshViews` | plugin | id of an experiment | – |
 * | `tmll.plugin.refreshTraces` | plugin | – | – |
 */
export const WorkbenchCommands = {
    connect: 'tmll.workbench.connect',
    follow: 'tmll.workbench.follow'
} as const;

export const PluginCommands = {
    gateway: 'tmll.plugin.gateway',
    reveal: 'tmll.plugin.reveal',
    /** Results have come or gone: the list of views of an experiment is read again. */
    refreshViews: 'tmll.plugin.refreshViews',
    /** Traces were opened or closed elsewhere: the list of them is read again. */
    refreshTraces: 'tmll.plugin.refreshTraces'
} as const;

/** What the workbench tells a plugin that has just started. */
export interface WorkbenchGreeting {
    /** The workbench speaks the commands of this version. */
    readonly bridgeVersion: number;
    /** Address of the gateway, without the path of the protocol; undefined while its service is not up. */
    readonly gateway?: string;
}

export const BRIDGE_VERSION = 1;

/** A stretch of time; both ends are in it. */
export interface WireRange {
    readonly startNs: string;
    readonly endNs: string;
}

/** All that the Trace Viewer shows; sent whole whenever something of it changes. */
export interface TraceViewerState {
    readonly experiments: readonly ShownExperiment[];
    /** The experiment whose tab was last in front; undefined when there is none. */
    readonly front?: string;
    /** Raised each time a tab of the Trace Viewer comes to front, also the same again: the user looks at it now. */
    readonly activations: number;
}

/** An experiment in a tab of the Trace Viewer. */
export interface ShownExperiment {
    readonly id: string;
    readonly name: string;
    /** What is on screen, once the Trace Viewer has told. */
    readonly view?: WireRange;
    /** What the user has marked; an instant has two equal ends. */
    readonly selection?: WireRange;
}

/** Asks for a stretch of time to be marked and brought into sight. */
export interface RevealRequest extends WireRange {
    readonly experimentId: string;
    /** The chart to show it on; added to the tab when it is not there. */
    readonly outputId?: string;
}
