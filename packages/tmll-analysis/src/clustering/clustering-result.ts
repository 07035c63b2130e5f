import { SeriesReference, TimeRange } from '../series/time-series';
import { ClusterQuality } from './indices';

/** The data of an `AnalysisResult` of module `cluster`. */
export interface ClusteringData {
    /** Undefined when not asked for, or there are fewer than three series that vary. */
    readonly groups?: SeriesGroups;
    /** Undefined when not asked for, or there are too few values. */
    readonly phases?: TracePhases;
}

/** Series that move alike. */
export interface SeriesGroups {
    /** The largest first. */
    readonly groups: readonly SeriesGroup[];
    /** Series that are like no others, of `dbscan`. */
    readonly alone: readonly GroupedSeries[];
    readonly quality?: ClusterQuality;
    /** Series that do not vary, or have few values, and belong nowhere. */
    readonly constant: readonly GroupedSeries[];
}

export interface SeriesGroup {
    readonly members: readonly GroupedSeries[];
    /** Mean of the members, each at mean 0 and standard deviation 1. */
    readonly curve: { readonly originNs: bigint; readonly times: Float64Array; readonly values: Float64Array };
}

export interface GroupedSeries {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
}

/** The phases of a trace: a time graph of one line a kind of behaviour. */
export interface TracePhases {
    readonly windowNs: bigint;
    readonly kinds: readonly PhaseKind[];
    /** One after the other, in the order of time, neighbours of different kinds. */
    readonly phases: readonly Phase[];
    readonly quality?: ClusterQuality;
    /** The series that were looked at, in the order of `PhaseKind.means`. */
    readonly series: readonly (GroupedSeries & { readonly unit: string })[];
}

/** A kind of behaviour. */
export interface PhaseKind {
    /** `A`, `B`, … in the order in which they first occur; `–` for windows that are like no others. */
    readonly name: string;
    /** Share of the time, 0 to 1. */
    readonly share: number;
    /** Mean of each series in it, undefined where none has a value. */
    readonly means: readonly (number | undefined)[];
    /** Indices of the series by which it differs most from the rest, the foremost first. */
    readonly foremost: readonly number[];
}

export interface Phase extends TimeRange {
    /** Index into `kinds`. */
    readonly kind: number;
}
