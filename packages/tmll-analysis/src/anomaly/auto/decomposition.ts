import { selectQuantile } from '../../statistics/quantile';
import { periodOf } from './period';
import { seasonalProfile, spreadByPhase } from './seasonal-profile';
import { slowLevel } from './slow-level';

/** What is expected of a series at each point, and how far usual values are from it. */
export interface Decomposition {
    /** In points; undefined when the series does not repeat. */
    readonly period?: number;
    /** What moves slowly. */
    readonly level: Float64Array;
    /** What repeats; undefined when nothing does. */
    readonly season?: Float64Array;
    /** Values less level and season; NaN where there is no value. In units of `spreadAt` when the series repeats. */
    readonly residuals: Float64Array;
    /** Standard deviation of the residuals at each phase of the period; undefined when the series does not repeat. */
    readonly spreadAt?: Float64Array;
    /** The median of `spreadAt`, 1 when there is none: brings the level to the unit of the residuals. */
    readonly spread: number;
}

/** Least spread at a phase, in parts of that of all residuals (by median, by squares) and of the season. */
const LEAST_OF_MEDIAN = 0.5;
const LEAST_OF_SQUARES = 0.02;
const LEAST_OF_SEASON = 0.05;
const DEVIATIONS_PER_MEDIAN = 1.4826;

/**
 * Parts a series into a slow level, what repeats with its period, and the rest.
 * @param values at least one finite
 * @param quantum least spread, when the series repeats
 */
export function decompose(values: Float64Array, quantum: number): Decomposition {
    const period = periodOf(values);
    return period === undefined ? withoutSeason(values) : withSeason(values, period, quantum);
}

function withoutSeason(values: Float64Array): Decomposition {
    const level = slowLevel(values);
    return { level, residuals: difference(values, level), spread: 1 };
}

function withSeason(values: Float64Array, period: number, quantum: number): Decomposition {
    const rough = seasonalProfile(difference(values, slowLevel(values)), period);
    const season = seasonalProfile(difference(values, slowLevel(difference(values, rough))), period);
    const deseasoned = difference(values, season);
    const level = slowLevel(deseasoned);
    const residuals = difference(deseasoned, level);
    const spreadAt = leastSpread(spreadByPhase(residuals, period), residuals, season, quantum);
    for (let index = 0; index < residuals.length; index++) {
        residuals[index] /= spreadAt[index % period];
    }
    return { period, level, season, residuals, spreadAt, spread: selectQuantile(spreadAt.slice(), 0.5) };
}

function leastSpread(
    spreadAt: Float64Array,
    residuals: Float64Array,
    season: Float64Array,
    quantum: number
): Float64Array {
    const absolute = new Float64Array(residuals.length);
    let count = 0;
    for (let index = 0; index < residuals.length; index++) {
        absolute[count] = Math.abs(residuals[index]);
        count += absolute[count] < Infinity ? 1 : 0;
    }
    const there = absolute.subarray(0, count);
    const least = Math.max(
        LEAST_OF_MEDIAN * DEVIATIONS_PER_MEDIAN * selectQuantile(there, 0.5),
        LEAST_OF_SQUARES * rootMeanSquare(there),
        LEAST_OF_SEASON * rootMeanSquare(season),
        quantum
    );
    return spreadAt.map(spread => Math.max(spread, least));
}

/** NaN where a value is not finite. */
function difference(values: Float64Array, others: Float64Array): Float64Array {
    const result = new Float64Array(values.length);
    for (let index = 0; index < values.length; index++) {
        const rest = values[index] - others[index];
        result[index] = Math.abs(rest) < Infinity ? rest : NaN;
    }
    return result;
}

function rootMeanSquare(values: Float64Array): number {
    let largest = 0;
    for (let index = 0; index < values.length; index++) {
        largest = Math.max(largest, Math.abs(values[index]));
    }
    let sum = 0;
    for (let index = 0; index < values.length; index++) {
        sum += (values[index] / largest) ** 2;
    }
    return largest > 0 ? largest * Math.sqrt(sum / values.length) : 0;
}
