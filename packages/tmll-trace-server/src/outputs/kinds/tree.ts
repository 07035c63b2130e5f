import type { TraceRecording } from '../recording/trace-recording';
import type { Output, TimeSpan } from './output-base';

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

/** An output that is a tree of texts, such as statistics. */
export interface DataTreeOutput extends Output {
    readonly kind: 'data';
    /** The entries of a trace; a span adds what is said of it alone to what is said of the whole trace. */
    tree(recording: TraceRecording, span?: TimeSpan): OutputTree;
}
