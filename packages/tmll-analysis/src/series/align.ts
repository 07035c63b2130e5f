import { ParameterError } from './parameter-error';
import { Aggregate, resample } from './resample';
import { rangeOf, TimeRange, TimeSeries } from './time-series';
import { typicalStep } from './typical-step';

export interface AlignOptions {
    /** Step of the common grid; without it the longest of the series' typical steps, so that no value is invented. */
    readonly stepNs?: bigint;
    /** Stretch of the common grid; without it from the first point of all to the last. */
    readonly range?: TimeRange;
    /** Default: the mean. */
    readonly aggregate?: Aggregate;
}

/**
 * All series on one grid, so that the same index is the same time in each. Where a series has no value it is NaN.
 * Series that share their times already stay as they are unless a step or range is asked for.
 * @throws ParameterError when no series tells a step and none is given, or the step makes too many points.
 */
export function align(series: readonly TimeSeries[], options: AlignOptions = {}): TimeSeries[] {
    const range = options.range ?? unionOf(series);
    const asTheyAre = options.stepNs === undefined && options.range === undefined && shareTimes(series);
    if (range === undefined || asTheyAre) {
        return [...series];
    }
    const stepNs = options.stepNs ?? longestStep(series);
    return series.map(each => resample(each, { stepNs, range, aggregate: options.aggregate }));
}

function unionOf(series: readonly TimeSeries[]): TimeRange | undefined {
    return series.map(rangeOf).reduce((union, range) => {
        if (union === undefined || range === undefined) {
            return union ?? range;
        }
        return {
            startNs: range.startNs < union.startNs ? range.startNs : union.startNs,
            endNs: range.endNs > union.endNs ? range.endNs : union.endNs
        };
    }, undefined);
}

function longestStep(series: readonly TimeSeries[]): bigint {
    const steps = series.map(each => typicalStep(each.times)).filter(step => step !== undefined);
    if (steps.length === 0) {
        throw new ParameterError('The series have one point each, which tells no step between points; state one.');
    }
    return BigInt(Math.round(Math.max(...steps)));
}

function shareTimes([first, ...others]: readonly TimeSeries[]): boolean {
    return others.every(
        other =>
            other.origin === first.origin &&
            other.times.length === first.times.length &&
            (other.times === first.times || other.times.every((time, index) => time === first.times[index]))
    );
}
