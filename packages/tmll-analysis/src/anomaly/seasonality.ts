import { normalQuantile } from '../statistics/normal-distribution';
import { fitSeasonal, predictSeasonal } from '../statistics/sarima';
import { Detection, silence } from './detection';
import { Detector } from './detector';
import { roundingError } from './rounding';
import { orderFor, requireSeasonality, SEASONALITY_PROPERTIES, SeasonalityParameters } from './seasonality-order';
import { evenSlots } from './seasonality-slots';

/**
 * Distance from the one-step prediction of a seasonal ARIMA model, in standard deviations of its error: how far a value is
 * from what the values before it let expect (see `fitSarima`; the same model, intervals and flags as statsmodels). The
 * model is fitted to the whole series, so it takes for usual what most of it does.
 *
 * The confidence level is TMLL's name for α: the share of usual values that the band leaves out. The 0.05 of TMLL flags 500
 * of 10,000 points of Gaussian noise; the default of 0.00005, at 4.06 standard deviations, flags 0.5.
 *
 * Points count as equally far apart: they are laid on a grid of their usual distance, where several in one place are
 * averaged for the model, and places without a point are missing values. Points before the first prediction, one period
 * and d points, are not judged; nor is a series with fewer than 20 values more than that.
 */
export const SEASONALITY: Detector<SeasonalityParameters> = {
    method: 'seasonality',
    title: 'Seasonality',
    description:
        'Predicts each value from those before it by a seasonal ARIMA model and flags those outside the interval. ' +
        'Fits values that repeat from period to period.',
    properties: SEASONALITY_PROPERTIES,
    detect: (values, parameters, times) => {
        requireSeasonality(parameters);
        const threshold = normalQuantile(1 - parameters.seasonalityConfidenceLevel / 2);
        const { slots, slotOf } = evenSlots(values, times);
        const scale = powerOfTwoAt(slots);
        const scaled = slots.map(value => value / scale);
        const chosen = orderFor(scaled, parameters);
        if (chosen === undefined) {
            return silence(values.length, threshold);
        }
        const { order, level } = chosen;
        const centered = scaled.map(value => value - level);
        const fit = fitSeasonal(centered, order);
        const { means, standardDeviations } = predictSeasonal(fit, centered);
        return compare(values, {
            expectedAt: index => (means[slotOf[index]] + level) * scale,
            // A series that repeats exactly leaves no error but that of rounding, relative to the scale.
            deviationAt: index => Math.max(standardDeviations[slotOf[index]], roundingError(1)) * scale,
            threshold,
            support: fit.fitted
        });
    }
};

/** Near the largest value, so that no square overflows; a power of two, so that dividing by it is exact. */
function powerOfTwoAt(values: Float64Array): number {
    const largest = values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
    return largest > 0 ? 2 ** Math.floor(Math.log2(largest)) : 1;
}

interface Prediction {
    readonly expectedAt: (index: number) => number;
    readonly deviationAt: (index: number) => number;
    readonly threshold: number;
    readonly support: number;
}

function compare(values: Float64Array, { expectedAt, deviationAt, threshold, support }: Prediction): Detection {
    const length = values.length;
    const score = new Float64Array(length);
    const expected = new Float64Array(length);
    const low = new Float64Array(length);
    const high = new Float64Array(length);
    const flags = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
        const value = values[index];
        expected[index] = expectedAt(index);
        const deviation = deviationAt(index);
        low[index] = expected[index] - threshold * deviation;
        high[index] = expected[index] + threshold * deviation;
        score[index] = Math.abs(value - expected[index]) / deviation;
        flags[index] = Number.isFinite(value) && (value > high[index] || value < low[index]) ? 1 : 0;
    }
    return { score, expected, low, high, flags, threshold, support, memory: 0 };
}
