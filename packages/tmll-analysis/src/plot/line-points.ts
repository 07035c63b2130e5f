import { thin } from '../series/thin';
import { TimeSeries } from '../series/time-series';
import { TimeAxis } from './time-axis';

/** A point of a line; null where the line has a gap. */
export type LinePoint = [x: number, y: number | null];

/** More points than this are thinned out: a plot has no more than some hundred pixels across. */
const MOST_POINTS = 4_000;

/**
 * The points of a series as a line on an axis. Of a long series the least and the greatest value of each of 2,000 stretches
 * of equally many points stay (`thin`), so that no peak is lost; NaN makes a gap.
 */
export function linePoints(series: Pick<TimeSeries, 'origin' | 'times' | 'values'>, axis: TimeAxis): LinePoint[] {
    const { origin, times, values } = thin(series, MOST_POINTS);
    const place = axis.from(origin);
    return Array.from(values, (value, index) => [place(times[index]), Number.isFinite(value) ? value : null]);
}
