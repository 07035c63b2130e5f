import { moments, varianceOf } from '../statistics/moments';
import { trailingPolynomial } from '../statistics/trailing-polynomial';
import { Detector } from './detector';
import { detectAround, widen } from './moving-band';
import { requirePositive, requireWhole } from './parameter-bounds';
import { roundingError } from './rounding';

export interface PolyParameters {
    /** Number of points before the tested one that the polynomial is fitted to. */
    readonly polyWindowSize: number;
    readonly polyDegree: number;
    /** Standard errors of the prediction beyond which a point stands out. */
    readonly polyThreshold: number;
}

const HIGHEST_DEGREE = 5;

/** Windows that fit without any error are given this share of the standard deviation of all errors. */
const LEAST_SPREAD = 0.1;

/**
 * |x − p| in standard errors of p, the value that a polynomial of degree d, fitted to the w points before by least squares,
 * predicts: on Gaussian noise around such a polynomial a t-distributed variable with w − d − 1 degrees of freedom. The
 * defaults (w = 50, d = 2, threshold 5) flag 0.1 of 10,000 points of noise.
 *
 * The idea of POLY in TSB-UAD and TSB-AD (Paparrizos et al. 2022; Liu and Paparrizos 2024), which fits the points on both
 * sides; here only those before count, so that the answer on a point does not change with what comes after it.
 */
export const POLY: Detector<PolyParameters> = {
    method: 'poly',
    title: 'Local polynomial',
    description:
        'Compares with what a curve through the points just before predicts. ' +
        'Fits values that move smoothly: trends, ramps and slow waves.',
    properties: {
        polyWindowSize: {
            type: 'integer',
            title: 'Polynomial window',
            description:
                'Number of points before the tested one that the curve is fitted to; more than twice the degree.',
            default: 50,
            minimum: 3
        },
        polyDegree: {
            type: 'integer',
            title: 'Polynomial degree',
            description: 'Degree of the curve: 0 a level, 1 a straight line, 2 a parabola.',
            default: 2,
            minimum: 0,
            maximum: HIGHEST_DEGREE
        },
        polyThreshold: {
            type: 'number',
            title: 'Polynomial threshold',
            description: 'Standard errors of the prediction beyond which a point stands out.',
            default: 5,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { polyWindowSize: window, polyDegree: degree, polyThreshold: threshold }) => {
        requireWhole('polyDegree', degree, 0, HIGHEST_DEGREE);
        requireWhole('polyWindowSize', window, Math.max(3, 2 * degree + 1));
        requirePositive('polyThreshold', threshold);
        const minimumCount = Math.max(degree + 2, Math.ceil(window / 2));
        const { predicted, error } = trailingPolynomial(values, { window, degree, minimumCount });
        const whole = moments(values);
        const spread = Math.sqrt(varianceOf(whole, 'population'));
        const misses = moments(values.map((value, index) => value - predicted[index]));
        const rounding = roundingError(Math.hypot(whole.mean, spread));
        const least = LEAST_SPREAD * Math.sqrt(varianceOf(misses, 'population'));
        const deviation = widen(error, rounding, least);
        return detectAround(
            { expected: predicted, deviation, threshold, support: window - degree, memory: window },
            values
        );
    }
};
