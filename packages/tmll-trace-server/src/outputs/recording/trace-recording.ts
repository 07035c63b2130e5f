import type { EventType, Trace, TraceEvent } from '../../trace/trace';

/** Takes what it needs from an event; the event is reused afterwards. */
export type EventHandler = (event: TraceEvent) => void;

/** Collects something of a trace in the pass over its events that all recorders share. */
export interface Recorder {
    /** What to do with each event of a type, undefined: nothing. Asked once a type, before the pass. */
    handlerOf(type: EventType): EventHandler | undefined;
    /** Called once after the last event that could be read, with its time. */
    finish?(end: number): void;
}

/** A class of recorders. A recorder that needs another one asks the recording for it in its constructor. */
export type RecorderKind<R extends Recorder = Recorder> = new (recording: TraceRecording) => R;

/** What was recorded of a trace: one recorder of each kind that was asked for, however many outputs read it. */
export class TraceRecording {
    private readonly recorders = new Map<RecorderKind, Recorder>();

    /** @param name what the client calls the trace; the label of its entry in trees */
    constructor(
        readonly trace: Trace,
        readonly name: string
    ) {}

    /** The recorder of a kind, made when asked for the first time; after the pass has begun it would see nothing. */
    of<R extends Recorder>(kind: RecorderKind<R>): R {
        const known = this.recorders.get(kind);
        if (known) {
            return known as R;
        }
        const recorder = new kind(this);
        this.recorders.set(kind, recorder);
        return recorder;
    }

    /** All recorders, in the order in which they were made. */
    get all(): readonly Recorder[] {
        return [...this.recorders.values()];
    }

    /** The handlers of all recorders by index of the event type. Those of a recorder that others build on come first. */
    handlers(): EventHandler[][] {
        const byType: EventHandler[][] = [];
        for (const type of this.trace.eventTypes) {
            byType[type.index] = [...this.recorders.values()]
                .map(recorder => recorder.handlerOf(type))
                .filter(handler => handler !== undefined);
        }
        return byType;
    }

    /** Ends the recording at the time of the last event read. */
    finish(end: number): void {
        for (const recorder of this.recorders.values()) {
            recorder.finish?.(end);
        }
    }
}
