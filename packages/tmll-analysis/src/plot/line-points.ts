import { TimeSeries } from '../series/time-series';
import { TimeAxis } from './time-axis';

/** A point of a line; null where the line has a gap. */
export type LinePoint = [x: number, y: number | null];

/** More points than this are thinned out: a plot has no more than some hundred pixels across. */
const MOST_POINTS = 4_000;

/**
 * The points of a series as a line on an axis. Of a long series the least and the greatest value of each of 2,000 stretches
 * of equally many points stay, in their order, so that no peak is lost; NaN makes a gap.
 */
export function linePoints({ origin, times, values }: TimeSeries, axis: TimeAxis): LinePoint[] {
    const place = axis.from(origin);
    const point = (index: number): LinePoint => [
        place(times[index]),
        Number.isFinite(values[index]) ? values[index] : null
    ];
    if (values.length <= MOST_POINTS) {
        return Array.from(values, (_, index) => point(index));
    }
    const stretches = MOST_POINTS / 2;
    const kept: LinePoint[] = [];
    for (let stretch = 0; stretch < stretches; stretch++) {
        const from = Math.floor((stretch * values.length) / stretches);
        const to = Math.floor(((stretch + 1) * values.length) / stretches);
        kept.push(...extremes(values, from, to).map(point));
    }
    return kept;
}

/** Indices of the least and the greatest value in their order; the first of the stretch when it has no value. */
function extremes(values: Float64Array, from: number, to: number): number[] {
    let least = -1;
    let greatest = -1;
    for (let index = from; index < to; index++) {
        const value = values[index];
        if (Number.isFinite(value)) {
            least = least < 0 || value < values[least] ? index : least;
            greatest = greatest < 0 || value > values[greatest] ? index : greatest;
        }
    }
    if (least < 0) {
        return [from];
    }
    return least === greatest ? [least] : [Math.min(least, greatest), Math.max(least, greatest)];
}
