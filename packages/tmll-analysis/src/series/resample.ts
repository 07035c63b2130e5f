import { Fill, fillGaps } from './fill';
import { Grid, gridOf } from './grid';
import { slice } from './slice';
import { rangeOf, TimeRange, TimeSeries } from './time-series';

/** What stands for the points of a bin. Points without a value do not count. */
export type Aggregate = 'mean' | 'max' | 'min' | 'sum' | 'last';

export interface ResampleOptions {
    /** Width of a bin. */
    readonly stepNs: bigint;
    /** A border between two bins lies here; without it, where the range starts. */
    readonly originNs?: bigint;
    /** Which points, and bins for all of this stretch even where there is no point; without it that of the series. */
    readonly range?: TimeRange;
    /** Default: the mean. */
    readonly aggregate?: Aggregate;
    /** How bins without a value get one; without it they stay NaN. */
    readonly fill?: Fill;
}

/** Takes one more value, the `count`-th of its bin, into the bin's result so far. */
type Accumulate = (sofar: number, value: number, count: number) => number;

const ACCUMULATE: Readonly<Record<Aggregate, Accumulate>> = {
    // The running mean of equal values is exactly that value, a sum divided by their number is not.
    mean: (sofar, value, count) => sofar + (value - sofar) / count,
    max: (sofar, value) => Math.max(sofar, value),
    min: (sofar, value) => Math.min(sofar, value),
    sum: (sofar, value) => sofar + value,
    last: (_, value) => value
};

/**
 * The series on an exact grid: one point per bin, at the bin's start. A bin covers [start, start + step).
 *
 * No value is invented: a bin without one is NaN unless `fill` is asked for.
 * @throws ParameterError when the step is not positive or makes too many bins.
 */
export function resample(series: TimeSeries, options: ResampleOptions): TimeSeries {
    const range = options.range ?? rangeOf(series);
    if (range === undefined) {
        return series;
    }
    const grid = gridOf(range, options.stepNs, options.originNs);
    const values = aggregated(slice(series, range), grid, ACCUMULATE[options.aggregate ?? 'mean']);
    return {
        ...series,
        origin: grid.startNs,
        times: grid.times(),
        values: options.fill === undefined ? values : fillGaps(values, options.stepNs, options.fill)
    };
}

function aggregated(series: TimeSeries, grid: Grid, accumulate: Accumulate): Float64Array {
    const { times, values } = series;
    const shift = Number(grid.startNs - series.origin);
    const step = Number(grid.stepNs);
    const result = new Float64Array(grid.length).fill(NaN);
    let bin = -1;
    let count = 0;
    for (let index = 0; index < times.length; index++) {
        const value = values[index];
        if (Number.isNaN(value)) {
            continue;
        }
        const own = Math.floor((times[index] - shift) / step);
        count = own === bin ? count + 1 : 1;
        bin = own;
        result[bin] = count === 1 ? value : accumulate(result[bin], value, count);
    }
    return result;
}
