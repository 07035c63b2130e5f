import type { AnyOutput } from '../../outputs/output';
import { LostMarkers } from '../../outputs/lost-events/lost-markers';
import { EventTimes } from '../../outputs/recording/event-times';
import type { TraceRecording } from '../../outputs/recording/trace-recording';
import type { TraceWarning } from '../../trace/trace';
import { inThreadRecorder } from '../recording/in-thread-recorder';
import { outputsFor, prepareRecording } from '../recording/prepare-recording';
import type { TraceRecorder } from '../recording/recorder';
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
    private release: (() => void) | undefined;

    /** @param recorder who reads the trace; default: this thread */
    constructor(
        readonly opened: OpenTrace,
        private readonly recorder: TraceRecorder = inThreadRecorder
    ) {
        const { trace, name } = opened;
        this.recording = prepareRecording(trace, name);
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
            nbEvents:
                this.nbEvents + LostMarkers.of(this.opened.trace).times.countUpTo(this.running ? this.end : Infinity),
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

    /** Stops reading, and lets go of what was read. */
    stop(): void {
        this.stopper.abort();
        this.release?.();
    }

    private async index(): Promise<void> {
        try {
            const { path } = this.opened;
            const { cut, events, end, close } = await this.recorder.record(
                this.recording,
                path,
                {
                    progress: progress => {
                        this.nbEvents = progress.events;
                        this.end = progress.end;
                    },
                    warning: message => this.warnings.push({ file: path, message })
                },
                this.stopper.signal
            );
            this.nbEvents = events;
            this.end = end;
            this.release = close;
            if (this.stopper.signal.aborted) {
                close?.();
            }
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
