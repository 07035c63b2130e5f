import { M4Series } from './m4-series';

/**
 * The overall weighted average of the M4 competition (Makridakis, Spiliotis and Assimakopoulos 2020): the mean of sMAPE and MASE, each
 * relative to that of Naive2, the last value with multiplicative seasonal indices where the series is seasonal.
 * @param period of the season as the competition has it: 24 for hourly series, 1 for weekly ones
 */
export function overallWeightedAverage(
    series: readonly M4Series[],
    period: number,
    forecast: (series: M4Series) => ArrayLike<number>
): number {
    let own = { smape: 0, mase: 0 };
    let naive = { smape: 0, mase: 0 };
    for (const each of series) {
        own = add(own, errorsOf(each, period, forecast(each)));
        naive = add(naive, errorsOf(each, period, naive2(each, period)));
    }
    return (own.smape / naive.smape + own.mase / naive.mase) / 2;
}

interface Errors {
    readonly smape: number;
    readonly mase: number;
}

function add(a: Errors, b: Errors): Errors {
    return { smape: a.smape + b.smape, mase: a.mase + b.mase };
}

function errorsOf({ history, future }: M4Series, period: number, forecast: ArrayLike<number>): Errors {
    let scale = 0;
    for (let t = period; t < history.length; t++) {
        scale += Math.abs(history[t] - history[t - period]) / (history.length - period);
    }
    const errors = Array.from(future, (value, step) => Math.abs(value - forecast[step]));
    const relative = errors.map((error, step) => (200 * error) / (Math.abs(future[step]) + Math.abs(forecast[step])));
    return { smape: mean(relative), mase: mean(errors) / scale };
}

/** The last value, seasonally adjusted, where the competition's test finds a season. */
export function naive2({ history, future }: M4Series, period: number): Float64Array {
    const indices = isSeasonal(history, period) ? seasonalIndices(history, period) : new Float64Array(period).fill(1);
    const last = history[history.length - 1] / indices[(history.length - 1) % period];
    return future.map((_, step) => last * indices[(history.length + step) % period]);
}

/** The autocorrelation at the period against its limit of 90 %. */
function isSeasonal(values: Float64Array, period: number): boolean {
    if (period === 1 || values.length < 3 * period) {
        return false;
    }
    const middle = mean(Array.from(values));
    const correlation = (lag: number): number => {
        let product = 0;
        let squares = 0;
        values.forEach((value, t) => {
            squares += (value - middle) ** 2;
            product += t < lag ? 0 : (value - middle) * (values[t - lag] - middle);
        });
        return product / squares;
    };
    let squares = 0;
    for (let lag = 1; lag < period; lag++) {
        squares += correlation(lag) ** 2;
    }
    return Math.abs(correlation(period)) > 1.645 * Math.sqrt((1 + 2 * squares) / values.length);
}

/** By classical multiplicative decomposition. */
function seasonalIndices(values: Float64Array, period: number): Float64Array {
    const half = period >> 1;
    const ratios: number[][] = Array.from({ length: period }, () => []);
    for (let t = half; t < values.length - half; t++) {
        let sum = 0;
        for (let near = t - half; near <= t + half; near++) {
            sum += values[near] * (period % 2 === 0 && Math.abs(near - t) === half ? 0.5 : 1);
        }
        ratios[t % period].push((values[t] * period) / sum);
    }
    const means = ratios.map(mean);
    return Float64Array.from(means, value => value / mean(means));
}

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
