import { quantiles } from '../statistics/quantile';
import { silence } from './detection';
import { Detector } from './detector';
import { requirePositive } from './parameter-bounds';
import { roundingError } from './rounding';
import { detectOutside } from './steady-band';

export interface IqrParameters {
    /** Interquartile ranges beyond the quartiles at which the fences stand. */
    readonly iqrFactor: number;
}

/** Interquartile range of Gaussian noise per mean absolute deviation from its median: 1.349 · √(π/2). */
const RANGE_PER_MEAN_DEVIATION = 1.3489795 * Math.sqrt(Math.PI / 2);

/**
 * Tukey's fences: the distance beyond the nearer quartile (type 7, numpy's) in interquartile ranges.
 *
 * The default of 2.5 stands at 4.05 standard deviations of Gaussian noise and flags 0.5 of 10,000 such points; Tukey's
 * classical 1.5 flags 70. Where half of the values are equal the range is 0 and would flag every other value: then the
 * mean absolute deviation from the median stands in for it, scaled to agree on Gaussian noise.
 */
export const IQR: Detector<IqrParameters> = {
    method: 'iqr',
    title: 'Interquartile range',
    description:
        'Compares with the quartiles of the whole series, which outliers hardly move. ' +
        'Fits values that scatter around one level and often stand out.',
    properties: {
        iqrFactor: {
            type: 'number',
            title: 'IQR factor',
            description: 'Interquartile ranges beyond the first and third quartile beyond which a point stands out.',
            default: 2.5,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { iqrFactor }) => {
        requirePositive('iqrFactor', iqrFactor);
        const [first, median, third] = quantiles(values, [0.25, 0.5, 0.75]);
        const rounding = roundingError(values);
        const deviation = meanDeviation(values, median);
        if (!(deviation.mean > rounding)) {
            return silence(values.length, iqrFactor);
        }
        const range = third - first;
        const band = {
            expected: median,
            from: first,
            to: third,
            unit: range > rounding ? range : RANGE_PER_MEAN_DEVIATION * deviation.mean,
            threshold: iqrFactor,
            support: deviation.count
        };
        return detectOutside(band, values);
    }
};

function meanDeviation(values: Float64Array, center: number): { mean: number; count: number } {
    let sum = 0;
    let count = 0;
    for (let index = 0; index < values.length; index++) {
        const deviation = Math.abs(values[index] - center);
        if (deviation < Infinity) {
            sum += deviation;
            count++;
        }
    }
    return { mean: sum / count, count };
}
