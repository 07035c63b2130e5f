import type { TraceRecording } from '../recording/trace-recording';
import type { XyOutput } from './xy';

/** An output that a client made of another one, and that has to be computed first. */
export type DerivedOutput = XyOutput & {
    readonly isRunning: boolean;
    /** Why it could not be computed, in a sentence. */
    readonly failed: string | undefined;
    /** Computes it for recordings that are finished; never rejects. @param signal ends it early */
    find(recordings: readonly TraceRecording[], signal: AbortSignal): Promise<void>;
};
