import type { EventType } from '../../trace/trace';
import { numberOf } from '../field-access';
import type { EventHandler } from '../recording/trace-recording';
import { type CallStack, CallStacks, type OpenCall } from './call-stacks';
import { PendingEnds } from './pending-ends';

const BEGIN = ':begin';
const END = /(?:^|:)end$/;
/** The field by which the reader of trace events tells how long a complete event (`X`) lasts, in ns. */
const DURATION = 'duration';
/** Asynchronous events have it, which belong to no thread's stack. */
const ID = 'id';

/** What an event of a type does to the stack of its thread; undefined: nothing. */
function roleOf({ name, fields, context }: EventType): 'complete' | 'begin' | 'end' | undefined {
    if (!context.some(field => field.name === 'tid') || fields.some(field => field.name === ID)) {
        return undefined;
    }
    if (name.endsWith(BEGIN)) {
        return 'begin';
    }
    if (END.test(name)) {
        return 'end';
    }
    return fields.some(field => field.name === DURATION) ? 'complete' : undefined;
}

/** Whether an event is one of those from which calls are known. */
export function isTraceEventCall(type: EventType): boolean {
    const role = roleOf(type);
    return role === 'complete' || role === 'begin';
}

/** Calls from Chrome trace events: complete ones (`X`), and those from a begin (`B`) to an end (`E`), by process and thread. */
export class TraceEventCalls extends CallStacks {
    static readonly transient = ['pending'];
    /** Complete calls under way, of all threads: they end in the order of their ends. */
    private readonly pending = new PendingEnds<{ readonly stack: CallStack; readonly call: OpenCall }>();

    handlerOf(type: EventType): EventHandler | undefined {
        const role = roleOf(type);
        const { name } = type;
        switch (role) {
            case 'begin': {
                const label = name.slice(0, -BEGIN.length);
                return event => {
                    this.endUpTo(event.time);
                    this.enter(event, label);
                };
            }
            case 'end':
                return event => {
                    this.endUpTo(event.time);
                    this.leave(event);
                };
            case 'complete':
                return event => {
                    this.endUpTo(event.time);
                    const entered = this.enter(event, name, true);
                    if (entered) {
                        const duration = Math.max(0, numberOf(event.fields, DURATION) ?? 0);
                        this.pending.add(event.time + duration, entered);
                    }
                };
            case undefined:
                return undefined;
        }
    }

    override finish(end: number): void {
        this.endUpTo(end + 1);
        super.finish(end);
        // What ends after the last event.
        this.endUpTo(Infinity);
    }

    private endUpTo(time: number): void {
        for (let next = this.pending.take(time); next; next = this.pending.take(time)) {
            this.endCall(next.value.stack, next.value.call, next.end);
        }
    }
}
