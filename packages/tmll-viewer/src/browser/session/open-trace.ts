import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { nls } from '@theia/core/lib/common/nls';
import { experimentName } from 'tmll-tsp';
import { userSentence } from '../load/user-sentence';
import { OpeningCancelled } from './opening-cancelled';
import { TraceOpener } from './trace-opener';
import { TraceSessionImpl, TraceSessionState } from './trace-session-impl';

/** How far the opening of traces is. */
export type OpenState =
    | { readonly kind: 'opening'; readonly events: number }
    | { readonly kind: 'open'; readonly session: TraceSessionImpl }
    | { readonly kind: 'failed'; readonly error: string };

/** Traces that the user has asked for, from the moment of asking: being opened, open, or failed with a reason. */
export class OpenTrace implements Disposable {
    readonly name: string;
    private current: OpenState = { kind: 'opening', events: 0 };
    private attempt: { readonly controller: AbortController; readonly result: Promise<TraceSessionImpl> } | undefined;
    private stored: TraceSessionState | undefined;
    private readonly changeEmitter = new Emitter<void>();

    constructor(
        readonly paths: readonly string[],
        private readonly opener: TraceOpener
    ) {
        this.name = experimentName(paths);
    }

    get state(): OpenState {
        return this.current;
    }

    get session(): TraceSessionImpl | undefined {
        return this.current.kind === 'open' ? this.current.session : undefined;
    }

    get onDidChange(): Event<void> {
        return this.changeEmitter.event;
    }

    /**
     * Opens the traces, once; callers at the same time share the result, and that of `reopen` if it comes in between.
     * @throws Error with one sentence for the user; OpeningCancelled when the user has given up
     */
    open(): Promise<TraceSessionImpl> {
        if (!this.attempt) {
            const controller = new AbortController();
            this.attempt = { controller, result: this.run(controller.signal) };
        }
        return this.attempt.result;
    }

    /** Opens the traces anew with the panes and times there were, such as after a failure or on another trace server. */
    reopen(): Promise<TraceSessionImpl> {
        this.stored = this.toState();
        this.close();
        this.update({ kind: 'opening', events: 0 });
        return this.open();
    }

    cancel(): void {
        if (this.current.kind === 'opening') {
            this.attempt?.controller.abort();
        }
    }

    /** What to keep over a reload; of a trace that is not open yet, what was kept before. */
    toState(): TraceSessionState | undefined {
        return this.session?.toState() ?? this.stored;
    }

    /** Takes back what was kept; before `open`. */
    restore(state: TraceSessionState): void {
        this.stored = state;
    }

    dispose(): void {
        this.close();
        this.changeEmitter.dispose();
    }

    private async run(signal: AbortSignal): Promise<TraceSessionImpl> {
        try {
            const opened = await this.opener.open(this.paths, {
                signal,
                onProgress: events => this.update({ kind: 'opening', events })
            });
            signal.throwIfAborted();
            const session = new TraceSessionImpl(opened, this.stored);
            this.update({ kind: 'open', session });
            return session;
        } catch (error) {
            return this.fail(error, signal);
        }
    }

    private fail(error: unknown, signal: AbortSignal): Promise<TraceSessionImpl> {
        if (this.attempt && this.attempt.controller.signal !== signal) {
            return this.attempt.result;
        }
        const failure = signal.aborted
            ? new OpeningCancelled(nls.localize('tmll/viewer/open/cancelled', 'Opening {0} was cancelled.', this.name))
            : new Error(userSentence(error), { cause: error });
        this.attempt = undefined;
        this.update({ kind: 'failed', error: failure.message });
        throw failure;
    }

    private close(): void {
        const { attempt, session } = this;
        this.attempt = undefined;
        attempt?.controller.abort();
        session?.dispose();
    }

    private update(state: OpenState): void {
        this.current = state;
        this.changeEmitter.fire();
    }
}
