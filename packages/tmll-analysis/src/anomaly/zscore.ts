import { moments, varianceOf } from '../statistics/moments';
import { silence } from './detection';
import { Detector } from './detector';
import { requirePositive } from './parameter-bounds';
import { roundingError } from './rounding';
import { detectOutside, SteadyBand } from './steady-band';

export interface ZscoreParameters {
    /** Standard deviations from the mean beyond which a point stands out. */
    readonly zscoreThreshold: number;
}

/**
 * |x − mean| in standard deviations (of the population, as in scipy's `zscore`), both taken over the whole series.
 *
 * The default of 4 flags 0.6 of 10,000 points of Gaussian noise. Outliers widen the deviation that they are measured
 * by: among n points no score exceeds √(n − 1), and a share f of equal outliers scores √((1 − f)/f), so that with the
 * default anomalies must make up less than 6 % of the points.
 */
export const ZSCORE: Detector<ZscoreParameters> = {
    method: 'zscore',
    title: 'Z-score',
    description:
        'Compares with the mean and standard deviation of the whole series. ' +
        'Fits values that scatter around one level and rarely stand out.',
    properties: {
        zscoreThreshold: {
            type: 'number',
            title: 'Z-score threshold',
            description: 'Standard deviations from the mean beyond which a point stands out.',
            default: 4,
            exclusiveMinimum: 0
        }
    },
    detect: (values, parameters) => {
        const band = zscoreBand(values, parameters);
        return band === undefined ? silence(values.length, parameters.zscoreThreshold) : detectOutside(band, values);
    }
};

/**
 * The band outside of which values stand out; undefined for a series without spread.
 * @throws ParameterError when the threshold is none
 */
export function zscoreBand(values: Float64Array, { zscoreThreshold }: ZscoreParameters): SteadyBand | undefined {
    requirePositive('zscoreThreshold', zscoreThreshold);
    const whole = moments(values);
    const deviation = Math.sqrt(varianceOf(whole, 'population'));
    if (!(deviation > roundingError(whole.mean))) {
        return undefined;
    }
    const { mean, count } = whole;
    return { expected: mean, from: mean, to: mean, unit: deviation, threshold: zscoreThreshold, support: count };
}
