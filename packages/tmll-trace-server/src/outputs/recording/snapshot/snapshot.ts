import type { ChunkArray, Page } from '../../columns/pages';
import type { TraceRecording } from '../trace-recording';
import { GraphDecoder } from './graph-decoder';
import { GraphEncoder } from './graph-encoder';
import type { KnownClass } from './known-classes';

/** What was recorded of a trace, as plain data. */
export interface Snapshot {
    /** Names of the trace's event types and of the recorders: another trace, or another version, has others. */
    readonly shape: string;
    /** The fields of each recorder, with numbers of arrays and pages instead of these. */
    readonly recorders: readonly Record<string, unknown>[];
    readonly arrays: readonly ChunkArray[];
    readonly pages: readonly Page<ChunkArray>[];
}

/**
 * What recorders hold after a pass, as data that can be copied to another thread or kept in a file.
 *
 * @throws TypeError when a recorder holds something that cannot be kept
 */
export function takeSnapshot(recording: TraceRecording): Snapshot {
    const shared = new Map(sharedObjects(recording).map((object, index) => [object, index]));
    const encoder = new GraphEncoder(shared);
    const recorders = recording.all.map(recorder =>
        encoder.fields(recorder, recorder.constructor as unknown as KnownClass)
    );
    return { shape: shapeOf(recording), recorders, arrays: encoder.arrays, pages: encoder.pages };
}

/**
 * Fills the recorders of a recording of the same trace with what a snapshot has.
 *
 * @returns false when the snapshot is of something else; nothing is changed then
 */
export function restoreSnapshot(recording: TraceRecording, { shape, recorders, arrays, pages }: Snapshot): boolean {
    if (shape !== shapeOf(recording)) {
        return false;
    }
    const decoder = new GraphDecoder(sharedObjects(recording), arrays, pages);
    recording.all.forEach((recorder, index) => decoder.restore(recorder, recorders[index]));
    return true;
}

/** What both sides have of their own: the recording, its recorders, and what the trace declares. */
function sharedObjects(recording: TraceRecording): object[] {
    const { trace } = recording;
    return [recording, trace, ...recording.all, ...trace.eventTypes, ...trace.streams];
}

function shapeOf({ trace, all }: TraceRecording): string {
    return JSON.stringify([
        trace.start,
        trace.end,
        String(trace.origin),
        trace.eventTypes.map(({ name, fields, context }) => [name, fields.length, context.length]),
        trace.streams.length,
        all.map(recorder => recorder.constructor.name)
    ]);
}
