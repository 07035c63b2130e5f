import { twoSidedStudentP } from '../../statistics/student-t';
import { EffectiveSize } from '../effective-size';
import { LaggedCorrelations, laggedCorrelations } from './lagged-correlations';
import { whitenPair } from './whitening';

export interface LagOptions {
    /** Greatest lag in samples; `defaultMostLag` when not given. */
    readonly most?: number;
    /** Whether both series are whitened first (`whitenPair`); true when not given. */
    readonly prewhiten?: boolean;
    /** The chance of a lag standing out between unrelated series; 0.01 when not given. */
    readonly significance?: number;
}

/** How two series are related at one lag. */
export interface LagCorrelation {
    /** In samples; above 0 the first series leads. */
    readonly lag: number;
    /** Of what was compared: the whitened series where asked for. */
    readonly coefficient: number;
    /** Of the series as they are. */
    readonly levelCoefficient: number;
    /** For this lag alone, by the effective size. */
    readonly pValue: number;
}

/** The correlations at all lags, and the one that stands out. */
export interface LagAnalysis {
    /** Of lags −most to most. */
    readonly lags: readonly LagCorrelation[];
    /** The lag of the coefficient farthest from 0, the shortest of equals. */
    readonly best: LagCorrelation;
    /** The p-value of the best, corrected for the number of lags (Bonferroni). */
    readonly adjustedPValue: number;
    /** Whether the best is more than chance. */
    readonly standsOut: boolean;
    /** Coefficients of unrelated series stay within ±band at all lags, but for the chance of `significance`; 1 when nothing could stand out. */
    readonly band: number;
    /** Number of values before a point that the filter weighs; undefined without one. */
    readonly filterOrder?: number;
    /** Number of independent points that the points of lag 0 are worth. */
    readonly effectiveSize: number;
}

const SIGNIFICANCE = 0.01;

/** A quarter of the points, at most ten times their square root: with more lags to choose from, less stands out. */
export function defaultMostLag(length: number): number {
    return Math.max(0, Math.min(length >> 2, Math.round(10 * Math.sqrt(length))));
}

/**
 * Which of two series that share their times moves first, and by how much: Pearson's coefficient at every lag, all computed
 * alike (`laggedCorrelations`), of the whitened series unless told otherwise.
 *
 * @throws RangeError when the series differ in length or the greatest lag does not leave 3 points
 */
export function analyzeLag(first: Float64Array, second: Float64Array, options: LagOptions = {}): LagAnalysis {
    const { most = defaultMostLag(first.length), prewhiten = true, significance = SIGNIFICANCE } = options;
    const level = laggedCorrelations(first, second, most);
    const { compared, filterOrder } = compare(first, second, { most, prewhiten });
    const lags = Array.from(compared.coefficients, (_, index) => ({
        ...lagAt(compared, index),
        levelCoefficient: level.coefficients[index]
    }));
    const { pValue: adjustedPValue, lag } = strongest(compared);
    return {
        lags,
        best: lags[lag + most],
        adjustedPValue,
        standsOut: adjustedPValue <= significance,
        band: bandOf(compared.worth, significance / lags.length),
        filterOrder,
        effectiveSize: compared.worth.size
    };
}

/** The lag of `analyzeLag` that is farthest from chance, without the others. */
export interface StrongestLag {
    /** In samples; above 0 the first series leads. */
    readonly lag: number;
    readonly coefficient: number;
    /** Corrected for the number of lags (Bonferroni). */
    readonly pValue: number;
}

/**
 * The strongest lag of two series only, for looking at many pairs.
 * @throws as `analyzeLag`
 */
export function strongestLag(first: Float64Array, second: Float64Array, options: LagOptions = {}): StrongestLag {
    const { most = defaultMostLag(first.length), prewhiten = true } = options;
    return strongest(compare(first, second, { most, prewhiten }).compared);
}

function compare(
    first: Float64Array,
    second: Float64Array,
    { most, prewhiten }: Required<Pick<LagOptions, 'most' | 'prewhiten'>>
): { readonly compared: LaggedCorrelations; readonly filterOrder?: number } {
    check(first, second, most);
    if (!prewhiten) {
        return { compared: laggedCorrelations(first, second, most) };
    }
    const whitened = whitenPair(first, second);
    return { compared: laggedCorrelations(whitened.first, whitened.second, most), filterOrder: whitened.order };
}

function strongest(compared: LaggedCorrelations): StrongestLag {
    const { coefficients } = compared;
    const most = coefficients.length >> 1;
    // Equal but for rounding, as with waves, the shorter lag tells more.
    let best = most;
    for (let distance = 1; distance <= most; distance++) {
        for (const index of [most + distance, most - distance]) {
            best = Math.abs(coefficients[index]) > Math.abs(coefficients[best]) + 1e-9 ? index : best;
        }
    }
    const { lag, coefficient, pValue } = lagAt(compared, best);
    return { lag, coefficient, pValue: Math.min(1, pValue * coefficients.length) };
}

function lagAt(
    { coefficients, points, worth }: LaggedCorrelations,
    index: number
): Pick<LagCorrelation, 'lag' | 'coefficient' | 'pValue'> {
    const most = coefficients.length >> 1;
    const pValue = pValueOf(coefficients[index], worth, points[index] / points[most]);
    return { lag: index - most, coefficient: coefficients[index], pValue };
}

function check(first: Float64Array, second: Float64Array, most: number): void {
    if (first.length !== second.length) {
        throw new RangeError(`Series of ${first.length} and ${second.length} points do not share their times.`);
    }
    if (!Number.isInteger(most) || most < 0 || (most > 0 && most > first.length - 3)) {
        throw new RangeError(`A lag of ${most} samples leaves too few of the ${first.length} points to compare.`);
    }
}

function pValueOf(coefficient: number, { size, freedom }: EffectiveSize, share: number): number {
    const points = size * share;
    const score = coefficient * Math.sqrt(Math.max(0, points - 2) / (1 - coefficient * coefficient));
    return coefficient === 0 ? 1 : twoSidedStudentP(score, Math.min(freedom, points - 2));
}

/** The coefficient at lag 0 whose p-value is just so small. */
function bandOf(worth: EffectiveSize, pValue: number): number {
    let low = 0;
    let high = 1;
    for (let halving = 0; halving < 50; halving++) {
        const middle = (low + high) / 2;
        if (pValueOf(middle, worth, 1) > pValue) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return high;
}
