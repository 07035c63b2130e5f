import { ResourceKind, resourceKindOf } from '../series/resource-kind';
import { TimeSeries } from '../series/time-series';
import { standardDeviation } from '../statistics/moments';
import { bridgeGaps } from '../statistics/bridge-gaps';
import { SeriesForecast } from './forecast-series';
import { vectorAutoregress } from './vector-autoregression';

const MOST_ORIGINS = 4;

/**
 * Forecasts of series of the same kind from the last values of all of them (`vectorAutoregress`), the spread from up to four earlier
 * times. A series that is the only one of its kind, or too short, has none.
 * @param series on one grid
 */
export function forecastTogether(
    series: readonly TimeSeries[],
    horizon: number
): ReadonlyMap<TimeSeries, SeriesForecast> {
    const forecasts = new Map<TimeSeries, SeriesForecast>();
    const kinds = new Set(series.map(each => resourceKindOf(each.path)));
    for (const kind of kinds) {
        forecastKind(kind, series, horizon).forEach(([each, forecast]) => forecasts.set(each, forecast));
    }
    return forecasts;
}

function forecastKind(
    kind: ResourceKind,
    series: readonly TimeSeries[],
    horizon: number
): (readonly [TimeSeries, SeriesForecast])[] {
    const own = series.filter(each => resourceKindOf(each.path) === kind && each.values.some(Number.isFinite));
    const values = own.map(each => bridgeGaps(each.values));
    const ahead = own.length < 2 ? undefined : vectorAutoregress(values, horizon);
    if (ahead === undefined) {
        return [];
    }
    const length = values[0].length;
    const reach = Math.max(1, Math.min(horizon, Math.floor(length / 8)));
    const origins = Array.from({ length: MOST_ORIGINS }, (_, index) => length - (index + 1) * reach);
    const past = origins.map(origin => ({
        origin,
        forecast: vectorAutoregress(
            values.map(each => each.subarray(0, origin)),
            reach
        )
    }));
    const tried = past.filter(each => each.forecast !== undefined);
    return own.map((each, index) => {
        const errors = tried.flatMap(({ origin, forecast = [] }) =>
            Array.from(forecast[index] ?? [], (value, step) => ({ step, error: value - values[index][origin + step] }))
        );
        const square = errors.reduce((sum, { error }) => sum + error * error, 0) / errors.length;
        const deviation =
            errors.length === 0
                ? standardDeviation(values[index], 'population')
                : Math.sqrt(square * (1 + 2 / tried.length));
        return [
            each,
            {
                meanValues: ahead[index],
                deviationValues: new Float64Array(horizon)
                    .fill(deviation)
                    .map((value, step) => value * Math.sqrt(Math.max(1, step / reach))),
                methods: ['var'],
                error: errors.reduce((sum, { error }) => sum + Math.abs(error), 0) / errors.length,
                origins: tried.length
            }
        ] as const;
    });
}
