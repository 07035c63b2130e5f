import type { EventType } from '../trace/trace';
import type { RecorderKind, TraceRecording } from './recording/trace-recording';

/** What TSP's list of outputs says of one. */
export interface OutputDescriptor {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly type: 'TREE_TIME_XY' | 'TABLE' | 'DATA_TREE' | 'TIME_GRAPH';
}

/** An output of one trace: what it is, whether a trace has it, and what has to be recorded of the trace for it. */
export interface Output {
    readonly descriptor: OutputDescriptor;
    /** Whether a trace in which events of these types occur has this output. */
    appliesTo(types: readonly EventType[]): boolean;
    /** What it reads in `TraceRecording`; recorded in one pass with what the other outputs need. */
    readonly recorders: readonly RecorderKind[];
}

/** Two times, both inclusive, as offsets in ns from the trace's origin. */
export interface TimeSpan {
    readonly start: number;
    readonly end: number;
}

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

/** A line of the tree of an output. */
export interface OutputEntry {
    /** Names the entry within its trace and output, the same in every answer. */
    readonly key: string;
    /** Key of the entry above it; undefined for the trace's own entry. */
    readonly parent?: string;
    /** One text a column. */
    readonly labels: readonly string[];
    /** Whether `series` answers for it. */
    readonly hasData: boolean;
    /** Whether a viewer shows it at first. */
    readonly isDefault?: boolean;
    /** Time graphs: when it exists, in ns from the trace's origin; the end is exclusive but for entries of a whole trace. */
    readonly span?: TimeSpan;
    /** Further facts by name. */
    readonly metadata?: Readonly<Record<string, readonly (string | number)[]>>;
}

/** A column of the labels of a tree. */
export interface TreeHeader {
    readonly name: string;
    readonly dataType: 'STRING' | 'TIME_RANGE';
    /** What the column tells; default none. */
    readonly tooltip?: string;
}

/** Columns of texts. */
export function textHeaders(...names: string[]): TreeHeader[] {
    return names.map(name => ({ name, dataType: 'STRING' }));
}

export interface OutputTree {
    /** The columns of labels; empty when there is one only and it needs no name. */
    readonly headers: readonly TreeHeader[];
    readonly entries: readonly OutputEntry[];
    /** Levels that a viewer opens at first; default: all. */
    readonly autoExpandLevel?: number;
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

/** How to draw something: a style of the output by its key, and what differs from it. */
export interface ElementStyle {
    readonly parentKey: string;
    readonly values: Readonly<Record<string, string | number>>;
}

/** Styles by key, as TSP's `style` request answers them. */
export type OutputStyles = Readonly<Record<string, { readonly values: ElementStyle['values'] }>>;

/** An output with a tree of entries, and a series over time for each entry that has data. */
export interface XyOutput extends Output {
    readonly kind: 'xy';
    readonly styles?: OutputStyles;
    /** The entries of a trace; a span narrows labels that stand for a time range, default is the whole trace. */
    tree(recording: TraceRecording, span?: TimeSpan): OutputTree;
    /** The series of an entry of this trace; undefined when the key is unknown or the entry has no data. */
    series(recording: TraceRecording, key: string, sampling: Sampling, filter?: SeriesFilter): OutputSeries | undefined;
}

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
    /** The entries of a trace; with a span only those that did something in it. */
    tree(recording: TraceRecording, activeIn?: TimeSpan): OutputTree;
    /** The states of an entry at ascending times of the trace, each once; undefined when the key is unknown. */
    states(recording: TraceRecording, key: string, times: Float64Array): GraphState[] | undefined;
    /** The arrows that have to do with states at ascending times; undefined when the output has none. */
    arrows?(recording: TraceRecording, times: Float64Array): GraphArrow[];
    /** What else is known of an entry at a time, by name; undefined when nothing is. */
    tooltip?(recording: TraceRecording, key: string, time: number): Readonly<Record<string, string>> | undefined;
}

/** An output that is a tree of texts, such as statistics. */
export interface DataTreeOutput extends Output {
    readonly kind: 'data';
    /** The entries of a trace; a span adds what is said of it alone to what is said of the whole trace. */
    tree(recording: TraceRecording, span?: TimeSpan): OutputTree;
}

/** An output that has entries. */
export type TreeOutput = XyOutput | TimeGraphOutput | DataTreeOutput;

/** Any output. */
export type AnyOutput = XyOutput | TimeGraphOutput | TableOutput | DataTreeOutput;

/** A column of a table output. */
export interface TableColumn {
    readonly id: number;
    readonly name: string;
    readonly description: string;
    readonly type: 'STRING' | 'NUMBER' | 'TIMESTAMP';
}

/** Which lines of a table are wanted. */
export interface TableQuery {
    /** Rank of the first line, or the time in ns since the epoch from which the first line is the next one. */
    readonly from: { readonly index: number } | { readonly time: bigint };
    readonly count: number;
    /** Columns by id, in the order wanted; undefined: all. */
    readonly columnIds?: readonly number[];
    /** Begin at the first line at or after (`NEXT`), or at or before (`PREVIOUS`) the one asked for that matches. */
    readonly search?: TableSearch;
}

/** A line matches when in every column named the pattern is found in the cell's text. */
export interface TableSearch {
    readonly patterns: ReadonlyMap<number, RegExp>;
    readonly direction?: 'NEXT' | 'PREVIOUS';
}

export interface TableLine {
    readonly index: number;
    readonly cells: readonly string[];
    /** Whether it matches the search; false without one. */
    readonly matches: boolean;
}

/** Consecutive lines of a table. */
export interface TablePage {
    readonly columnIds: readonly number[];
    /** Rank of the first line; the one asked for when there are no lines. */
    readonly lowIndex: number;
    /** Lines of the whole table. */
    readonly size: number;
    readonly lines: readonly TableLine[];
}

/** An output with lines and columns over all traces of an experiment, ordered by time. */
export interface TableOutput extends Output {
    readonly kind: 'table';
    columns(recordings: readonly TraceRecording[]): readonly TableColumn[];
    /** Answers in slices that leave the thread to others; the signal ends a long search with its reason. */
    lines(recordings: readonly TraceRecording[], query: TableQuery, signal: AbortSignal): Promise<TablePage>;
}
