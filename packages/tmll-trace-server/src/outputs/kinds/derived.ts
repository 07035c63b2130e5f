import type { TraceRecording } from '../recording/trace-recording';
import type { TableOutput } from './table';
import type { XyOutput } from './xy';

/** What has to be computed before an output can answer. */
export interface Computation {
    readonly isRunning: boolean;
    /** Why it could not be computed, in a sentence. */
    readonly failed: string | undefined;
    /** Computes it for recordings that are finished; never rejects. @param signal ends it early */
    find(recordings: readonly TraceRecording[], signal: AbortSignal): Promise<void>;
}

/** An output that a client made of another one. */
export type DerivedOutput = (XyOutput | TableOutput) & { readonly computation: Computation };
