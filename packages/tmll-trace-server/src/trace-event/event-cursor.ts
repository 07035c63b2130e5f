import { EventCursor, EventType, FieldValue, ReadOptions, TraceEvent, TraceStream } from '../trace/trace';
import { BlockReader } from './block-reader';
import { TimedEvent } from './event-file';
import { EventTypes } from './event-types';
import { Names } from './names';
import { exactValues } from './raw-event';

/** What cursors of a trace share. */
export interface EventSource {
    readonly types: EventTypes;
    readonly names: Names;
    readonly stream: TraceStream;
}

/** Contexts that come from metadata events. */
export const PROCESS_NAME = 'process_name';
export const THREAD_NAME = 'procname';

const NOTHING = {};

/** Reads the events of blocks in the order of their times. */
export class TraceEventCursor implements EventCursor {
    private reader: BlockReader | undefined;
    private readonly event: { -readonly [K in keyof TraceEvent]: TraceEvent[K] };
    private readonly seen = new Map<EventType, EventType>();

    /** @param shift what to add to the times of the file */
    constructor(
        private readonly source: EventSource,
        reader: BlockReader,
        private readonly shift: number,
        private readonly options: ReadOptions
    ) {
        this.reader = reader;
        const stream = options.view?.streamOf(source.stream) ?? source.stream;
        this.event = { time: 0, cpu: -1, stream, type: undefined as never, fields: NOTHING, context: NOTHING };
    }

    next(): TraceEvent | undefined {
        const { from = -Infinity, to = Infinity, types } = this.options;
        for (let timed = this.reader?.next(); timed; timed = this.reader?.next()) {
            const time = timed.time + this.shift;
            if (time > to) {
                break;
            }
            const type = this.source.types.typeOf(timed.event);
            if (time >= from && (!types || types.has(type))) {
                return this.fill(timed, time, type);
            }
        }
        this.close();
        return undefined;
    }

    close(): void {
        this.reader = undefined;
    }

    private fill({ event, text }: TimedEvent, time: number, type: EventType): TraceEvent {
        this.event.time = time;
        this.event.type = this.viewOf(type);
        if (this.options.fields !== false) {
            const exact = { ...event, values: exactValues(text, event.values) };
            this.event.fields = this.source.types.fieldsOf(exact);
            this.event.context = this.contextOf(exact.values.pid, exact.values.tid, this.source.types.contextOf(exact));
        }
        return this.event;
    }

    private contextOf(pid: unknown, tid: unknown, context: Record<string, FieldValue>): Record<string, FieldValue> {
        const { names } = this.source;
        const process = names.processOf(pid);
        const thread = names.threadOf(pid, tid);
        if (process !== undefined) {
            context[PROCESS_NAME] = process;
        }
        if (thread !== undefined) {
            context[THREAD_NAME] = thread;
        }
        return context;
    }

    private viewOf(type: EventType): EventType {
        const { view } = this.options;
        if (!view) {
            return type;
        }
        let seen = this.seen.get(type);
        if (!seen) {
            seen = view.typeOf(type);
            this.seen.set(type, seen);
        }
        return seen;
    }
}
