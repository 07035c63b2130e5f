import { Forecaster } from './forecaster';

const WINDOW = 5;

/** The mean of the last five values: all that a moving average says of what comes. */
export const MOVING_AVERAGE_FORECAST: Forecaster = {
    method: 'moving_average',
    title: 'Moving average',
    description: 'The mean of the last five values; for levels that wander.',
    forecast: (values, horizon) => {
        const last = values.subarray(Math.max(0, values.length - WINDOW));
        return new Float64Array(horizon).fill(last.reduce((sum, value) => sum + value, 0) / last.length);
    }
};
