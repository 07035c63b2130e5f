import { Forecaster } from './forecaster';
import { withoutSeason } from './without-season';

const LEVEL_WEIGHTS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];
/** Of the weight of the level. */
const TREND_WEIGHTS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.4];
const DAMPINGS = [0.8, 0.9, 0.95, 0.98];

interface State {
    readonly error: number;
    readonly level: number;
    readonly trend: number;
    readonly damping: number;
}

/**
 * Exponential smoothing with additive errors and a damped additive trend (Gardner and McKenzie 1985), the weights of least squared
 * one-step error on a grid; what repeats is taken away before.
 */
export const DAMPED_TREND: Forecaster = {
    method: 'ets',
    title: 'Damped trend',
    description: 'Exponential smoothing of level and trend; the trend fades. For levels that drift.',
    forecast: (values, horizon, periods) => withoutSeason(values, periods, level => goOn(bestState(level), horizon))
};

function bestState(values: Float64Array): State {
    let best: State = { error: Infinity, level: values[values.length - 1], trend: 0, damping: 0.9 };
    for (const alpha of LEVEL_WEIGHTS) {
        for (const beta of TREND_WEIGHTS) {
            for (const damping of DAMPINGS) {
                const state = smooth(values, alpha, alpha * beta, damping, best.error);
                best = state.error < best.error ? state : best;
            }
        }
    }
    return best;
}

/** Gives up once the error is no better than `most`. */
function smooth(values: Float64Array, alpha: number, beta: number, damping: number, most: number): State {
    const reach = Math.min(5, values.length - 1);
    let level = values[0];
    let trend = reach > 0 ? (values[reach] - values[0]) / reach : 0;
    let error = 0;
    for (let t = 1; t < values.length && error < most; t++) {
        const expected = level + damping * trend;
        const surprise = values[t] - expected;
        error += surprise * surprise;
        level = expected + alpha * surprise;
        trend = damping * trend + beta * surprise;
    }
    return { error, level, trend, damping };
}

function goOn({ level, trend, damping }: State, horizon: number): Float64Array {
    let sum = 0;
    let power = 1;
    return Float64Array.from({ length: horizon }, () => {
        power *= damping;
        sum += power;
        return level + sum * trend;
    });
}
