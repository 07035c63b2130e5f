import { SeriesReference, TimeRange } from '../series/time-series';
import { SegmentModel } from './segmentation';

/** The data of an `AnalysisResult` of module `changepoints`. */
export interface ChangePointData {
    readonly series: readonly SeriesChangePoints[];
    /** What several series together show, one a method that was asked for; none for a single series. */
    readonly joint: readonly JointChangePoints[];
}

/** Where one series changes. */
export interface SeriesChangePoints {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    /** Number of values looked at. */
    readonly length: number;
    /** How stretches between changes were described. */
    readonly model: SegmentModel;
    readonly changes: readonly ChangePoint[];
    /** The stretches between the changes: one more than there are changes, none for a series without values. */
    readonly segments: readonly Segment[];
    readonly curve: Curve;
    /** For each of up to some 2,000 equal steps the probability that something new begins in it (`changeProbabilities`). */
    readonly probability: Curve;
}

/** A series thinned to what can be drawn. */
export interface Curve {
    readonly originNs: bigint;
    /** Ns from the origin. */
    readonly times: Float64Array;
    readonly values: Float64Array;
}

/** A place from which on a series behaves in another way. The range is where it lies, at the asked confidence. */
export interface ChangePoint extends TimeRange {
    /** Of the first value that belongs to what follows. */
    readonly ns: bigint;
    readonly before: Segment;
    readonly after: Segment;
    /** What is there right after the change, less what the stretch before would have led to; in the unit of the series. */
    readonly step: number;
    /** How much faster it grows, in the unit of the series a second; 0 unless stretches are lines. */
    readonly slopeChange: number;
    /** The largest distance between what follows and what the stretch before would have led to, as a share of the usual range. */
    readonly share: number;
    /** 0 to 1: how sure it is that there is a change. */
    readonly probability: number;
    /** 0 to 100. */
    readonly severity: number;
}

/** A stretch without a change. */
export interface Segment extends TimeRange {
    readonly points: number;
    readonly mean: number;
    /** Standard deviation of the values about their mean, or about the line. */
    readonly deviation: number;
    /** Growth a second; 0 unless stretches are lines. */
    readonly slope: number;
}

/** A way to look at several series at once. */
export type JointMethod = 'zscore' | 'voting' | 'pca';

export interface JointChangePoints {
    readonly method: JointMethod;
    readonly changes: readonly JointChangePoint[];
    /** For `pca`: share of the variance of all series that the first principal component has. */
    readonly explained?: number;
    /** For `pca`: the first principal component. */
    readonly component?: Curve;
}

/** A moment at which several series change. The range is where it lies. */
export interface JointChangePoint extends TimeRange {
    readonly ns: bigint;
    readonly probability: number;
    readonly severity: number;
    /** The series that change there, those that change most first. */
    readonly members: readonly JointMember[];
    /** Number of series looked at. */
    readonly of: number;
}

export interface JointMember {
    readonly series: SeriesReference;
    readonly name: string;
    readonly unit: string;
    /** Means up to the joint changes before and after it. */
    readonly before: number;
    readonly after: number;
    /** The difference in standard deviations of the series within those stretches. */
    readonly shift: number;
}
