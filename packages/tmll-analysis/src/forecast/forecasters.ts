import { ParameterError } from '../series/parameter-error';
import { ARIMA } from './arima';
import { AUTOREGRESSION, autoregress } from './autoregression';
import { DAMPED_TREND } from './damped-trend';
import { Forecaster } from './forecaster';
import { MOVING_AVERAGE_FORECAST } from './moving-average';
import { repeatLast, SEASONAL_NAIVE } from './seasonal-naive';
import { THETA } from './theta';

/** All ways for one series, in the order in which they are offered. */
export const FORECASTERS: readonly Forecaster[] = [
    SEASONAL_NAIVE,
    DAMPED_TREND,
    THETA,
    AUTOREGRESSION,
    ARIMA,
    MOVING_AVERAGE_FORECAST
];

/** Those that `auto` chooses from: quick ones, and each way to repeat or to difference by itself. */
export const CANDIDATES: readonly Forecaster[] = [
    SEASONAL_NAIVE,
    {
        ...SEASONAL_NAIVE,
        method: 'seasonal_naive_long',
        forecast: (values, horizon, periods) =>
            periods.length < 2 ? undefined : repeatLast(values, horizon, periods[periods.length - 1])
    },
    DAMPED_TREND,
    THETA,
    AUTOREGRESSION,
    {
        ...AUTOREGRESSION,
        method: 'ar_differences',
        forecast: (values, horizon, periods) => autoregress(values, horizon, periods, 1)
    },
    {
        ...AUTOREGRESSION,
        method: 'ar_seasonal_differences',
        forecast: (values, horizon, periods) =>
            periods.length === 0 ? undefined : autoregress(values, horizon, periods, periods[0])
    }
];

/** @throws ParameterError when there is no such method */
export function forecasterOf(method: string): Forecaster {
    const found = FORECASTERS.find(each => each.method === method);
    if (found === undefined) {
        const known = FORECASTERS.map(each => each.method).join(', ');
        throw new ParameterError(`There is no forecasting method "${method}"; use auto, var or one of ${known}.`);
    }
    return found;
}
