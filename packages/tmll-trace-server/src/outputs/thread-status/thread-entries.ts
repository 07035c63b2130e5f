import { NO_STATE } from '../columns/state-column';
import { KernelState } from '../kernel/kernel-state';
import type { ThreadTimeline } from '../kernel/timelines';
import type { TraceRecording } from '../recording/trace-recording';

/** A life of a thread: ids are used again, so that one timeline may have several. Times are offsets, the end exclusive. */
export interface ThreadEntry {
    readonly key: string;
    readonly timeline: ThreadTimeline;
    readonly start: number;
    end: number;
    /** Its last name. */
    name: string;
    /** Thread id of its parent, `NO_STATE` when unknown. */
    parentTid: number;
    readonly pid: number;
}

const cache = new WeakMap<TraceRecording, Map<number, ThreadEntry[]>>();

/** The lives of all threads by thread id, ascending; those of an id by their start. */
export function threadEntries(recording: TraceRecording): ReadonlyMap<number, readonly ThreadEntry[]> {
    let entries = cache.get(recording);
    if (!entries) {
        entries = new Map();
        const timelines = [...recording.of(KernelState).threads.values()].filter(({ tid }) => tid >= 0);
        for (const timeline of timelines.sort((a, b) => a.tid - b.tid)) {
            const lives = [...(entries.get(timeline.tid) ?? []), ...livesOf(timeline, recording)];
            entries.set(
                timeline.tid,
                lives.sort((a, b) => a.start - b.start)
            );
        }
        cache.set(recording, entries);
    }
    return entries;
}

/** The life of a thread at a time, its end included; undefined when it had none. */
export function threadAt(recording: TraceRecording, tid: number, time: number): ThreadEntry | undefined {
    return threadEntries(recording)
        .get(tid)
        ?.find(({ start, end }) => start <= time && time <= end);
}

/** A thread lives while it has a name. */
function livesOf(timeline: ThreadTimeline, recording: TraceRecording): ThreadEntry[] {
    const { texts } = recording.of(KernelState);
    const last = recording.trace.end;
    const lives: ThreadEntry[] = [];
    let current: ThreadEntry | undefined;
    for (const { start, end: nameEnd, value } of timeline.name.between(recording.trace.start, last)) {
        if (value === NO_STATE) {
            current = undefined;
            continue;
        }
        const end = Math.min(nameEnd, last + 1);
        const name = texts.at(value) ?? '';
        const parentTid = timeline.parent.at(end - 1).value;
        if (current) {
            current.end = end;
            current.name = name;
            current.parentTid = parentTid;
        } else {
            const pid = timeline.process.at(end - 1).value;
            const key = `${timeline.tid}/${timeline.cpu ?? ''}/${lives.length}`;
            current = {
                key,
                timeline,
                start,
                end,
                name,
                parentTid,
                pid: pid === NO_STATE ? timeline.tid : pid
            };
            lives.push(current);
        }
    }
    return lives;
}
