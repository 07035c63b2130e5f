import type { EventType } from '../../trace/trace';
import type { DerivedOutput } from './derived';
import type { RecorderKind } from '../recording/trace-recording';

/** What TSP's list of outputs says of one. */
export interface OutputDescriptor {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly type: 'TREE_TIME_XY' | 'TABLE' | 'DATA_TREE' | 'TIME_GRAPH' | 'TREE_GENERIC_XY' | 'GANTT_CHART';
}

/** An output of one trace: what it is, whether a trace has it, and what has to be recorded of the trace for it. */
export interface Output {
    readonly descriptor: OutputDescriptor;
    /** Whether a trace in which events of these types occur has this output. */
    appliesTo(types: readonly EventType[]): boolean;
    /** What it reads in `TraceRecording`; recorded in one pass with what the other outputs need. */
    readonly recorders: readonly RecorderKind[];
    /** How a client may make further outputs of it; undefined: not at all. */
    readonly configuration?: OutputConfiguration;
}

/** How further outputs are made of an output. */
export interface OutputConfiguration {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    /** JSON schema of the parameters. */
    readonly schema: JsonSchema;
    /** @throws Error in one sentence when the parameters are wrong */
    derive(descriptor: OutputDescriptor, parameters: Readonly<Record<string, unknown>>): DerivedOutput;
}

/** A part of a JSON schema. */
export type JsonSchema = string | number | boolean | readonly JsonSchema[] | { readonly [keyword: string]: JsonSchema };

/** Two times, both inclusive, as offsets in ns from the trace's origin. */
export interface TimeSpan {
    readonly start: number;
    readonly end: number;
}
