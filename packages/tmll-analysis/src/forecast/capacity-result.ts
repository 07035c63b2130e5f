import { ResourceKind } from '../series/resource-kind';
import { SeriesReference, TimeRange } from '../series/time-series';
import { UsagePattern } from '../statistics/usage-pattern';

/** The data of an `AnalysisResult` of module `forecast`. */
export interface CapacityData {
    readonly resources: readonly ResourceForecast[];
}

/** What was and what is to come of one series. */
export interface ResourceForecast {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly kind: ResourceKind;
    /** Number of values known. */
    readonly length: number;
    /** Of the values known. */
    readonly current: number;
    readonly average: number;
    readonly peak: number;
    readonly pattern: UsagePattern;
    /** Of the time known, the share above the threshold. */
    readonly exceeded: number;
    readonly threshold: number;
    /** Where the threshold comes from. */
    readonly thresholdReason: 'parameter' | 'peak';
    readonly history: { readonly originNs: bigint; readonly times: Float64Array; readonly values: Float64Array };
    readonly forecast: ForecastCurve;
    /** Stretches of the forecast above the threshold, in the order of time. */
    readonly violations: readonly Violation[];
    /** The first time at which the threshold is exceeded with a probability of at least 10 %, if any. */
    readonly possibleFromNs?: bigint;
    /** Highest probability of the forecast to exceed the threshold. */
    readonly risk: number;
    /** Methods whose median the forecast is. */
    readonly methods: readonly string[];
    /** Periods in points that were taken into account. */
    readonly periods: readonly number[];
    /** Mean absolute error when it was tried in the past, undefined when it could not be. */
    readonly error?: number;
}

/** Values to come, after the last known one. */
export interface ForecastCurve {
    readonly originNs: bigint;
    readonly times: Float64Array;
    readonly meanValues: Float64Array;
    /** The band that holds a value with the asked confidence. */
    readonly lowValues: Float64Array;
    readonly highValues: Float64Array;
    /** Probability that the value lies above the threshold. */
    readonly riskValues: Float64Array;
}

/** A stretch of the forecast above the threshold. */
export interface Violation extends TimeRange {
    /** Highest value forecast in it. */
    readonly peak: number;
    /** Highest probability in it that the threshold is exceeded. */
    readonly probability: number;
    /** Whether it lasts for the warning period. */
    readonly isSustained: boolean;
}
