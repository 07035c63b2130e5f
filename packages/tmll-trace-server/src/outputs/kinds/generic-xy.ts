import type { TraceRecording } from '../recording/trace-recording';
import type { Output, TimeSpan } from './output-base';
import type { OutputTree } from './tree';

/** What an axis of a chart shows. */
export interface AxisDescription {
    readonly label: string;
    readonly unit: string;
    readonly dataType: 'NUMBER' | 'DURATION';
}

/** Ranges of whole numbers from 0 on, next to each other. */
export interface ValueRanges {
    readonly count: number;
    /** Which of them holds a value; one beyond the last counts to that. */
    indexOf(value: number): number;
}

/** An output with a tree of entries, and values over ranges of something else than time for each of them. */
export interface GenericXyOutput extends Output {
    readonly kind: 'genericXy';
    readonly xAxis: AxisDescription;
    readonly yAxis: AxisDescription;
    /** The entries of a trace that have values in a span; default is the whole trace. */
    tree(recording: TraceRecording, span?: TimeSpan): OutputTree;
    /** The greatest value that the ranges have to hold. */
    extent(recording: TraceRecording): number;
    /** A value for each range, of what has a time in a span. */
    series(
        recording: TraceRecording,
        key: string,
        ranges: ValueRanges,
        span: TimeSpan
    ): { readonly name: string; readonly values: Float64Array };
}
