import { TimeSeries } from '../series/time-series';
import { bridgeGaps } from '../statistics/bridge-gaps';
import { mean, standardDeviation } from '../statistics/moments';
import { cluster, ClusterOptions } from './cluster';
import { GroupedSeries, SeriesGroup, SeriesGroups } from './clustering-result';
import { Rows } from './distances';

/** Points by which series are compared. */
const POINTS = 200;
/** Share of the times at which a series has a value. */
const DENSE = 0.5;

/** A series with what names it. */
export interface NamedSeries extends GroupedSeries {
    readonly points: TimeSeries;
}

/**
 * Groups series that move alike, whatever their units: each is brought to some 200 means over equal stretches, of mean 0 and standard deviation 1; two series that
 * correlate by r are then √(2·n·(1 − r)) apart.
 * @param series on one grid
 * @returns undefined for fewer than three series that vary
 */
export function groupSeries(series: readonly NamedSeries[], options: ClusterOptions): SeriesGroups | undefined {
    const shapes = series.map(each => ({ each, shape: shapeOf(each.points) }));
    const varying = shapes.filter(
        (entry): entry is { each: NamedSeries; shape: Float64Array } => entry.shape !== undefined
    );
    if (varying.length < 3) {
        return undefined;
    }
    const rows = varying.map(({ shape }) => shape);
    const { labels, count, quality } = cluster(rows, options);
    const named = varying.map(({ each }) => nameOf(each));
    const groups = Array.from({ length: count }, (_, label): SeriesGroup => ({
        members: named.filter((__, index) => labels[index] === label),
        curve: meanCurve(
            varying[0].each.points,
            rows.filter((__, index) => labels[index] === label)
        )
    }));
    return {
        groups: groups.sort((a, b) => b.members.length - a.members.length),
        alone: named.filter((_, index) => labels[index] < 0),
        constant: shapes.filter(({ shape }) => shape === undefined).map(({ each }) => nameOf(each)),
        ...(quality === undefined ? {} : { quality })
    };
}

export function nameOf({ series, id, name }: GroupedSeries): GroupedSeries {
    return { series, id, name };
}

/** Whether there is a value at half of the times. */
export function isDense(values: Float64Array): boolean {
    return values.filter(Number.isFinite).length >= DENSE * values.length;
}

/** Undefined for a series without spread, or with few values. */
function shapeOf({ values }: TimeSeries): Float64Array | undefined {
    if (!isDense(values)) {
        return undefined;
    }
    const filled = bridgeGaps(values);
    const count = Math.min(POINTS, filled.length);
    const means = Float64Array.from({ length: count }, (_, part) =>
        mean(
            filled.subarray(
                Math.floor((part * filled.length) / count),
                Math.floor(((part + 1) * filled.length) / count)
            )
        )
    );
    const middle = mean(means);
    const deviation = standardDeviation(means, 'population');
    return deviation > 1e-12 * Math.abs(middle) ? means.map(value => (value - middle) / deviation) : undefined;
}

function meanCurve({ origin, times }: TimeSeries, rows: Rows): SeriesGroup['curve'] {
    const count = rows[0].length;
    return {
        originNs: origin,
        times: Float64Array.from({ length: count }, (_, part) => times[Math.floor((part * times.length) / count)]),
        values: rows[0].map((_, part) => rows.reduce((sum, row) => sum + row[part], 0) / rows.length)
    };
}
