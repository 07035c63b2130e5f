import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { userSentence } from './user-sentence';

/** What is on screen while something is fetched: an old value stays until the new one is there. */
export interface LoadState<T> {
    readonly value?: T;
    readonly loading: boolean;
    /** One sentence for the user; the last request failed. */
    readonly error?: string;
}

/**
 * Fetches what was asked for last. A burst of requests becomes one; a request that is overtaken is cancelled, and its
 * answer never shown.
 */
export class LatestLoad<Q, T> implements Disposable {
    private current: LoadState<T> = { loading: false };
    private readonly changeEmitter = new Emitter<LoadState<T>>();
    private asked: { readonly query: Q } | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private running: AbortController | undefined;

    /** @param delayMs how long requests must have paused before one is made */
    constructor(
        private readonly load: (query: Q, signal: AbortSignal) => Promise<T>,
        private readonly delayMs = 0
    ) {}

    get state(): LoadState<T> {
        return this.current;
    }

    get onDidChange(): Event<LoadState<T>> {
        return this.changeEmitter.event;
    }

    request(query: Q): void {
        this.cancel();
        this.asked = { query };
        this.update({ value: this.current.value, loading: true });
        this.timer = setTimeout(() => void this.start(query), this.delayMs);
    }

    /** Makes the last request again, such as after it failed. */
    retry(): void {
        if (this.asked) {
            this.request(this.asked.query);
        }
    }

    /** Drops the request in flight; what is on screen stays. */
    stop(): void {
        this.cancel();
        if (this.current.loading) {
            this.update({ value: this.current.value, loading: false });
        }
    }

    dispose(): void {
        this.cancel();
        this.changeEmitter.dispose();
    }

    private cancel(): void {
        clearTimeout(this.timer);
        this.running?.abort();
        this.running = undefined;
    }

    private async start(query: Q): Promise<void> {
        const controller = new AbortController();
        this.running = controller;
        try {
            const value = await this.load(query, controller.signal);
            if (!controller.signal.aborted) {
                this.update({ value, loading: false });
            }
        } catch (error) {
            if (!controller.signal.aborted) {
                this.update({ value: this.current.value, loading: false, error: userSentence(error) });
            }
        }
    }

    private update(state: LoadState<T>): void {
        this.current = state;
        this.changeEmitter.fire(state);
    }
}
