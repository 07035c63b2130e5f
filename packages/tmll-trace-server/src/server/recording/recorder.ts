import type { RecordingProgress, RecordingResult } from '../../outputs/recording/record-trace';
import type { TraceRecording } from '../../outputs/recording/trace-recording';

/** What is told while a trace is read. */
export interface RecordingListener {
    progress(progress: RecordingProgress): void;
    /** Something that did not hinder, in a sentence. */
    warning(message: string): void;
}

/** What was found in a trace. */
export interface Recorded extends RecordingResult {
    /** Lets files go that the recording reads from; nothing can be asked of it afterwards. */
    close?(): void;
}

/** Fills the recorders of a recording with what is in its trace. */
export interface TraceRecorder {
    /**
     * @param path where the trace is
     * @param signal ends the work early with its reason
     * @throws Error when the trace cannot be read
     */
    record(
        recording: TraceRecording,
        path: string,
        listener: RecordingListener,
        signal: AbortSignal
    ): Promise<Recorded>;
}
