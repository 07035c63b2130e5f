import { twoSidedStudentP } from '../statistics/student-t';
import { kendall } from './kendall';
import { common, ObservedSeries, Scale } from './observed-series';

export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

/** How strongly two series move together. */
export interface Correlation {
    /** From −1 (one rises as the other falls) over 0 (nothing) to 1. */
    readonly coefficient: number;
    /** The probability of a coefficient at least as far from 0, if all pairs of points were independent and the series unrelated. */
    readonly pValue: number;
    /** The coefficient in standard deviations that it has between unrelated series of independent points. */
    readonly score: number;
    /** Number of pairs of points: places where both series have a value. */
    readonly points: number;
}

/** What each method compares. */
export const SCALES: Readonly<Record<CorrelationMethod, Scale>> = {
    pearson: 'values',
    spearman: 'ranks',
    kendall: 'ranks'
};

/** Fewer pairs of points tell nothing. */
export const FEWEST_POINTS = 3;

/** The answer where nothing can move together: too few points in common, or a series that is constant there. */
const NOTHING = { coefficient: 0, pValue: 1, score: 0 };

/**
 * The correlation of two series that share their times, over the places where both have a value. Coefficients and p-values
 * are those of scipy's `pearsonr`, `spearmanr` and `kendalltau` (τ_b; exact p-value without ties up to 33 points, else the normal
 * approximation). A constant series and fewer than 3 points in common give coefficient 0 with p-value 1.
 *
 * @throws RangeError when the series differ in length
 */
export function correlation(
    first: ObservedSeries | Float64Array,
    second: ObservedSeries | Float64Array,
    method: CorrelationMethod
): Correlation {
    const [x, y] = common(observed(first), observed(second));
    if (x.values.length !== y.values.length) {
        throw new RangeError(`Series of ${x.values.length} and ${y.values.length} points do not share their times.`);
    }
    const points = x.count;
    if (points < FEWEST_POINTS || x.isConstant || y.isConstant) {
        return { ...NOTHING, points };
    }
    if (method === 'kendall') {
        return { ...kendall(x, y), points };
    }
    const coefficient = dot(x.deviations(SCALES[method]), y.deviations(SCALES[method]));
    const score = coefficient * Math.sqrt((points - 2) / (1 - coefficient * coefficient));
    return { coefficient, pValue: twoSidedStudentP(score, points - 2), score, points };
}

function observed(series: ObservedSeries | Float64Array): ObservedSeries {
    return series instanceof ObservedSeries ? series : new ObservedSeries(series);
}

/** The scalar product of two standardised series, which rounding does not take beyond ±1. */
function dot(x: Float64Array, y: Float64Array): number {
    let sum = 0;
    for (let index = 0; index < x.length; index++) {
        sum += x[index] * y[index];
    }
    return Math.max(-1, Math.min(1, sum));
}
