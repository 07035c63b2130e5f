import { moments } from './moments';
import { normalCdf } from './normal-distribution';

/** How far values are from a Gaussian distribution. */
export interface Normality {
    /** Third standardised moment, of the population: 0 for symmetric values. */
    readonly skewness: number;
    /** Fourth standardised moment less 3, of the population: 0 for Gaussian values, greater with heavier tails. */
    readonly excessKurtosis: number;
    /** Standard scores of the two under the hypothesis that the values are Gaussian. */
    readonly skewnessScore: number;
    readonly kurtosisScore: number;
    /** The probability of moments at least as far off from Gaussian values, by the sum of the squares of both scores. */
    readonly pValue: number;
}

/** The tests of skewness and kurtosis need so many values. */
const FEWEST = 8;

/**
 * The test of D'Agostino and Pearson, "Tests for departure from normality" (1973), with the transformations of D'Agostino
 * (1970) and Anscombe and Glynn (1983): `normaltest` of scipy, but that a skewness of exactly 0 has the score 0 (in scipy that
 * of a small positive one). NaN and infinite values are left out.
 *
 * @returns undefined for fewer than 8 values and for constants
 */
export function normality(values: Float64Array): Normality | undefined {
    const { count, mean, squares } = moments(values);
    if (count < FEWEST || squares === 0) {
        return undefined;
    }
    const deviation = Math.sqrt(squares / count);
    let third = 0;
    let fourth = 0;
    for (let index = 0; index < values.length; index++) {
        if (Number.isFinite(values[index])) {
            const z = (values[index] - mean) / deviation;
            third += z * z * z;
            fourth += z * z * z * z;
        }
    }
    const skewness = third / count;
    const excessKurtosis = fourth / count - 3;
    const skewnessScore = scoreOfSkewness(skewness, count);
    const kurtosisScore = scoreOfKurtosis(excessKurtosis, count);
    return {
        skewness,
        excessKurtosis,
        skewnessScore,
        kurtosisScore,
        pValue: Math.exp(-(skewnessScore ** 2 + kurtosisScore ** 2) / 2)
    };
}

/** The probability of a standard score at least as far from 0, on either side. */
export function twoSidedNormalP(score: number): number {
    return Math.min(1, 2 * normalCdf(-Math.abs(score)));
}

function scoreOfSkewness(skewness: number, n: number): number {
    const y = skewness * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
    const kurtosis = (3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
    const w2 = Math.sqrt(2 * (kurtosis - 1)) - 1;
    return Math.asinh(y / Math.sqrt(2 / (w2 - 1))) / Math.sqrt(0.5 * Math.log(w2));
}

function scoreOfKurtosis(excess: number, n: number): number {
    const expected = (3 * (n - 1)) / (n + 1);
    const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
    const x = (excess + 3 - expected) / Math.sqrt(variance);
    const skew =
        ((6 * (n * n - 5 * n + 2)) / ((n + 7) * (n + 9))) *
        Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
    const freedom = 6 + (8 / skew) * (2 / skew + Math.sqrt(1 + 4 / (skew * skew)));
    const ratio = (1 - 2 / freedom) / (1 + x * Math.sqrt(2 / (freedom - 4)));
    return (1 - 2 / (9 * freedom) - Math.cbrt(ratio)) / Math.sqrt(2 / (9 * freedom));
}
