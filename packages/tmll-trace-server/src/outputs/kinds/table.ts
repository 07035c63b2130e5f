import type { TraceRecording } from '../recording/trace-recording';
import type { Output } from './output-base';

/** A column of a table output. */
export interface TableColumn {
    readonly id: number;
    readonly name: string;
    readonly description: string;
    readonly type: 'STRING' | 'NUMBER' | 'TIMESTAMP' | 'DURATION';
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
