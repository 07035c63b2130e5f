import type { EventType } from '../../trace/trace';
import { threadOf } from '../field-access';
import { integerOf } from '../kernel/event-fields';
import { isSystemCallExit, systemCallEntry } from '../kernel/system-call-events';
import type { EventHandler, TraceRecording } from '../recording/trace-recording';
import { Scheduling } from '../scheduling/scheduling';
import type { SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';

/** Facts of a segment: the thread, and what the call returned (NaN when the trace does not tell). */
export const THREAD = 0;
export const RETURNED = 1;

/**
 * System calls from entry to exit, by the thread of the event's context, else the one that runs on its CPU. Calls whose entry or exit
 * is missing, or whose thread is not known, are left out.
 */
export class SystemCalls implements SegmentRecorder {
    readonly segments = new SegmentTable(2);
    private readonly open = new Map<number, { readonly name: string; readonly start: number }>();
    private readonly scheduling: Scheduling;

    constructor(recording: TraceRecording) {
        this.scheduling = recording.of(Scheduling);
    }

    handlerOf({ name: eventName }: EventType): EventHandler | undefined {
        const name = systemCallEntry(eventName);
        if (name !== undefined) {
            return event => {
                const tid = threadOf(event) ?? this.scheduling.runningOn(event.cpu);
                if (tid !== undefined) {
                    this.open.set(tid, { name, start: event.time });
                }
            };
        }
        return isSystemCallExit(eventName)
            ? event => {
                  const tid = threadOf(event) ?? this.scheduling.runningOn(event.cpu);
                  const call = tid === undefined ? undefined : this.open.get(tid);
                  if (tid !== undefined && call) {
                      this.open.delete(tid);
                      const returned = integerOf(event.fields, 'ret') ?? NaN;
                      this.segments.push(call.start, event.time, call.name, [tid, returned]);
                  }
              }
            : undefined;
    }
}
