import { TimeSeries } from '../series/time-series';
import { quantile } from '../statistics/quantile';
import { ChangePoint, Segment } from './change-point-result';
import { Location } from './location';

const NS_PER_SECOND = 1e9;
/** A level that holds for this share of a series has settled. */
const SETTLED_SHARE = 0.03;

/** A stretch of values, evenly spaced, with the line that fits it best, or the mean where `isLine` is false. */
export interface FittedSegment extends Segment {
    /** The line at a time in ns from the origin of the series. */
    at(time: number): number;
}

/** The stretches between changes (indices into the series), each with its moments. */
export function fitSegments(series: TimeSeries, changes: readonly number[], isLine: boolean): FittedSegment[] {
    const { length } = series.values;
    const ends = length === 0 ? [] : [...changes, length];
    return ends.map((end, index) => fitSegment(series, index === 0 ? 0 : ends[index - 1], end, isLine));
}

function fitSegment({ times, values, origin }: TimeSeries, start: number, end: number, isLine: boolean): FittedSegment {
    const points = end - start;
    let mean = 0;
    let center = 0;
    for (let index = start; index < end; index++) {
        mean += (values[index] - mean) / (index - start + 1);
        center += (times[index] - center) / (index - start + 1);
    }
    let squares = 0;
    let spread = 0;
    let product = 0;
    for (let index = start; index < end; index++) {
        const time = times[index] - center;
        const value = values[index] - mean;
        squares += value * value;
        spread += time * time;
        product += time * value;
    }
    const slope = isLine && spread > 0 ? product / spread : 0;
    return {
        startNs: origin + BigInt(times[start]),
        endNs: origin + BigInt(times[end - 1]),
        points,
        mean,
        deviation: Math.sqrt(Math.max(0, squares - slope * slope * spread) / points),
        slope: slope * NS_PER_SECOND,
        at: time => mean + slope * (time - center)
    };
}

/**
 * What changes from one stretch to the next.
 * @param change index of the first value of the stretch after it
 * @param end index of the last value of that stretch
 */
export function changeBetween(
    series: TimeSeries,
    [before, after]: readonly [FittedSegment, FittedSegment],
    { change, end }: { readonly change: number; readonly end: number },
    location: Location
): ChangePoint {
    const { times, origin } = series;
    const step = after.at(times[change]) - before.at(times[change]);
    // A line is not believed for longer than it was seen.
    const horizon = Math.min(end, change + before.points - 1);
    const later = after.at(times[horizon]) - before.at(times[horizon]);
    const spread = after.deviation - before.deviation;
    const largest = Math.max(Math.abs(step), Math.abs(later), 2 * Math.abs(spread));
    const share = largest / usualRange(series.values) || 0;
    return {
        ns: origin + BigInt(times[change]),
        startNs: origin + BigInt(times[location.first]),
        endNs: origin + BigInt(times[location.last]),
        before: plain(before),
        after: plain(after),
        step,
        slopeChange: after.slope - before.slope,
        share,
        probability: location.probability,
        severity: changeSeverity(share, location.probability) * persistence(before, after, times.length)
    };
}

/**
 * A change has a before and an after. Where one of them is short, it is rather a burst, which anomalies tell of: it counts by how much of 3 % of
 * the series the shorter one has.
 */
function persistence(before: Segment, after: Segment, length: number): number {
    return Math.min(1, Math.min(before.points, after.points) / (SETTLED_SHARE * length));
}

/** A fitted segment as it crosses processes. */
export function plain({ startNs, endNs, points, mean, deviation, slope }: FittedSegment): Segment {
    return { startNs, endNs, points, mean, deviation, slope };
}

/**
 * How much a change that lasts matters, 0 to 100: 100·(1 − exp(−1.5·share))·probability. One by a tenth of the usual range has 14, by
 * half of it 53, by all of it 78.
 */
export function changeSeverity(share: number, probability: number): number {
    return 100 * (1 - Math.exp(-1.5 * share)) * probability;
}

/** From the 2 % to the 98 % quantile; the whole range where these are equal. */
function usualRange(values: Float64Array): number {
    const usual = quantile(values, 0.98) - quantile(values, 0.02);
    return usual > 0 ? usual : quantile(values, 1) - quantile(values, 0);
}
