import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { HttpError } from '../http/http-error';
import { TraceServerState } from '../protocol';
import { Log } from '../service/log';
import { waitUntilHealthy } from './health';
import { TraceServer } from './trace-server';
import { messageOf } from '../service/errors';

export interface ChildOptions {
    /** What people call it, in the middle of a sentence. */
    readonly name: string;
    /** The script that the child runs: it sends `{ url }` once it listens, and ends with this process. */
    readonly entry: string;
    readonly args?: readonly string[];
    readonly log: Log;
    readonly onDidChangeState: (state: TraceServerState) => void;
    /** How long the child may take until it answers. */
    readonly startLimitMs?: number;
    /** How many times it is started anew within `restartWindowMs` before it stays down. */
    readonly maxRestarts?: number;
    readonly restartWindowMs?: number;
}

/** How long a child that was asked to end has before it is ended by force. */
const STOP_LIMIT_MS = 3000;

/**
 * A trace server that the service runs, as a child process: a crash or a full heap of it does not take the service
 * along. It is started anew when it dies; what it had open is then closed, and clients open it again.
 */
export class ChildTraceServer implements TraceServer {
    private current: TraceServerState = { status: 'starting' };
    private readonly options: Required<ChildOptions>;
    private child: ChildProcess | undefined;
    /** The URL of the present child; rejects when it cannot be had. */
    private up: Promise<string>;
    private restarts: number[] = [];
    private readonly closing = new AbortController();

    constructor(options: ChildOptions) {
        this.options = { args: [], startLimitMs: 20_000, maxRestarts: 5, restartWindowMs: 60_000, ...options };
        this.up = this.start();
    }

    get state(): TraceServerState {
        return this.current;
    }

    async whenUp(): Promise<string> {
        try {
            return await this.up;
        } catch (error) {
            throw new HttpError(503, 'Trace server not running', messageOf(error));
        }
    }

    async close(): Promise<void> {
        this.closing.abort();
        await this.stop();
    }

    private start(): Promise<string> {
        const up = this.launch();
        up.then(
            () => this.setState({ status: 'up' }),
            (error: Error) => {
                this.options.log(error.message);
                this.setState({ status: 'down', message: error.message });
            }
        );
        return up;
    }

    /** Starts a child and waits until it answers; one that does not in time is ended. */
    private async launch(): Promise<string> {
        const { name, entry, args, startLimitMs, log } = this.options;
        const child = fork(entry, [...args], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
        this.child = child;
        const died = new AbortController();
        let isUp = false;
        child.on('error', error => died.abort(error));
        child.on('exit', (code, signal) => {
            const how = signal ?? `exit code ${code}`;
            died.abort(new Error(`It ended with ${how}.`));
            if (isUp) {
                this.onDied(how);
            }
        });
        if (child.stderr) {
            createInterface(child.stderr).on('line', line => log(`trace server: ${line}`));
        }
        const tooLate = AbortSignal.timeout(startLimitMs);
        const signal = AbortSignal.any([died.signal, tooLate, this.closing.signal]);
        try {
            const [message] = (await once(child, 'message', { signal })) as [{ url: string }];
            await waitUntilHealthy(message.url, startLimitMs, signal);
            isUp = true;
            return message.url;
        } catch (error) {
            await this.stop();
            const why = tooLate.aborted
                ? `It did not answer within ${startLimitMs / 1000} s.`
                : reasonOf(died.signal, error);
            throw new Error(`The ${name} could not be started. ${why}`, { cause: error });
        }
    }

    private onDied(how: string): void {
        if (this.closing.signal.aborted) {
            return;
        }
        const now = Date.now();
        this.restarts = [...this.restarts.filter(at => now - at < this.options.restartWindowMs), now];
        const message = `The ${this.options.name} ended unexpectedly (${how}).`;
        if (this.restarts.length > this.options.maxRestarts) {
            const final = `${message} It did so ${this.restarts.length} times in a short while and is not started again; restart the service.`;
            this.options.log(final);
            this.setState({ status: 'down', message: final });
            this.up = Promise.reject(new Error(final));
            this.up.catch(() => undefined);
            return;
        }
        this.options.log(`${message} It is started again.`);
        this.setState({ status: 'down', message });
        this.up = this.start();
    }

    private async stop(): Promise<void> {
        const child = this.child;
        if (!child || child.exitCode !== null || child.signalCode !== null) {
            return;
        }
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
        await ended;
        clearTimeout(force);
    }

    private setState(state: TraceServerState): void {
        this.current = state;
        if (!this.closing.signal.aborted) {
            this.options.onDidChangeState(state);
        }
    }
}

/** Why a start ended: what the signal says, else the error itself. */
function reasonOf(signal: AbortSignal, error: unknown): string {
    const reason: unknown = signal.aborted ? signal.reason : error;
    return messageOf(reason);
}
