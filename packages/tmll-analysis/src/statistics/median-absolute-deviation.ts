import { median } from './quantile';

/**
 * The median of the absolute deviations from the median. 1.4826 times it estimates the standard deviation of Gaussian
 * data and hardly notices outliers. NaN when there is no value.
 */
export function medianAbsoluteDeviation(values: Float64Array): number {
    const middle = median(values);
    return median(values.map(value => Math.abs(value - middle)));
}
