import { Forecaster } from './forecaster';

/** What forecasters would have said in the past. */
export interface Backtest {
    /** Index of the first value to come, of each time. */
    readonly origins: readonly number[];
    /** Number of values that each looks ahead. */
    readonly horizon: number;
    /** By forecaster, those that had an answer each time: the forecasts from each origin. */
    readonly forecasts: ReadonlyMap<Forecaster, readonly Float64Array[]>;
}

const MOST_ORIGINS = 8;
/** Of the values, so many may be set aside to be forecast. */
const TESTED = 0.5;
const FEWEST_VALUES = 12;

/**
 * Lets each forecaster go on from earlier times, with what was known then (Tashman 2000): from up to eight origins, a horizon apart. The
 * horizon is shorter where the series is.
 */
export function backtest(
    values: Float64Array,
    horizon: number,
    periods: readonly number[],
    forecasters: readonly Forecaster[]
): Backtest {
    const { length } = values;
    const reach = Math.max(1, Math.min(horizon, Math.floor(length / 4)));
    const origins: number[] = [];
    for (let origin = length - reach; origins.length < MOST_ORIGINS; origin -= reach) {
        if (origin < Math.max(FEWEST_VALUES, (1 - TESTED) * length)) {
            break;
        }
        origins.push(origin);
    }
    const forecasts = new Map<Forecaster, readonly Float64Array[]>();
    for (const forecaster of forecasters) {
        const answers = origins.map(origin => {
            const known = values.subarray(0, origin);
            const shown = periods.filter(period => period <= origin / 2);
            const answer = forecaster.forecast(known, reach, shown);
            return answer && plausible(answer, known);
        });
        if (answers.every(answer => answer !== undefined)) {
            forecasts.set(forecaster, answers);
        }
    }
    return { origins, horizon: reach, forecasts };
}

/** Mean absolute error of forecasts from the origins of a backtest. */
export function meanError(values: Float64Array, { origins }: Backtest, forecasts: readonly Float64Array[]): number {
    let sum = 0;
    let count = 0;
    forecasts.forEach((forecast, index) =>
        forecast.forEach((value, step) => {
            sum += Math.abs(value - values[origins[index] + step]);
            count++;
        })
    );
    return sum / count;
}

/** No farther beyond what was seen than its whole range, and not below 0 where nothing was. */
export function plausible(forecast: Float64Array, values: Float64Array): Float64Array {
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
    const range = most - least;
    const lowest = least >= 0 ? Math.max(0, least - range) : least - range;
    return forecast.map(value => (Number.isFinite(value) ? Math.min(most + range, Math.max(lowest, value)) : most));
}
