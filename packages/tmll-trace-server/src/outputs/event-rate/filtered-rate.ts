import { setImmediate as nextTurn } from 'node:timers/promises';
import { TraceError } from '../../trace/trace';
import { TimeColumn } from '../columns/time-column';
import { compileFilter } from '../filter/compile-filter';
import type { Filter } from '../filter/parse-filter';
import type { DerivedOutput, OutputDescriptor, OutputSeries, OutputTree, Sampling } from '../output';
import { EventTimes } from '../recording/event-times';
import type { TraceRecording } from '../recording/trace-recording';
import { eventsPerSecond } from './events-per-second';

const ROOT = 'trace';
/** How long the pass keeps the thread before it lets requests be answered, and events between two looks at the clock. */
const SLICE_MS = 12;
const EVENTS_PER_LOOK = 256;

/**
 * Events per second that meet a condition. Event types of which all events meet it, or none, are known from what was recorded; the
 * others are read once more.
 */
export class FilteredRate implements DerivedOutput {
    readonly kind = 'xy';
    readonly recorders = [];
    private readonly found = new Map<TraceRecording, readonly TimeColumn[]>();
    private running = true;
    private failure: string | undefined;

    constructor(
        readonly descriptor: OutputDescriptor,
        private readonly filter: Filter
    ) {}

    get isRunning(): boolean {
        return this.running;
    }

    get failed(): string | undefined {
        return this.failure;
    }

    appliesTo(): boolean {
        return true;
    }

    /** Finds the events of recordings that are finished. @param signal ends it early */
    async find(recordings: readonly TraceRecording[], signal: AbortSignal): Promise<void> {
        try {
            for (const recording of recordings) {
                this.found.set(recording, await columnsOf(recording, this.filter, signal));
            }
        } catch (error) {
            this.failure = `The events could not be found: ${error instanceof Error ? error.message : String(error)}`;
        } finally {
            this.running = false;
        }
    }

    tree({ name }: TraceRecording): OutputTree {
        return { headers: [], entries: [{ key: ROOT, labels: [name], hasData: true, isDefault: true }] };
    }

    series(recording: TraceRecording, key: string, sampling: Sampling): OutputSeries | undefined {
        const columns = this.found.get(recording);
        return key === ROOT && columns
            ? { name: recording.name, values: eventsPerSecond(recording, columns, sampling), unit: 'events/s' }
            : undefined;
    }
}

/** The times of the events that meet a condition, in columns as they come. */
async function columnsOf(recording: TraceRecording, filter: Filter, signal: AbortSignal): Promise<TimeColumn[]> {
    const { trace } = recording;
    const times = recording.of(EventTimes);
    const tests = times.occurring().map(type => ({ type, test: compileFilter(filter, type) }));
    const columns = tests.filter(({ test }) => test === true).map(({ type }) => times.of(type));
    const open = new Map(tests.flatMap(({ type, test }) => (typeof test === 'boolean' ? [] : [[type, test] as const])));
    if (open.size === 0) {
        return columns;
    }
    const found = new TimeColumn();
    const cursor = trace.read({ types: new Set(open.keys()) });
    try {
        let sliceEnd = performance.now() + SLICE_MS;
        let read = 0;
        for (let event = cursor.next(); event !== undefined; event = cursor.next()) {
            if (open.get(event.type)?.(event)) {
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
    return [...columns, found];
}
