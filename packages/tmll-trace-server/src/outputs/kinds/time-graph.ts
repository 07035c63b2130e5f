import type { TraceRecording } from '../recording/trace-recording';
import type { Output, TimeSpan } from './output-base';
import type { ElementStyle, OutputStyles } from './style';
import type { OutputTree } from './tree';

/** What an entry of a time graph was in [start, end), in ns from the trace's origin. Without style it was nothing known. */
export interface GraphState {
    readonly start: number;
    readonly end: number;
    readonly label?: string;
    readonly style?: ElementStyle;
}

/** Something that goes from one entry, by its key, at `start` to another one at `end`. */
export interface GraphArrow {
    readonly start: number;
    readonly end: number;
    readonly source: string;
    readonly target: string;
    readonly style: ElementStyle;
}

/** An output with a tree of entries, each of which is in one state at a time. */
export interface TimeGraphOutput extends Output {
    readonly kind: 'timeGraph';
    readonly styles: OutputStyles;
    /** Whether its times are amounts of time from 0 on (a flame graph), not times of the trace. */
    readonly isDuration?: boolean;
    /** The entries of a trace; with a span only those that did something in it. */
    tree(recording: TraceRecording, activeIn?: TimeSpan): OutputTree;
    /** The states of an entry at ascending times of the trace, each once; undefined when the key is unknown. */
    states(recording: TraceRecording, key: string, times: Float64Array): GraphState[] | undefined;
    /** The arrows that have to do with states at ascending times; undefined when the output has none. */
    arrows?(recording: TraceRecording, times: Float64Array): GraphArrow[];
    /** What else is known of an entry at a time, by name; undefined when nothing is. */
    tooltip?(recording: TraceRecording, key: string, time: number): Readonly<Record<string, string>> | undefined;
}
