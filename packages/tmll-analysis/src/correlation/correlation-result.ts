import { SeriesReference } from '../series/time-series';
import { CorrelationCell } from './correlation-matrix';

/** What module `correlate` computed: enough to draw matrix and pairs without asking the trace server again. */
export interface CorrelationData {
    /** The grid of all series: ns since the epoch of its first point, and the time between points. */
    readonly startNs: bigint;
    readonly stepNs: bigint;
    readonly series: readonly CorrelatedSeries[];
    /** All pairs, row by row below the diagonal of the matrix. */
    readonly pairs: readonly CorrelatedPair[];
    /** Indexes of the series in an order that brings related ones together (`clusterOrder`). */
    readonly order: readonly number[];
}

/** One of the series that were compared. */
export interface CorrelatedSeries {
    readonly series: SeriesReference;
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    /** On the grid; NaN where there is no value. Only where the series are drawn as they are: not for long ones. */
    readonly values?: Float64Array;
}

/** How two of the series are related. */
export interface CorrelatedPair extends CorrelationCell {
    /** The strongest lag; undefined where lags were not looked at. */
    readonly lead?: PairLead;
    /** Whether they move together at the same time: `adjustedPValue` is at most the significance asked for. */
    readonly isSignificant: boolean;
    /** Whether one is a part of the other (total and thread), so that a relation goes without saying. */
    readonly isNested: boolean;
}

/** Which series of a pair moves first. */
export interface PairLead {
    /** The first series moves so much earlier; below 0 the second does. */
    readonly lagNs: bigint;
    readonly samples: number;
    /** Pearson's coefficient of the series as they are, at this lag. */
    readonly coefficient: number;
    /** That of the whitened series, which decides. */
    readonly whitenedCoefficient: number;
    /** Corrected for the number of lags, and of pairs. */
    readonly adjustedPValue: number;
    readonly standsOut: boolean;
}
