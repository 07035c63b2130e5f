import { Finding } from './finding';
import { TimeRange } from './time-series';

/** What a user asks for. The same in the API, over RPC and HTTP, and on the command line. */
export interface AnalysisRequest {
    /** Id of the module: `anomalies`. */
    readonly module: string;
    /** UUID of the experiment at the trace server. */
    readonly experimentId: string;
    /** Which outputs and series; without it the module takes what fits it. */
    readonly selection?: SeriesSelection;
    /** Which stretch; without it the whole trace. */
    readonly range?: TimeRange;
    /** Parameters by the module's schema; what is missing takes its default. */
    readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * What an analysis is told to look at: series, one or many; two series, which it compares; or the whole trace, of which it knows itself
 * what it needs.
 */
export type LooksAt = 'series' | 'pair' | 'trace';

/** Each word is a case-insensitive part of the id, the name, or the label path joined by `/`; several are united. */
export interface SeriesSelection {
    readonly outputs?: readonly string[];
    readonly series?: readonly string[];
}

/** What a result was computed from: enough to judge it and to compute it again. */
export interface Provenance {
    readonly module: string;
    /** Version of the module's computation: raised when the same input would give another answer. */
    readonly moduleVersion: number;
    readonly experimentId: string;
    readonly experimentName: string;
    /** The parameters with all defaults filled in. */
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly range: TimeRange;
    /** Ids of the series that were looked at. */
    readonly series: readonly string[];
    /** Points looked at, in all. */
    readonly points: number;
    /** The step between points in ns, undefined when the points are taken as they came. */
    readonly resamplingNs?: bigint;
    /** The method that was used, and in one sentence why it. */
    readonly method: string;
    readonly methodReason: string;
    /** What lowers the worth of the result, a sentence each: lost events, series left out, … */
    readonly warnings: readonly string[];
    readonly durationMs: number;
    /** The command line that computes the same. */
    readonly command: string;
}

/** `D` is the module's own data, drawable without asking the trace server again. */
export interface AnalysisResult<D = unknown> {
    readonly provenance: Provenance;
    /** By severity, the worst first. */
    readonly findings: readonly Finding[];
    readonly data: D;
}

/** How far a running analysis is. */
export interface Progress {
    /** 0 to 1. */
    readonly fraction: number;
    /** What is being done, e.g. "fetching Event Rate". */
    readonly message: string;
}
