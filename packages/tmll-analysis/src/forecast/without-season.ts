import { seasonalShape } from '../statistics/seasonality';

/**
 * Goes on with a series that repeats by a method that knows no season: what repeats (`seasonalShape`) is taken away before and
 * added afterwards.
 */
export function withoutSeason(
    values: Float64Array,
    periods: readonly number[],
    forecast: (level: Float64Array) => Float64Array | undefined
): Float64Array | undefined {
    const period = periods[0];
    const shape = period === undefined ? undefined : seasonalShape(values, period)?.shape;
    if (shape === undefined || !shape.every(Number.isFinite)) {
        return forecast(values);
    }
    const ahead = forecast(values.map((value, t) => value - shape[t % period]));
    return ahead?.map((value, step) => value + shape[(values.length + step) % period]);
}
