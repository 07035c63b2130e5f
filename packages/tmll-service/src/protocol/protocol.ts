import type {
    AnalysisRequest,
    AnalysisResult,
    Finding,
    LooksAt,
    ParameterSchema,
    Progress,
    Wire
} from 'tmll-analysis/algorithms';

/**
 * What `tmll-service` speaks: HTTP on loopback, JSON (ns as decimal strings), and server-sent events. Every path below
 * `/tmll` wants `Authorization: Bearer <token>`; `/tsp/api` is the trace server's protocol with the results of analyses in
 * it, `/tsp/plain/api` the same without them.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /tmll/health` | `ServiceHealth` |
 * | `GET /tmll/modules` | `ModuleDescriptor[]` |
 * | `GET /tmll/jobs` | `Job[]`, newest first |
 * | `POST /tmll/jobs` with `Wire<AnalysisRequest>` | 202 `Job` (200 and `done` at once when the result is stored) |
 * | `GET /tmll/jobs/{id}` | `Job` |
 * | `DELETE /tmll/jobs/{id}` | 202 `Job`; cancels |
 * | `GET /tmll/results` | `ResultSummary[]` of all results, newest first |
 * | `GET /tmll/results?experiment={uuid}` | `ResultSummary[]` of what this open experiment holds now, and of what it held before its traces changed, newest first |
 * | `GET /tmll/results/{id}` | `StoredResult` |
 * | `DELETE /tmll/results/{id}` | 204 |
 * | `GET /tmll/runs?experiment={uuid}` | `Run[]` of this open experiment, newest first |
 * | `DELETE /tmll/runs/{id}` | 204; forgets a run, its result stays |
 * | `GET /tmll/findings?experiment={uuid}` | `ListedFinding[]` of what this open experiment holds now, the worst first: those that charts show |
 * | `GET /tmll/report?experiment={uuid}` | `text/html`: the newest result of each analysis of this open experiment as one page, that of `tmll report` |
 * | `GET /tmll/report?result={id}` | `text/html`: what one result means |
 * | `GET /tmll/trace-compass` | `TraceCompassState` |
 * | `POST /tmll/trace-compass` | 202 `TraceCompassState`; downloads and installs it unless it is there |
 * | `DELETE /tmll/trace-compass` | 202 `TraceCompassState`; stops the download |
 * | `GET /tmll/events` | `text/event-stream` of `ServiceEvent` |
 *
 * Results belong to the content of traces: opened again, under another UUID or by another host, the same files have the
 * same results; those of a trace that has changed since are `stale`, but can still be read. Asking for a job that is queued or running already answers with that job.
 *
 * Errors are `{ title, detail }` with a 4xx or 5xx status.
 */
export const PROTOCOL_VERSION = 1;

export interface ServiceHealth {
    readonly status: 'UP';
    readonly protocolVersion: number;
    readonly version: string;
    readonly pid: number;
    /** The trace server behind `/tsp`. */
    readonly traceServer: TraceServerState;
}

export interface TraceServerState {
    /**
     * `starting` only before it is up for the first time. The embedded one is started again when it has died: it is `down`
     * meanwhile, and once `up` again it has no experiments, so clients open theirs anew.
     */
    readonly status: 'starting' | 'up' | 'down';
    /** What happened to it, when it is down. */
    readonly message?: string;
}

/** Trace Compass on the machine of the service. A service uses it that is started with `--trace-compass`. */
export interface TraceCompassState {
    /** Undefined when there is none. */
    readonly executable?: string;
    /** Where it was found. */
    readonly from?: 'preference' | 'TRACE_SERVER_PATH' | 'installation' | 'PATH';
    /** How far an installation is, while one runs. */
    readonly installing?: {
        readonly step: 'downloading' | 'checking' | 'unpacking' | 'done';
        readonly bytes?: number;
        readonly totalBytes?: number;
    };
    /** Why the last installation failed: one sentence for people. */
    readonly error?: string;
}

