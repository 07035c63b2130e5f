import { Plot, PlotSize } from '../plot/plot';
import { TimeSeries } from '../series/time-series';
import { formatDuration } from '../series/duration';
import { overlaidSeriesPlot } from './plots';

/** What a series needs to be drawn beside another: its values on the grid of the result, where they were kept. */
export interface DrawableSeries {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly values?: Float64Array;
}

/** The grid that series were compared on: ns since the epoch of the first point, and the time between points. */
export interface SeriesGrid {
    readonly startNs: bigint;
    readonly stepNs: bigint;
}

/** More dots than these hide each other. */
const MOST_DOTS = 2_000;

/** Two series over one another in standard deviations; undefined where their values were not kept. */
export function overlaidPairPlot(
    grid: SeriesGrid,
    first: DrawableSeries,
    second: DrawableSeries,
    size: PlotSize = {}
): Plot | undefined {
    const series = [first, second].flatMap(each => onGrid(grid, each) ?? []);
    return series.length === 2
        ? { ...overlaidSeriesPlot(series, size), title: `${first.name} and ${second.name}` }
        : undefined;
}

/**
 * The values of one series against those of another; undefined where they were not kept.
 * @param lagSamples the first is taken so many points earlier than the second, so that what it leads by is taken out
 */
export function scatterPlot(
    { stepNs }: SeriesGrid,
    first: DrawableSeries,
    second: DrawableSeries,
    lagSamples = 0,
    size: PlotSize = {}
): Plot | undefined {
    if (!first.values || !second.values) {
        return undefined;
    }
    const dots = dotsOf(first.values, second.values, lagSamples);
    const every = Math.ceil(dots.length / MOST_DOTS);
    const [leader, ns] = lagSamples > 0 ? [first, lagSamples] : [second, -lagSamples];
    const shift =
        lagSamples === 0 ? 'at the same time' : `with ${leader.name} ${formatDuration(BigInt(ns) * stepNs)} earlier`;
    return {
        id: 'scatter',
        title: lagSamples === 0 ? 'One Against the Other' : 'One Against the Other, Lag Taken Out',
        description: `${second.name} against ${first.name}, ${shift}: a line means that the one tells the other.`,
        width: size.width ?? 480,
        height: size.height ?? 380,
        option: {
            grid: { left: 84, right: 28, top: 44, bottom: 60 },
            xAxis: { ...axis(first), nameGap: 30 },
            yAxis: { ...axis(second), nameGap: 60 },
            series: [
                {
                    type: 'scatter',
                    symbolSize: 4,
                    itemStyle: { opacity: 0.55 },
                    data: every > 1 ? dots.filter((_, index) => index % every === 0) : dots
                }
            ]
        }
    };
}

function axis({ name, unit }: DrawableSeries): { type: 'value'; name: string; nameLocation: 'middle'; scale: true } {
    return { type: 'value', name: unit === '' ? name : `${name} (${unit})`, nameLocation: 'middle', scale: true };
}

function dotsOf(first: Float64Array, second: Float64Array, lag: number): [number, number][] {
    const dots: [number, number][] = [];
    for (let index = Math.max(0, -lag); index < Math.min(first.length, second.length - lag); index++) {
        if (Number.isFinite(first[index]) && Number.isFinite(second[index + lag])) {
            dots.push([first[index], second[index + lag]]);
        }
    }
    return dots;
}

function onGrid({ startNs, stepNs }: SeriesGrid, { id, name, unit, values }: DrawableSeries): TimeSeries | undefined {
    if (values === undefined) {
        return undefined;
    }
    const times = Float64Array.from(values, (_, index) => index * Number(stepNs));
    return { id, name, path: [name], unit, origin: startNs, times, values };
}
