import type { AnyOutput } from '../../outputs/output';
import { EventTimes } from '../../outputs/recording/event-times';
import { recordTrace } from '../../outputs/recording/record-trace';
import { TraceRecording } from '../../outputs/recording/trace-recording';
import { outputs } from '../../outputs/registry';
import type { EventType, TraceWarning } from '../../trace/trace';
import type { TraceState } from '../traces/trace-json';
import type { OpenTrace } from '../traces/trace-store';

/** A trace of an experiment: read once for all outputs, from the moment it is made. */
export class IndexedTrace {
    readonly recording: TraceRecording;
    /** Settled when the trace is read, stopped, or failed; never rejects. */
    readonly finished: Promise<void>;
    private readonly stopper = new AbortController();
    private readonly warnings: TraceWarning[];
    private nbEvents = 0;
    private end: number;
    private running = true;
    private failure: string | undefined;

    constructor(readonly opened: OpenTrace) {
        const { trace, name } = opened;
        this.recording = new TraceRecording(trace, name);
        this.recording.of(EventTimes);
        outputsFor(trace.eventTypes).forEach(({ recorders }) => recorders.forEach(kind => this.recording.of(kind)));
        this.warnings = [...trace.warnings];
        this.end = trace.start;
        this.finished = this.index();
    }

    get isRunning(): boolean {
        return this.running;
    }

    /** Why the trace could not be read, in a sentence; undefined when it could. */
    get failed(): string | undefined {
        return this.failure;
    }

    /** How far reading has come. */
    get state(): TraceState {
        const { origin, start } = this.opened.trace;
        return {
            nbEvents: this.nbEvents,
            start: origin + BigInt(start),
            end: origin + BigInt(this.end),
            indexingStatus: this.running ? 'RUNNING' : 'COMPLETED',
            warnings: this.warnings
        };
    }

    /** Its outputs: while it is read those that its metadata makes possible, then those whose events occur. */
    get outputs(): readonly AnyOutput[] {
        return outputsFor(this.running ? this.opened.trace.eventTypes : this.recording.of(EventTimes).occurring());
    }

    /** Stops reading. */
    stop(): void {
        this.stopper.abort();
    }

    private async index(): Promise<void> {
        try {
            const { cut } = await recordTrace(
                this.recording,
                ({ events, end }) => {
                    this.nbEvents = events;
                    this.end = end;
                },
                this.stopper.signal
            );
            if (cut) {
                this.warnings.push(cut);
            }
        } catch (error) {
            this.failure = this.stopper.signal.aborted
                ? 'Reading the trace was stopped.'
                : `Reading ${this.opened.path} failed: ${error instanceof Error ? error.message : String(error)}`;
            this.warnings.push({ file: this.opened.path, message: this.failure });
        } finally {
            this.running = false;
        }
    }
}

function outputsFor(types: readonly EventType[]): AnyOutput[] {
    return outputs.filter(output => output.appliesTo(types));
}
