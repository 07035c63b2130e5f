/**
 * A series of values over time. Immutable: algorithms never write into the arrays of their input.
 *
 * Ns since the epoch do not fit a double, so the origin is a bigint and times are offsets from it, exact for 104 days.
 */
export interface TimeSeries {
    /** Stable from run to run: the path joined by `/`. Entry ids of a trace server are not. */
    readonly id: string;
    /** For people: the path joined by ` → `. */
    readonly name: string;
    /** Output name, then the labels of the entries from the root down: `['Event Rate', 'kernel', 'sched_switch']`. */
    readonly path: readonly string[];
    /** Unit of the values as shown: `%`, `B`, `B/s`, `events/s`; empty when there is none. */
    readonly unit: string;
    /** Ns since the epoch to which `times` are relative. */
    readonly origin: bigint;
    /** Whole ns from the origin, ascending; equal times may repeat. */
    readonly times: Float64Array;
    /** As many as there are times; NaN where there is no value. Infinite values count as missing. */
    readonly values: Float64Array;
}

/** Where a series comes from: enough to find it again on the same trace in another run. */
export interface SeriesReference {
    /** Id of the output at the trace server. */
    readonly outputId: string;
    /** `TimeSeries.path`. */
    readonly path: readonly string[];
}

/** A stretch of time in ns since the epoch, both ends inclusive. */
export interface TimeRange {
    readonly startNs: bigint;
    readonly endNs: bigint;
}

/** A place that a user can be brought to: a stretch of time, in a series when it is one's. */
export interface TracePlace extends TimeRange {
    readonly series?: SeriesReference;
}

/** `TimeSeries.id` of a path. */
export function seriesId(path: readonly string[]): string {
    return path.join('/');
}

/** `TimeSeries.name` of a path. */
export function seriesName(path: readonly string[]): string {
    return path.join(' → ');
}

/** From the first point of a series to its last; undefined when there is none. */
export function rangeOf(series: TimeSeries): TimeRange | undefined {
    const { origin, times } = series;
    if (times.length === 0) {
        return undefined;
    }
    return { startNs: origin + BigInt(times[0]), endNs: origin + BigInt(times[times.length - 1]) };
}
