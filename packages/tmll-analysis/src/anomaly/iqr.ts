import { finiteValues } from '../statistics/finite-values';
import { standardDeviation } from '../statistics/moments';
import { selectQuantile } from '../statistics/quantile';
import { silence } from './detection';
import { Detector } from './detector';
import { requirePositive } from './parameter-bounds';
import { roundingError } from './rounding';
import { detectOutside, SteadyBand } from './steady-band';

export interface IqrParameters {
    /** Interquartile ranges beyond the quartiles at which the fences stand. */
    readonly iqrFactor: number;
}

/** Interquartile range of Gaussian noise in standard deviations. */
const RANGE_PER_DEVIATION = 1.3489795;

/**
 * Tukey's fences: the distance beyond the nearer quartile (type 7, numpy's) in interquartile ranges.
 *
 * The default of 2.5 stands at 4.05 standard deviations of Gaussian noise and flags 0.5 of 10,000 such points; Tukey's
 * classical 1.5 flags 70. Where the middle half of the values are equal the range is 0 and would flag all others: then
 * 1.349 standard deviations stand in for it, as many as it has on Gaussian noise.
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
    detect: (values, parameters) => {
        const band = iqrBand(values, parameters);
        return band === undefined ? silence(values.length, parameters.iqrFactor) : detectOutside(band, values);
    }
};

/**
 * The band outside of which values stand out; undefined for a series without spread.
 * @throws ParameterError when the factor is none
 */
export function iqrBand(values: Float64Array, { iqrFactor }: IqrParameters): SteadyBand | undefined {
    requirePositive('iqrFactor', iqrFactor);
    const sample = finiteValues(values);
    const first = selectQuantile(sample, 0.25);
    const median = selectQuantile(sample, 0.5, 0.25);
    const third = selectQuantile(sample, 0.75, 0.5);
    const rounding = roundingError(median);
    const range =
        third - first > rounding ? third - first : RANGE_PER_DEVIATION * standardDeviation(sample, 'population');
    if (!(range > rounding)) {
        return undefined;
    }
    return { expected: median, from: first, to: third, unit: range, threshold: iqrFactor, support: sample.length };
}
