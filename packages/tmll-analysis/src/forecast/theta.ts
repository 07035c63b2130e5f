import { Forecaster } from './forecaster';
import { withoutSeason } from './without-season';

const GRID = 20;

/**
 * Half the slope of the whole series beside exponential smoothing of its level, which the method of Assimakopoulos and
 * Nikolopoulos (2000) comes to (Hyndman and Billah 2003); what repeats is taken away before.
 */
export const THETA: Forecaster = {
    method: 'theta',
    title: 'Theta',
    description: 'Smoothed level with half the slope of the whole series. For long trends.',
    forecast: (values, horizon, periods) => withoutSeason(values, periods, level => goOn(level, horizon))
};

function goOn(values: Float64Array, horizon: number): Float64Array {
    const { length } = values;
    const { level, alpha } = smoothed(values);
    const drift = slopeOf(values) / 2;
    const start = (1 - (1 - alpha) ** length) / alpha;
    return Float64Array.from({ length: horizon }, (_, step) => level + drift * (step + start));
}

/** Simple exponential smoothing by the weight of least squared one-step error. */
function smoothed(values: Float64Array): { level: number; alpha: number } {
    let best = { error: Infinity, level: values[values.length - 1], alpha: 1 };
    for (let step = 1; step <= GRID; step++) {
        const alpha = step / GRID;
        let level = values[0];
        let error = 0;
        for (let t = 1; t < values.length; t++) {
            const surprise = values[t] - level;
            error += surprise * surprise;
            level += alpha * surprise;
        }
        best = error < best.error ? { error, level, alpha } : best;
    }
    return best;
}

/** Of the line of least squares, a value. */
function slopeOf(values: Float64Array): number {
    const middle = (values.length - 1) / 2;
    const spread = (values.length * (values.length * values.length - 1)) / 12;
    return spread === 0 ? 0 : values.reduce((sum, value, t) => sum + (t - middle) * (value - values[0]), 0) / spread;
}
