import { ResourceKind } from '../series/resource-kind';
import { SeriesReference, TimeRange } from '../series/time-series';
import { UsagePattern } from '../statistics/usage-pattern';

/** The data of an `AnalysisResult` of module `idle`. */
export interface IdleData {
    readonly resources: readonly IdleResource[];
    /** How threads share the CPUs; undefined where the trace does not tell, or it was not asked for. */
    readonly scheduling?: CpuScheduling;
}

/** How much a resource rests. */
export interface IdleResource {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly kind: ResourceKind;
    readonly length: number;
    readonly average: number;
    readonly peak: number;
    readonly pattern: UsagePattern;
    readonly threshold: number;
    /** Ns for which there are values. */
    readonly knownNs: bigint;
    /** Ns of the idle periods. */
    readonly idleNs: bigint;
    /** The share of the time known that belongs to idle periods, 0 to 1. */
    readonly idleShare: number;
    /** Stretches below the threshold that are long enough, in the order of time; a value stands for the step that it begins. */
    readonly periods: readonly TimeRange[];
    readonly curve: { readonly originNs: bigint; readonly times: Float64Array; readonly values: Float64Array };
}

export interface CpuScheduling {
    readonly cpus: readonly CpuUse[];
    /** Over all CPUs, 0 to 1. */
    readonly utilization: number;
    readonly contextSwitchesPerSecond: number;
    /** By the time that they ran on all CPUs, the longest first. */
    readonly tasks: readonly TaskShare[];
    readonly uniqueTasks: number;
}

/** What one CPU did, exactly: from the ends of its states. */
export interface CpuUse {
    readonly cpu: number;
    /** Ns of which the trace tells what the CPU did. */
    readonly knownNs: bigint;
    readonly busyNs: bigint;
    /** 0 to 1. */
    readonly utilization: number;
    /** Times at which another thread, or none, took over. */
    readonly contextSwitches: number;
    readonly contextSwitchesPerSecond: number;
    readonly idlePeriods: number;
    readonly longestIdle?: TimeRange;
    readonly averageIdleNs: bigint;
    /** The tasks that ran longest on it, with their shares of the time known. */
    readonly tasks: readonly TaskShare[];
    readonly uniqueTasks: number;
    /** Share of each of 50 equal slices of the range for which it was busy; NaN where the trace does not tell. */
    readonly sliceValues: Float64Array;
}

export interface TaskShare {
    /** Name and thread id: `nginx (4711)`. */
    readonly name: string;
    readonly ns: bigint;
    /** Of the time known, 0 to 1. */
    readonly share: number;
}
