import { IntervalColumn } from '../columns/interval-column';
import { TimeColumn } from '../columns/time-column';
import type { EventType, TraceEvent } from '../../trace/trace';
import { EventTimes } from '../recording/event-times';
import type { EventHandler, Recorder, TraceRecording } from '../recording/trace-recording';
import { isThreadSwitch, Scheduling } from '../scheduling/scheduling';
import { chooseKey, joinKey, keyOf, type PairKey, type SampledEvent } from './choose-key';
import { type KeyPart, keyParts, type KeyValue } from './key-part';
import { PairMatcher } from './pair-matcher';
import { type EventPair, findPairs } from './pair-names';

/** Events of a pair by which its key is chosen. */
const SAMPLE_SIZE = 4096;

/** What was found of a pair: each instance from its beginning to its end. */
export interface PairedIntervals {
    readonly name: string;
    readonly intervals: IntervalColumn;
    /** Names of what begin and end have in common for each instance: `id`, `dev, sector`, `thread`. */
    readonly key: string;
    /** Beginnings without an end and ends without a beginning; those still open at the end of the trace do not count. */
    readonly unmatched: number;
    /** How many instances had begun and not ended at a time. */
    inFlight(time: number): number;
}

/** The pairs of begin and end events of a trace, matched while it is read. */
export class EventPairs implements Recorder {
    static readonly transient = ['handlers'];
    private readonly recorders: PairRecorder[];
    private readonly handlers = new Map<EventType, EventHandler[]>();

    constructor(recording: TraceRecording) {
        const { eventTypes } = recording.trace;
        const times = recording.of(EventTimes);
        const scheduling = eventTypes.some(isThreadSwitch) ? recording.of(Scheduling) : undefined;
        this.recorders = findPairs(eventTypes).map(pair => new PairRecorder(pair, keyParts(pair, scheduling), times));
        // An event that is both the end of one instance and the beginning of another one ends first.
        this.recorders.forEach(recorder => this.add(recorder.pair.ends, event => recorder.add(event, true)));
        this.recorders.forEach(recorder => this.add(recorder.pair.begins, event => recorder.add(event, false)));
    }

    /** The pairs of which at least one instance is complete, by name. */
    get pairs(): readonly PairedIntervals[] {
        return this.recorders
            .filter(({ intervals }) => intervals.length > 0)
            .sort((a, b) => (a.name < b.name ? -1 : 1));
    }

    handlerOf(type: EventType): EventHandler | undefined {
        const handlers = this.handlers.get(type) ?? [];
        return handlers.length < 2 ? handlers[0] : event => handlers.forEach(handle => handle(event));
    }

    finish(): void {
        this.recorders.forEach(recorder => recorder.finish());
    }

    private add(types: readonly EventType[], handler: EventHandler): void {
        types.forEach(type => this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]));
    }
}

/** Keeps the first events of a pair until its key is chosen, and matches from then on. */
export class PairRecorder implements PairedIntervals {
    static readonly transient = ['parts', 'matcher'];
    readonly intervals = new IntervalColumn();
    private sample: SampledEvent[] | undefined = [];
    private chosen: PairKey = { parts: [], order: 'replace' };
    private matcher = new PairMatcher(this.intervals, 'replace');
    private readonly lostBegins = new TimeColumn();
    private lostEnds = new TimeColumn();
    private keyName = '';

    constructor(
        readonly pair: EventPair,
        private readonly parts: readonly KeyPart[],
        private readonly times: EventTimes
    ) {}

    get name(): string {
        return this.pair.name;
    }

    get key(): string {
        return this.keyName;
    }

    get unmatched(): number {
        return this.lostBegins.length + this.lostEnds.length;
    }

    inFlight(time: number): number {
        const count = (types: readonly EventType[]): number =>
            types.reduce((sum, type) => sum + this.times.of(type).countUpTo(time), 0);
        const begun = count(this.pair.begins) - this.lostBegins.countUpTo(time);
        return begun - (count(this.pair.ends) - this.lostEnds.countUpTo(time));
    }

    add(event: TraceEvent, isEnd: boolean): void {
        if (this.sample) {
            this.sample.push({ time: event.time, isEnd, values: this.parts.map(part => part.valueOf(event)) });
            if (this.sample.length === SAMPLE_SIZE) {
                this.choose(this.sample);
            }
        } else {
            this.match(event.time, isEnd, this.keyOf(event));
        }
    }

    finish(): void {
        if (this.sample) {
            this.choose(this.sample);
        }
        this.keyName = this.chosen.parts.map(index => this.parts[index].name).join(', ');
        this.lostEnds = this.matcher.lostEnds;
        [...this.matcher.lostBegins].sort((a, b) => a - b).forEach(time => this.lostBegins.push(time));
    }

    private choose(sample: readonly SampledEvent[]): void {
        this.sample = undefined;
        this.chosen = chooseKey(this.parts, sample);
        this.matcher = new PairMatcher(this.intervals, this.chosen.order);
        for (const { time, isEnd, values } of sample) {
            this.match(time, isEnd, keyOf(values, this.chosen.parts));
        }
    }

    private match(time: number, isEnd: boolean, key: KeyValue): void {
        if (isEnd) {
            this.matcher.end(key, time);
        } else {
            this.matcher.begin(key, time);
        }
    }

    private keyOf(event: TraceEvent): KeyValue {
        const { parts } = this.chosen;
        return parts.length === 1
            ? this.parts[parts[0]].valueOf(event)
            : joinKey(parts.map(index => this.parts[index].valueOf(event)));
    }
}
