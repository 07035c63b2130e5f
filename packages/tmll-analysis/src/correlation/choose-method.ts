import { CorrelationMethod } from './coefficients';
import { ObservedSeries } from './observed-series';

/** A method for a pair of series, and in one sentence why it. */
export interface MethodChoice {
    readonly method: CorrelationMethod;
    readonly reason: string;
}

/** Moments up to these leave Pearson's coefficient and its p-value as they should be, however surely they are not 0. */
const MOST_SKEWNESS = 0.5;
const MOST_EXCESS_KURTOSIS = 1;
const LEAST_P_VALUE = 0.05;

/** With fewer different values most pairs of points are ties. */
const FEWEST_DISTINCT = 10;

/**
 * The method that fits two series:
 * - Pearson's where both are near enough to a Gaussian: the test of D'Agostino and Pearson does not reject it (p > 0.05), or what
 *   it rejects is slight, skewness within ±0.5 and excess kurtosis within ±1 – with many points the test rejects everything real;
 * - Kendall's τ_b else, where one has fewer than 10 different values;
 * - Spearman's otherwise.
 */
export function chooseMethod(first: ObservedSeries, second: ObservedSeries): MethodChoice {
    if (isNearlyGaussian(first) && isNearlyGaussian(second)) {
        return { method: 'pearson', reason: 'The values of both are spread much as a Gaussian.' };
    }
    const fewest = Math.min(first.distinct, second.distinct);
    return fewest < FEWEST_DISTINCT
        ? { method: 'kendall', reason: `One of them has only ${fewest} different values.` }
        : { method: 'spearman', reason: 'The values of one are far from a Gaussian: only their order is compared.' };
}

function isNearlyGaussian({ normality, distinct }: ObservedSeries): boolean {
    if (normality === undefined || normality.pValue > LEAST_P_VALUE) {
        return normality !== undefined;
    }
    const { skewness, excessKurtosis } = normality;
    return (
        distinct >= FEWEST_DISTINCT &&
        Math.abs(skewness) <= MOST_SKEWNESS &&
        Math.abs(excessKurtosis) <= MOST_EXCESS_KURTOSIS
    );
}
