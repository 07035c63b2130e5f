import { SeriesReference } from '../../series/time-series';
import { GrangerTest } from './granger';

/** What module `lag` computed, ready to draw. */
export interface LagData {
    readonly first: LaggedSeries;
    readonly second: LaggedSeries;
    /** Ns since the epoch of the first point of both, and the time between points. */
    readonly startNs: bigint;
    readonly stepNs: bigint;
    /** From the greatest lag of the second series to that of the first; above 0 the first leads. */
    readonly lags: readonly LagPoint[];
    /** The lag of the coefficient farthest from 0. */
    readonly best: LagPoint;
    /** The p-value of the best, corrected for the number of lags. */
    readonly adjustedPValue: number;
    /** Whether the best is more than chance. */
    readonly standsOut: boolean;
    /** Coefficients of unrelated series stay within ±band, at all lags. */
    readonly band: number;
    /** Number of values before a point that the whitening filter weighs; undefined without one. */
    readonly filterOrder?: number;
    readonly effectiveSize: number;
    readonly granger?: {
        /** Whether the past of the first helps to foretell the second. */
        readonly firstToSecond: GrangerTest;
        readonly secondToFirst: GrangerTest;
    };
}

export interface LaggedSeries {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    /** On the grid, NaN where there is no value; undefined for long series. */
    readonly values?: Float64Array;
}

/** The relation at one lag. */
export interface LagPoint {
    readonly ns: bigint;
    readonly samples: number;
    /** Of the whitened series unless they were compared as they are. */
    readonly coefficient: number;
    /** Of the series as they are. */
    readonly levelCoefficient: number;
    /** For this lag alone. */
    readonly pValue: number;
}
