import { Event } from '@theia/core/lib/common/event';
import { Experiment } from 'tsp-typescript-client/lib/models/experiment';
import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { HttpTspClient } from 'tsp-typescript-client/lib/protocol/http-tsp-client';
import { SeriesPath } from '../overlay/overlay';
import { TimeModel, TimeWindow } from './time-model';

/** An experiment that is open in a trace tab. */
export interface TraceSession {
    readonly experiment: Experiment;
    /** The traces it was made of, as they were asked for: on the trace server's machine. */
    readonly paths: readonly string[];
    readonly client: HttpTspClient;
    /** Where `client` speaks TSP, for requests that it has no method for. */
    readonly baseUrl: string;
    /** Ns since the epoch to which the times of `time` are relative: the experiment's start. */
    readonly origin: bigint;
    readonly time: TimeModel;
    /** What the trace server can show of it. */
    readonly outputs: readonly OutputDescriptor[];
    /** Ids of the outputs that have a pane, from top to bottom. */
    readonly panes: readonly string[];
    readonly onDidChangePanes: Event<void>;
    /**
     * Adds a pane at the bottom and scrolls to it; only scrolls when it is there already.
     * @throws Error when the trace server has no such output
     */
    addPane(outputId: string): void;
    removePane(outputId: string): void;
    /** Adds the pane of an output where it is missing, and draws a series in it as if its box had been checked. */
    showSeries(outputId: string, path: SeriesPath): void;
    /** Fires with the id of the output of which `showSeries` wants a series; for renderers. */
    readonly onDidRequestSeries: Event<string>;
    /** The series that were asked for since the last call; for the renderer of the output, once it can draw them. */
    takeRequestedSeries(outputId: string): readonly SeriesPath[];
    /** Shows a stretch of time with a margin on both sides and marks it. */
    reveal(window: TimeWindow): void;
}

/** The open traces, and the way to open more. Who shows traces in other ways too binds it again. */
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
     * @throws Error with one sentence for the user when they cannot be read; OpeningCancelled when the user has given up
     */
    open(paths: readonly string[]): Promise<TraceSession>;
    /** Brings the tab of an experiment to front; opens it again when it was closed. */
    show(experimentId: string): Promise<TraceSession>;
}

/** The traces in the tabs of this viewer; for who binds `TraceSessionManager` to more than these. */
export const TraceTabs = Symbol('TraceTabs');
export interface TraceTabs extends TraceSessionManager {
    /** A tab has come to front, also the one that was the last in front. */
    readonly onDidShowTab: Event<void>;
}
