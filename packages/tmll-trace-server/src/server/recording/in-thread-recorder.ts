import { recordTrace } from '../../outputs/recording/record-trace';
import type { TraceRecorder } from './recorder';

/** Reads traces in this thread, in slices. */
export const inThreadRecorder: TraceRecorder = {
    record: (recording, _path, listener, signal) =>
        recordTrace(recording, progress => listener.progress(progress), signal)
};
