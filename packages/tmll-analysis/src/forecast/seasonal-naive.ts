import { Forecaster } from './forecaster';

/** The last period again; without a period, the last value. */
export const SEASONAL_NAIVE: Forecaster = {
    method: 'seasonal_naive',
    title: 'Seasonal naive',
    description: 'Repeats the last period, or the last value where nothing repeats.',
    forecast: (values, horizon, periods) => repeatLast(values, horizon, periods[0] ?? 1)
};

/** The last `period` values, over and over. */
export function repeatLast(values: Float64Array, horizon: number, period: number): Float64Array {
    return Float64Array.from({ length: horizon }, (_, step) => values[values.length - period + (step % period)]);
}
