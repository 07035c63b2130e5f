import { moments, varianceOf } from '../statistics/moments';
import { rollingMoments } from '../statistics/rolling-moments';
import { Detector } from './detector';
import { detectAround, widen } from './moving-band';
import { requirePositive, requireWhole } from './parameter-bounds';
import { roundingError } from './rounding';

export interface MovingAverageParameters {
    /** Number of points looked back on. */
    readonly movingAverageWindowSize: number;
    /** Standard deviations of the window from its mean beyond which a point stands out. */
    readonly movingAverageThreshold: number;
}

/** A window without any spread is given this share of the standard deviation of the whole series. */
const LEAST_SPREAD = 0.1;

/**
 * |x − mean| in standard deviations (of the sample), both taken over the w points before the tested one.
 *
 * On Gaussian noise this is √(1 + 1/w) times a t-distributed variable with w − 1 degrees of freedom. The defaults
 * (w = 30, threshold 5) flag 0.3 of 10,000 such points; docs/analyses/anomalies.md has the table for other windows.
 *
 * The first w points are not judged, nor is one with fewer than half of its window's values. A constant window knows
 * no spread, and any rounding error would be infinitely far out: a tenth of the deviation of the whole series is taken
 * instead, so that a real step after it is found.
 */
export const MOVING_AVERAGE: Detector<MovingAverageParameters> = {
    method: 'moving_average',
    title: 'Moving average',
    description:
        'Compares with the mean and standard deviation of the points just before. ' +
        'Fits values whose level drifts; finds where a change begins and gets used to it.',
    properties: {
        movingAverageWindowSize: {
            type: 'integer',
            title: 'Window size',
            description: 'Number of points before the tested one that it is compared with.',
            default: 30,
            minimum: 2
        },
        movingAverageThreshold: {
            type: 'number',
            title: 'Moving average threshold',
            description: 'Standard deviations from the mean of the window beyond which a point stands out.',
            default: 5,
            exclusiveMinimum: 0
        }
    },
    detect: (values, { movingAverageWindowSize: window, movingAverageThreshold: threshold }) => {
        requireWhole('movingAverageWindowSize', window, 2);
        requirePositive('movingAverageThreshold', threshold);
        const { mean, standardDeviation } = rollingMoments(values, {
            window,
            minimumCount: Math.max(2, Math.ceil(window / 2)),
            end: 'exclusive'
        });
        mean.fill(NaN, 0, window);
        const whole = moments(values);
        const spread = Math.sqrt(varianceOf(whole, 'population'));
        const rounding = roundingError(Math.hypot(whole.mean, spread));
        const deviation = widen(standardDeviation, rounding, LEAST_SPREAD * spread);
        return detectAround({ expected: mean, deviation, threshold, support: window, memory: window }, values);
    }
};
