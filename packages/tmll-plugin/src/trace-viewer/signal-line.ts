import type * as vscode from 'vscode';
import type { TraceViewerApi, ViewerSignal, ViewerSignals } from './trace-viewer-api';

interface Emitter {
    emit(event: string, ...args: unknown[]): boolean;
}

type Listener = (this: unknown, ...args: never[]) => void;

/**
 * The Trace Viewer's signals, both ways. It exports how to hear them, and no way to send one; but listeners of Node's event
 * emitters are called on the emitter (`this`), and hear by `newListener` of every other that is added: so it is known from the
 * first subscription on.
 */
export class SignalLine implements vscode.Disposable {
    private emitter: Emitter | undefined;
    private sending = false;
    private readonly added: [string, Listener][] = [];

    constructor(private readonly api: TraceViewerApi) {
        this.add('newListener', () => undefined);
    }

    /** What this line sends itself is not heard. */
    on<K extends ViewerSignal>(signal: K, listener: (...args: ViewerSignals[K]) => void): void {
        this.add(signal, (...args) => this.sending || listener(...(args as unknown as ViewerSignals[K])));
    }

    /** @returns whether the Trace Viewer could be told */
    send<K extends ViewerSignal>(signal: K, ...args: ViewerSignals[K]): boolean {
        this.sending = true;
        try {
            this.emitter?.emit(signal, ...args);
        } finally {
            this.sending = false;
        }
        return this.emitter !== undefined;
    }

    dispose(): void {
        this.added.forEach(([signal, listener]) => this.api.offSignalManagerSignal(signal, listener));
    }

    private add(signal: string, heard: (...args: never[]) => unknown): void {
        const note = (candidate: unknown): void => {
            if (typeof (candidate as Partial<Emitter> | undefined)?.emit === 'function') {
                this.emitter = candidate as Emitter;
            }
        };
        const listener: Listener = function (this: unknown, ...args) {
            note(this);
            heard(...args);
        };
        this.added.push([signal, listener]);
        this.api.onSignalManagerSignal(signal, listener);
    }
}
