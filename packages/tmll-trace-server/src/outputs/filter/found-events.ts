import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventType, TraceError, type TraceEvent } from '../../trace/trace';
import { TimeColumn } from '../columns/time-column';
import { LostMarkers } from '../lost-events/lost-markers';
import { EventTimes } from '../recording/event-times';
import type { TraceRecording } from '../recording/trace-recording';
import { compileFilter, type EventTest } from './compile-filter';
import type { Filter } from './parse-filter';

/** How long the pass keeps the thread before it lets requests be answered, and events between two looks at the clock. */
const SLICE_MS = 12;
const EVENTS_PER_LOOK = 256;

/**
 * The events of recordings that meet a condition. Event types of which all events meet it, or none, are known from what was recorded; the
 * others are read once more.
 */
export class FoundEvents {
    private readonly byRecording = new Map<TraceRecording, readonly TimeColumn[]>();
    private readonly tests = new Map<EventType, EventTest>();
    private running = true;
    private failure: string | undefined;

    constructor(private readonly filter: Filter) {}

    get isRunning(): boolean {
        return this.running;
    }

    /** Why they could not be found, in a sentence. */
    get failed(): string | undefined {
        return this.failure;
    }

    /** Finds the events of recordings that are finished; never rejects. @param signal ends it early */
    async find(recordings: readonly TraceRecording[], signal: AbortSignal): Promise<void> {
        try {
            for (const recording of recordings) {
                this.byRecording.set(recording, await this.columnsOf(recording, signal));
            }
        } catch (error) {
            this.failure = `The events could not be found: ${error instanceof Error ? error.message : String(error)}`;
        } finally {
            this.running = false;
        }
    }

    /** Their times, in any number of columns; undefined while they are not found. */
    timesOf(recording: TraceRecording): readonly TimeColumn[] | undefined {
        return this.byRecording.get(recording);
    }

    /** How many there are up to a time, those that stand for lost ones included. */
    countUpTo(recording: TraceRecording, time: number): number {
        const markers = LostMarkers.of(recording.trace);
        const own = this.timesOf(recording) ?? [];
        const columns = this.testOf(markers.type) === true ? [...own, markers.times] : own;
        return columns.reduce((sum, column) => sum + column.countUpTo(time), 0);
    }

    /** Whether an event meets the condition; of those that stand for lost ones all do, or none. */
    has(event: TraceEvent): boolean {
        const test = this.testOf(event.type);
        return typeof test === 'boolean' ? test : event.type.name !== LostMarkers.TYPE && test(event);
    }

    private testOf(type: EventType): EventTest {
        let test = this.tests.get(type);
        if (test === undefined) {
            test = compileFilter(this.filter, type);
            this.tests.set(type, test);
        }
        return test;
    }

    private async columnsOf(recording: TraceRecording, signal: AbortSignal): Promise<TimeColumn[]> {
        const times = recording.of(EventTimes);
        const types = times.occurring();
        const columns = types.filter(type => this.testOf(type) === true).map(type => times.of(type));
        const open = new Set(types.filter(type => typeof this.testOf(type) !== 'boolean'));
        return open.size === 0 ? columns : [...columns, await this.lookedInto(recording, open, signal)];
    }

    /** The times of the events of some types that meet the condition. */
    private async lookedInto(
        { trace }: TraceRecording,
        types: ReadonlySet<EventType>,
        signal: AbortSignal
    ): Promise<TimeColumn> {
        const found = new TimeColumn();
        const cursor = trace.read({ types });
        try {
            let sliceEnd = performance.now() + SLICE_MS;
            let read = 0;
            for (let event = cursor.next(); event !== undefined; event = cursor.next()) {
                if (this.has(event)) {
                    found.push(event.time);
                }
                if (++read % EVENTS_PER_LOOK === 0 && performance.now() >= sliceEnd) {
                    await nextTurn();
                    signal.throwIfAborted();
                    sliceEnd = performance.now() + SLICE_MS;
                }
            }
        } catch (error) {
            // Where a trace is cut, its recording ends too.
            if (!(error instanceof TraceError)) {
                throw error;
            }
        } finally {
            cursor.close();
        }
        return found;
    }
}
