import { Event } from '@theia/core';
import { Experiment } from 'tsp-typescript-client/lib/models/experiment';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { TimeModel, TimeWindow } from './time-model';

/** An experiment that is open in a trace tab. */
export interface TraceSession {
    readonly experiment: Experiment;
    readonly client: HttpTspClient;
    /** Ns since the epoch to which the times of `time` are relative: the experiment's start. */
    readonly origin: bigint;
    readonly time: TimeModel;
    /** What the trace server can show of it. */
    readonly outputs: readonly OutputDescriptor[];
    /** Ids of the outputs that have a pane, from top to bottom. */
    readonly panes: readonly string[];
    readonly onDidChangePanes: Event<void>;
    addPane(outputId: string): void;
    removePane(outputId: string): void;
    /** Shows a stretch of time with a margin on both sides and marks it. */
    reveal(window: TimeWindow): void;
}

/** The open traces, and the way to open more. */
export const TraceSessionManager = Symbol('TraceSessionManager');
export interface TraceSessionManager {
    readonly sessions: readonly TraceSession[];
    /** The session whose tab was last in front. */
    readonly active: TraceSession | undefined;
    readonly onDidChangeActive: Event<TraceSession | undefined>;
    readonly onDidChangeSessions: Event<void>;
    /**
     * Opens traces as one experiment in a tab, shows progress, and resolves once the tab is up.
     * @param paths of trace folders or files on the trace server's machine
     * @throws Error with one sentence for the user when they cannot be read
     */
    open(paths: readonly string[]): Promise<TraceSession>;
    /** Brings the tab of an experiment to front; opens it again when it was closed. */
    show(experimentId: string): Promise<TraceSession>;
}
