import type { EventType, TraceEvent } from '../../trace/trace';
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
    static readonly transient = ['last'];
    readonly segments = new SegmentTable(2);
    /** The last call of each thread: changed for each call, since adding and taking away costs more than all the rest. */
    private readonly last = new Map<number, LastCall>();
    private readonly scheduling: Scheduling;

    constructor(recording: TraceRecording) {
        this.scheduling = recording.of(Scheduling);
    }

    handlerOf({ name: eventName }: EventType): EventHandler | undefined {
        const name = systemCallEntry(eventName);
        if (name !== undefined) {
            return event => {
                const call = this.lastOf(event);
                if (call) {
                    call.name = name;
                    call.start = event.time;
                }
            };
        }
        return isSystemCallExit(eventName)
            ? event => {
                  const call = this.lastOf(event);
                  if (call?.start !== undefined) {
                      const returned = integerOf(event.fields, 'ret') ?? NaN;
                      this.segments.push(call.start, event.time, call.name, [call.tid, returned]);
                      call.start = undefined;
                  }
              }
            : undefined;
    }

    private lastOf(event: TraceEvent): LastCall | undefined {
        const tid = threadOf(event) ?? this.scheduling.runningOn(event.cpu);
        if (tid === undefined) {
            return undefined;
        }
        let call = this.last.get(tid);
        if (!call) {
            call = { tid, name: '', start: undefined };
            this.last.set(tid, call);
        }
        return call;
    }
}

interface LastCall {
    readonly tid: number;
    name: string;
    /** When it began; undefined: it has ended. */
    start: number | undefined;
}
