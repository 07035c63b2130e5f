import type { AnalysisRequest, Wire } from 'tmll-analysis/algorithms';
import type {
    Job,
    ModuleDescriptor,
    ResultSummary,
    Run,
    ServiceEvent,
    StoredResult,
    TraceServerSettings,
    TraceServerState
} from 'tmll-service/protocol';

/** Path of the RPC channel between a window and the backend. */
export const TMLL_SERVER_PATH = '/services/tmll';

/** Path below the backend's origin at which the trace server's protocol (TSP) is served. */
export const TSP_PROXY_PATH = '/tmll-tsp';

/** What a window can ask the backend. Every rejection carries one sentence for the user. */
export const TmllServer = Symbol('TmllServer');
export interface TmllServer {
    serviceState(): Promise<ServiceState>;
    /** Starts the service again: after it was given up, or when its trace server is down. */
    restartService(): Promise<void>;
    listModules(): Promise<readonly ModuleDescriptor[]>;
    /** Answers at once; progress and end come as `ServiceEvent`s. */
    startJob(request: Wire<AnalysisRequest>): Promise<Job>;
    cancelJob(jobId: string): Promise<Job>;
    /** Newest first. */
    listJobs(): Promise<readonly Job[]>;
    /** Newest first, with those of what the traces were before they changed. */
    listResults(experimentId: string): Promise<readonly ResultSummary[]>;
    getResult(resultId: string): Promise<StoredResult>;
    deleteResult(resultId: string): Promise<void>;
    /** The analyses that have ended, newest first. */
    listRuns(experimentId: string): Promise<readonly Run[]>;
    /** Forgets a run; its result stays. */
    deleteRun(runId: string): Promise<void>;
    sampleTraces(): Promise<readonly SampleTraceFolder[]>;
    /** Paths of the traces that were named when the application was started. */
    initialTraces(): Promise<readonly string[]>;
}

/** What the backend tells every connected window. */
export const TmllClient = Symbol('TmllClient');
export interface TmllClient {
    notifyServiceEvent(event: ServiceEvent): void;
    /** Sent on every change, and again when events may have been missed: what was asked before must be asked anew. */
    notifyServiceState(state: ServiceState): void;
    notifyTraceServerChange(change: TraceServerChange): void;
}

/** The user wants another trace server, for which the service must start again. */
export interface TraceServerChange extends TraceServerSettings {
    /** Analyses that run: the service waits for their end; with none it is about to start. */
    readonly runningJobs: number;
}

/** How the analysis service is. */
export interface ServiceState {
    readonly status: 'starting' | 'up' | 'restarting' | 'down';
    /** One sentence on what happened, when it is not up. */
    readonly message?: string;
    /** Raised whenever another process has taken over: what its trace server had open is gone. */
    readonly generation: number;
    /** Where programs of this machine find the service, without a path; undefined while it is not up. */
    readonly url?: string;
    /** The trace server behind it; undefined while the service is not up. */
    readonly traceServer?: TraceServerState;
}

/** A trace that comes with the application. */
export interface SampleTraceFolder {
    readonly name: string;
    /** One sentence on what can be seen in it. */
    readonly description: string;
    /** Absolute path of the trace on the backend's machine. */
    readonly path: string;
}
