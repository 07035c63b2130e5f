import type { TraceRecording } from '../recording/trace-recording';
import type { Output, TimeSpan } from './output-base';
import type { OutputStyles } from './style';
import type { OutputTree } from './tree';

/**
 * The times at which a series is asked for. The value at a time stands for the bin that ends there: the bin begins after the
 * time before it, the first one after `before`.
 */
export interface Sampling {
    /** Ascending, offsets in ns from the trace's origin. */
    readonly times: Float64Array;
    /** At most the first time. */
    readonly before: number;
}

/** The values of an entry at the times asked for: as many, and always numbers (a viewer blanks a chart that has none). */
export interface OutputSeries {
    readonly name: string;
    readonly values: Float64Array;
    /** Unit of the values: `%`, `B`, `B/s`, `events`, `events/s`, empty when the trace does not tell. */
    readonly unit: string;
}

/** What a client may narrow a series to. */
export interface SeriesFilter {
    /** Only what these CPUs did. */
    readonly cpus?: ReadonlySet<number>;
}

/** An output with a tree of entries, and a series over time for each entry that has data. */
export interface XyOutput extends Output {
    readonly kind: 'xy';
    readonly styles?: OutputStyles;
    /** How to draw its series; default: lines. */
    readonly seriesType?: 'line' | 'bar';
    /** The entries of a trace; a span narrows labels that stand for a time range, default is the whole trace. */
    tree(recording: TraceRecording, span?: TimeSpan): OutputTree;
    /** The series of an entry of this trace; undefined when the key is unknown or the entry has no data. */
    series(recording: TraceRecording, key: string, sampling: Sampling, filter?: SeriesFilter): OutputSeries | undefined;
}

/** Points of an entry: not at times asked for, but where something happened. */
export interface ScatterPoints {
    readonly name: string;
    readonly unit: string;
    /** Ascending, offsets in ns from the trace's origin. */
    readonly times: Float64Array;
    readonly values: Float64Array;
}

/** An output with a tree of entries, and points over time for each of them. */
export interface ScatterOutput extends Output {
    readonly kind: 'scatter';
    /** The entries of a trace that have points in a span; default is the whole trace. */
    tree(recording: TraceRecording, span?: TimeSpan): OutputTree;
    /**
     * The points from the first to the last time; those that could not be told from others at this many times may be left out.
     * Undefined when the entry has no data.
     */
    points(recording: TraceRecording, key: string, sampling: Sampling): ScatterPoints | undefined;
}
