import { Forecaster } from './forecaster';
import { CANDIDATES, forecasterOf } from './forecasters';
import { Backtest, backtest, meanError, plausible } from './rolling-origin';
import { SEASONAL_NAIVE } from './seasonal-naive';

/** How a series goes on. */
export interface SeriesForecast {
    readonly meanValues: Float64Array;
    /** Of the values to come about these. */
    readonly deviationValues: Float64Array;
    /** Methods whose median it is, the best first. */
    readonly methods: readonly string[];
    /** Mean absolute error of the forecast in the past; NaN when there was no past to try it on. */
    readonly error: number;
    /** Number of earlier times it was tried from. */
    readonly origins: number;
}

/** Methods whose error is within this multiple of the best one's take part in the median. */
const GOOD = 1.5;

/**
 * Goes on with a series. `auto` tries all candidates from earlier times and takes the median of those that did about as well as the best; the
 * spread comes from what that median would have missed then.
 * @param method `auto` or one of `FORECASTERS`
 * @param values evenly spaced, all finite, at least one
 * @throws ParameterError when there is no such method
 */
export function forecastSeries(
    values: Float64Array,
    horizon: number,
    periods: readonly number[],
    method: string
): SeriesForecast {
    const forecasters = method === 'auto' ? CANDIDATES : [forecasterOf(method)];
    const tried = backtest(values, horizon, periods, forecasters);
    const chosen = choose(values, tried);
    const members = (chosen.length > 0 ? chosen : [SEASONAL_NAIVE])
        .map(forecaster => ({ forecaster, ahead: forecaster.forecast(values, horizon, periods) }))
        .filter((each): each is { forecaster: Forecaster; ahead: Float64Array } => each.ahead !== undefined);
    const used = members.length > 0 ? members : [{ forecaster: SEASONAL_NAIVE, ahead: lastValue(values, horizon) }];
    const past = pastMedians(
        tried,
        used.map(({ forecaster }) => forecaster)
    );
    return {
        meanValues: plausible(medianOf(used.map(({ ahead }) => ahead)), values),
        deviationValues: deviationsOf(values, horizon, tried, past),
        methods: used.map(({ forecaster }) => forecaster.method),
        error: past.length === 0 ? NaN : meanError(values, tried, past),
        origins: past.length
    };
}

/** The good ones, the best first. */
function choose(values: Float64Array, tried: Backtest): Forecaster[] {
    const rated = [...tried.forecasts]
        .filter(([, forecasts]) => forecasts.length > 0)
        .map(([forecaster, forecasts]) => ({ forecaster, error: meanError(values, tried, forecasts) }))
        .sort((a, b) => a.error - b.error);
    return rated.filter(({ error }) => error <= GOOD * rated[0].error).map(({ forecaster }) => forecaster);
}

function pastMedians({ origins, forecasts }: Backtest, members: readonly Forecaster[]): Float64Array[] {
    const answers = members.map(member => forecasts.get(member)).filter(each => each !== undefined);
    return answers.length === 0 ? [] : origins.map((_, index) => medianOf(answers.map(each => each[index])));
}

function lastValue(values: Float64Array, horizon: number): Float64Array {
    return new Float64Array(horizon).fill(values[values.length - 1]);
}

/** At each place the median of what lies there. */
function medianOf(forecasts: readonly Float64Array[]): Float64Array {
    return forecasts[0].map((_, step) => {
        const sorted = forecasts.map(forecast => forecast[step]).sort((a, b) => a - b);
        const half = sorted.length >> 1;
        return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    });
}

/**
 * Root mean square of what was missed so many steps ahead, over neighbouring steps too, never falling with the distance. Beyond what was tried it grows
 * with the square root of the distance, as in a random walk; without a past it is that of the steps between values.
 */
function deviationsOf(
    values: Float64Array,
    horizon: number,
    { origins, horizon: reach }: Backtest,
    past: readonly Float64Array[]
): Float64Array {
    const squares = new Float64Array(reach);
    if (past.length === 0) {
        const steps = values.subarray(1).map((value, index) => (value - values[index]) ** 2);
        squares.fill(steps.length === 0 ? 0 : steps.reduce((sum, square) => sum + square, 0) / steps.length);
    }
    past.forEach((forecast, index) =>
        forecast.forEach((value, step) => (squares[step] += (value - values[origins[index] + step]) ** 2 / past.length))
    );
    // The errors come from few times: a variance from k of them is uncertain by about 1/k.
    const uncertainty = past.length === 0 ? 1 : 1 + 2 / past.length;
    const half = Math.ceil(reach / 8);
    let most = 0;
    return Float64Array.from({ length: horizon }, (_, step) => {
        if (step >= reach) {
            return most * Math.sqrt((step + 1) / reach);
        }
        const near = squares.subarray(Math.max(0, step - half), Math.min(reach, step + half + 1));
        const mean = near.reduce((sum, square) => sum + square, 0) / near.length;
        most = Math.max(most, Math.sqrt(uncertainty * mean));
        return most;
    });
}
