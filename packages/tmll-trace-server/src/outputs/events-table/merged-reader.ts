import { mergeCursors } from '../../trace/merge';
import type { TraceEvent, TraceStream } from '../../trace/trace';
import type { FoundEvents } from '../filter/found-events';
import { LostMarkers } from '../lost-events/lost-markers';
import { EventTimes } from '../recording/event-times';
import type { TraceRecording } from '../recording/trace-recording';

/** An event and the trace it is of. Reused: valid until the next one is asked for. */
export class PlacedEvent {
    /**
     * @param origin ns since the epoch from which the event's `time` counts
     * @param shift what its time is more than from its own trace's origin
     */
    constructor(
        private readonly origin: bigint,
        public event: TraceEvent,
        public recording: TraceRecording,
        public shift: number
    ) {}

    /** Its time in ns since the epoch. */
    get ns(): bigint {
        return this.origin + BigInt(this.event.time);
    }

    /** Its time as an offset from its own trace's origin. */
    get time(): number {
        return this.event.time - this.shift;
    }
}

/** The events of all traces of an experiment and the markers of lost ones in the order of their times, found by rank. */
export class MergedReader {
    private readonly origin: bigint;
    private readonly byStream = new Map<TraceStream, TraceRecording>();
    /** What to add to a trace's times to have them from the common origin. */
    private readonly shifts = new Map<TraceRecording, number>();

    /** @param found the events that are to be read; default: all */
    constructor(
        private readonly recordings: readonly TraceRecording[],
        private readonly found?: FoundEvents
    ) {
        this.origin = recordings.map(({ trace }) => trace.origin).reduce((a, b) => (b < a ? b : a));
        for (const recording of recordings) {
            recording.trace.streams.forEach(stream => this.byStream.set(stream, recording));
            this.shifts.set(recording, Number(recording.trace.origin - this.origin));
        }
    }

    /** Number of events. */
    get size(): number {
        return this.countUpTo(Infinity);
    }

    /** Rank of the first event at or after a time in ns since the epoch. */
    rankAt(ns: bigint): number {
        return this.countUpTo(Number(ns - this.origin) - 1);
    }

    /** Yields the events from a rank on, until the consumer stops. */
    *from(rank: number): Generator<PlacedEvent, void, void> {
        const start = this.timeOf(rank);
        const { origin } = this;
        const options = { origin, from: start };
        const cursors = this.recordings.flatMap(({ trace }) =>
            trace.lost.length > 0
                ? [trace.read(options), LostMarkers.of(trace).read(options, trace)]
                : trace.read(options)
        );
        const cursor = mergeCursors(cursors);
        try {
            const next = (): TraceEvent | undefined => {
                let event = cursor.next();
                while (event !== undefined && this.found?.has(event) === false) {
                    event = cursor.next();
                }
                return event;
            };
            for (let toSkip = rank - this.countUpTo(start - 1); toSkip > 0; toSkip--) {
                next();
            }
            let placed: PlacedEvent | undefined;
            for (let event = next(); event !== undefined; event = next()) {
                const recording = this.byStream.get(event.stream) ?? this.recordings[0];
                placed ??= new PlacedEvent(origin, event, recording, 0);
                placed.event = event;
                placed.recording = recording;
                placed.shift = this.shiftOf(recording);
                yield placed;
            }
        } finally {
            cursor.close();
        }
    }

    /** The time of the event of a rank: the lowest one up to which there are more events than the rank says. */
    private timeOf(rank: number): number {
        let low = Infinity;
        let high = -Infinity;
        for (const recording of this.recordings) {
            const { trace } = recording;
            const { times } = LostMarkers.of(trace);
            const shift = this.shiftOf(recording);
            low = Math.min(low, shift + Math.min(trace.start, times.length > 0 ? times.at(0) : Infinity));
            high = Math.max(high, shift + Math.max(trace.end, times.last));
        }
        while (low < high) {
            const middle = Math.floor((low + high) / 2);
            if (this.countUpTo(middle) > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private countUpTo(time: number): number {
        let count = 0;
        for (const recording of this.recordings) {
            const own = time - this.shiftOf(recording);
            count += this.found
                ? this.found.countUpTo(recording, own)
                : recording.of(EventTimes).countUpTo(own) + LostMarkers.of(recording.trace).times.countUpTo(own);
        }
        return count;
    }

    private shiftOf(recording: TraceRecording): number {
        return this.shifts.get(recording) ?? 0;
    }
}
