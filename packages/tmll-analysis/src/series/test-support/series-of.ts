import { TimeSeries } from '../time-series';

/** Where the series of tests begin: a time that no double can hold. */
export const ORIGIN = 1_795_424_298_201_926_749n;

/** A series of these values, 100 ms apart unless other times are given (ns from the origin). */
export function seriesOf(values: ArrayLike<number>, times?: ArrayLike<number>, origin = ORIGIN): TimeSeries {
    return {
        id: 'Event Rate/tick',
        name: 'Event Rate → tick',
        path: ['Event Rate', 'tick'],
        unit: 'events/s',
        origin,
        times: times === undefined ? Float64Array.from(values, (_, index) => index * 1e8) : Float64Array.from(times),
        values: Float64Array.from(values)
    };
}
