import { setImmediate as nextTurn } from 'node:timers/promises';
import { TraceError, type TraceWarning } from '../../trace/trace';
import type { TraceRecording } from './trace-recording';

/** How long the pass keeps the thread before it lets requests be answered. */
const SLICE_MS = 12;
/** Events between two looks at the clock. */
const EVENTS_PER_LOOK = 1024;

/** How far a pass over a trace has come. */
export interface RecordingProgress {
    /** Events read so far. */
    readonly events: number;
    /** Time of the last of them, as an offset. */
    readonly end: number;
}

/** What a pass found. */
export interface RecordingResult extends RecordingProgress {
    /** Where and why reading had to stop before the end of the trace. */
    readonly cut?: TraceWarning;
}

/**
 * Reads a trace once from end to end and hands every event to the recorders that want it, in slices that leave the thread
 * to others in between. Bytes that make no sense end the pass: what was read up to there counts.
 *
 * @param onProgress called after every slice
 * @param signal ends the pass early with its reason
 */
export async function recordTrace(
    recording: TraceRecording,
    onProgress: (progress: RecordingProgress) => void,
    signal: AbortSignal
): Promise<RecordingResult> {
    const { trace } = recording;
    const handlers = recording.handlers();
    let events = 0;
    let end = trace.start;
    let cut: TraceWarning | undefined;
    const cursor = trace.read();
    try {
        let sliceEnd = performance.now() + SLICE_MS;
        for (let event = cursor.next(); event !== undefined; event = cursor.next()) {
            end = event.time;
            for (const handle of handlers[event.type.index]) {
                handle(event);
            }
            if (++events % EVENTS_PER_LOOK === 0 && performance.now() >= sliceEnd) {
                onProgress({ events, end });
                await nextTurn();
                signal.throwIfAborted();
                sliceEnd = performance.now() + SLICE_MS;
            }
        }
    } catch (error) {
        if (!(error instanceof TraceError)) {
            throw error;
        }
        cut = { file: error.path, message: error.message };
    } finally {
        cursor.close();
    }
    recording.finish(end);
    onProgress({ events, end });
    return { events, end, cut };
}
