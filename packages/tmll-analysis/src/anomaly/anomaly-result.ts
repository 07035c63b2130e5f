import { ExpectedValue } from '../series/finding';
import { SeriesReference, TimeRange } from '../series/time-series';

/** The data of an `AnalysisResult` of module `anomalies`. */
export interface AnomalyData {
    readonly series: readonly SeriesAnomalies[];
    /** Where the tracer lost events; not there when it lost none, or nothing is known. */
    readonly lostEvents?: readonly TimeRange[];
}

/** What was found in one series. */
export interface SeriesAnomalies {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    /** Number of points looked at. */
    readonly length: number;
    readonly points: readonly AnomalyPoint[];
    /** Number of points that stand out where `points` are only the most severe of them. */
    readonly flagged?: number;
    readonly periods: readonly AnomalyPeriod[];
    /** What it was compared with, for methods that choose by the series; goes on after the series' name. */
    readonly basis?: string;
    /** Number of other series that it was compared with, when peers were. */
    readonly peers?: number;
    /** The series with the verdict on each point, for drawing; results of earlier versions have none. */
    readonly curve?: VerdictCurve;
}

/** A series with the verdict on it, thinned to what can be drawn; columns of one length. */
export interface VerdictCurve {
    readonly originNs: bigint;
    /** Ns from the origin. */
    readonly times: Float64Array;
    readonly values: Float64Array;
    /** The band that counts as usual; NaN where the method has none. */
    readonly lowValues: Float64Array;
    readonly highValues: Float64Array;
    /** `AnomalyPoint.normalizedScore` of every point: 0.5 at the threshold. */
    readonly scoreValues: Float64Array;
}

/** A point that stands out. */
export interface AnomalyPoint {
    readonly ns: bigint;
    readonly value: number;
    /** What was expected there, and the band that counts as usual. */
    readonly expected: ExpectedValue;
    /** How far it stands out, in the unit of the method: standard deviations, interquartile ranges, … Unsigned. */
    readonly score: number;
    /** The score from 0 to 1, comparable between methods: 0.5 at the threshold (`normalizedScoreOf`). */
    readonly normalizedScore: number;
    /** 0 to 100, comparable between methods. */
    readonly severity: number;
    /** What each method said, for a method that combines several. */
    readonly votes?: readonly MethodVote[];
}

/** What one of several methods said on a point. */
export interface MethodVote {
    readonly method: string;
    /** Whether it flags the point, too. */
    readonly agrees: boolean;
    /** Its score from 0 to 1: 0.5 at its threshold; 0 where it says nothing. */
    readonly normalizedScore: number;
    /** Its part of the verdict, 0 to 1: its score in units of its threshold, divided by the sum of all methods'. */
    readonly share: number;
}

/** A stretch of points that stand out; a single outlier is a period of one point. */
export interface AnomalyPeriod extends TimeRange {
    readonly severity: number;
    /** 0 (guess) to 1 (sure). */
    readonly confidence: number;
    /** Number of flagged points in it. */
    readonly points: number;
    /** Where the flagged values lie. `within` the usual band: only how they follow each other is unusual. */
    readonly direction: 'above' | 'below' | 'both' | 'within';
    /** The value farthest from what was expected there. */
    readonly actual: number;
    readonly expected: ExpectedValue;
    /** Whether the tracer lost events meanwhile, so that it may be the loss that is seen. */
    readonly lostEvents?: true;
}
