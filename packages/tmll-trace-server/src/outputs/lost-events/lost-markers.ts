import type {
    EventCursor,
    EventType,
    LostEvents,
    ReadOptions,
    Trace,
    TraceEvent,
    TraceStream
} from '../../trace/trace';
import { TimeColumn } from '../columns/time-column';

/**
 * The events that stand for those that the tracer lost, as Trace Compass has them among the others: one for each stretch of loss, at its
 * beginning, of the type `Lost event`, with the number of the lost events and how long the loss lasted.
 */
export class LostMarkers {
    /** What Trace Compass calls their type. */
    static readonly TYPE = 'Lost event';
    readonly type: EventType;
    /** When they are. */
    readonly times = new TimeColumn();
    private readonly lost: readonly LostEvents[];

    private constructor(trace: Trace) {
        this.type = {
            index: trace.eventTypes.length,
            name: LostMarkers.TYPE,
            fields: ['Lost events', 'duration'].map(name => ({ name, kind: 'integer', base: 10 })),
            context: []
        };
        this.lost = [...trace.lost].sort((a, b) => a.from - b.from);
        this.lost.forEach(({ from }) => this.times.push(Math.floor(from)));
    }

    /** Those of a trace. */
    static of(trace: Trace): LostMarkers {
        let markers = known.get(trace);
        if (!markers) {
            markers = new LostMarkers(trace);
            known.set(trace, markers);
        }
        return markers;
    }

    /** Reads them as events of the trace. */
    read({ from = -Infinity, origin }: ReadOptions, trace: Trace): EventCursor {
        const shift = origin === undefined ? 0 : Number(trace.origin - origin);
        let rank = this.times.countUpTo(from - shift - 1);
        return {
            next: () => (rank < this.lost.length ? this.event(rank++, shift) : undefined),
            close: () => (rank = this.lost.length)
        };
    }

    private event(rank: number, shift: number): TraceEvent {
        const { from, to, count, stream } = this.lost[rank];
        return {
            time: this.times.at(rank) + shift,
            type: this.type,
            stream,
            cpu: cpuOf(stream),
            fields: { 'Lost events': count, duration: Math.round(to - from) },
            context: {}
        };
    }
}

const known = new WeakMap<Trace, LostMarkers>();

/** The CPU whose buffer a stream's file is of, by its name: `channel0_3`; -1 when it has none. */
function cpuOf({ file, channel }: TraceStream): number {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return name.startsWith(`${channel}_`) && /_\d+$/.test(name) ? Number(name.slice(channel.length + 1)) : -1;
}