/** An analysis on offer. */
export interface ModuleDescriptor {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly version: number;
    readonly schema: ParameterSchema;
    /** Whether it has something to say of a whole trace when it is told nothing else. */
    readonly standalone: boolean;
    readonly looksAt: LooksAt;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Job {
    readonly id: string;
    readonly state: JobState;
    readonly request: Wire<AnalysisRequest>;
    readonly progress: Progress;
    /** Set when `done`. */
    readonly resultId?: string;
    /** Set when `failed`: one sentence for people. */
    readonly error?: string;
    /** Times of the service's clock, ISO 8601. */
    readonly createdAt: string;
    /** When a worker began with it. */
    readonly startedAt?: string;
    readonly finishedAt?: string;
}

/**
 * An analysis that has ended, in the history of its traces: kept over restarts, until its result is deleted. One that was answered
 * with a stored result is no run of its own.
 */
export interface Run {
    /** Of its job. */
    readonly id: string;
    readonly state: 'done' | 'failed' | 'cancelled';
    /** In a list, with the UUID of the experiment that was asked about. */
    readonly request: Wire<AnalysisRequest>;
    /** Set when `done`; the result itself may be gone, when there were too many. */
    readonly resultId?: string;
    /** Set when `failed`: one sentence for people. */
    readonly error?: string;
    readonly createdAt: string;
    readonly startedAt?: string;
    readonly finishedAt: string;
    /** The traces have changed since. */
    readonly stale?: boolean;
}

export interface ResultSummary {
    readonly id: string;
    /** The experiment that was asked about; in a list of all results the one that the result was computed for. */
    readonly experimentId: string;
    readonly module: string;
    readonly method: string;
    readonly findings: number;
    /** Severity of the worst finding, 0 when there is none. */
    readonly severity: number;
    readonly createdAt: string;
    /** The traces have changed since it was computed; told where one experiment is asked about. */
    readonly stale?: boolean;
}

export type ServiceEvent =
    | { readonly type: 'job'; readonly job: Job }
    | { readonly type: 'result-added'; readonly result: ResultSummary }
    /** `experimentId` is the one that the result was computed for; the same content may be open under another. */
    | { readonly type: 'result-deleted'; readonly resultId: string; readonly experimentId: string }
    /** The experiment in its request is the one that it was computed for. */
    | { readonly type: 'run-added'; readonly run: Run }
    | { readonly type: 'run-deleted'; readonly runId: string }
    | { readonly type: 'trace-server'; readonly state: TraceServerState }
    | { readonly type: 'trace-compass'; readonly state: TraceCompassState };

export type StoredResult = Wire<AnalysisResult> & { readonly id: string };

/** A finding as lists show it. Of several results on one series the newest counts, as on the charts. */
export interface ListedFinding {
    /** The same when it is found again. */
    readonly key: string;
    readonly module: string;
    /** For people. */
    readonly moduleName: string;
    readonly resultId: string;
    readonly finding: Wire<Finding>;
    /** The level that its severity falls into. */
    readonly level: SeverityLevel;
    /** Its sentence without the name of the series. */
    readonly what: string;
    /** The whole path of its series. */
    readonly where: string;
    /** Since the start of the trace, e.g. `+17.200 s`. */
    readonly when: string;
    /** E.g. `400 ms`. */
    readonly lasts: string;
}

/** From 80, 60, 40, 20 and 0 on. */
export type SeverityLevel = 'Critical' | 'High' | 'Medium' | 'Low' | 'Info';

/** What a host finds in the lock file of a running service (`<user data>/tmll/service.json`, mode 0600). */
export interface ServiceLock {
    readonly protocolVersion: number;
    readonly pid: number;
    readonly port: number;
    readonly token: string;
}

export interface ErrorBody {
    readonly title: string;
    readonly detail: string;
}
