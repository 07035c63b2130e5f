import { ChildProcess, fork } from 'child_process';
import { createInterface } from 'readline';
import { Disposable, Emitter, Event } from '@theia/core';
import { CANNOT_START_STATUS, ServiceLock } from 'tmll-service/protocol';

/** How a service process is started and ended. */
export interface ServiceProcessOptions {
    readonly script: string;
    readonly args?: readonly string[];
    /** Time in ms from the start to the ready message. */
    readonly readyTimeoutMs: number;
    /** Time in ms from the request to end until the process is killed. */
    readonly stopTimeoutMs: number;
    /** Takes what the service prints, line by line. */
    readonly log: (line: string) => void;
}

/** How a service process has come to its end. */
export interface ServiceEnd {
    /** One sentence. */
    readonly reason: string;
    /** It cannot start as it was told to: to try again does not help. */
    readonly isFinal: boolean;
}

/** One process of the analysis service, from its fork to its end. */
export class ServiceProcess implements Disposable {
    /** Resolves with where the service listens; rejects with one sentence when it ends or stays silent. */
    readonly ready: Promise<ServiceLock>;

    private readonly onDidExitEmitter = new Emitter<ServiceEnd>();
    /** Fires once, also when it was told to end. */
    readonly onDidExit: Event<ServiceEnd> = this.onDidExitEmitter.event;

    private readonly child: ChildProcess;
    private exited = false;
    /** The last lines of standard error: they say why a service died. */
    private readonly lastWords: string[] = [];

    constructor(private readonly options: ServiceProcessOptions) {
        this.child = fork(options.script, options.args ?? [], {
            stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
            // A debugger port or memory limit of the backend is not meant for the service.
            execArgv: [],
            env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
        });
        this.forwardOutput();
        this.child.once('error', ({ message }) => {
            this.ended({ reason: `The analysis service cannot be started: ${message}.`, isFinal: false });
        });
        // `close` comes after all output is read, `exit` need not.
        this.child.once('close', (code, signal) => this.ended(this.describeExit(code, signal)));
        this.ready = this.waitUntilReady();
    }

    get pid(): number | undefined {
        return this.child.pid;
    }

    /** Asks the process to end, kills it when it does not, and resolves once it is gone. */
    async stop(): Promise<void> {
        if (this.exited) {
            return;
        }
        const gone = new Promise<void>(resolve => this.onDidExit(() => resolve()));
        this.child.kill('SIGTERM');
        const killer = setTimeout(() => this.child.kill('SIGKILL'), this.options.stopTimeoutMs);
        await gone;
        clearTimeout(killer);
    }

    /** Ends the process without waiting for it. */
    dispose(): void {
        this.child.kill('SIGTERM');
    }

    private waitUntilReady(): Promise<ServiceLock> {
        return new Promise((resolve, reject) => {
            const seconds = this.options.readyTimeoutMs / 1000;
            const timer = setTimeout(() => {
                reject(new Error(`The analysis service did not answer within ${seconds} s of its start.`));
                this.child.kill('SIGKILL');
            }, this.options.readyTimeoutMs);
            this.child.on('message', message => {
                if (isServiceLock(message)) {
                    clearTimeout(timer);
                    resolve(message);
                }
            });
            this.onDidExit(({ reason }) => {
                clearTimeout(timer);
                reject(new Error(reason));
            });
        });
    }

    private forwardOutput(): void {
        const { stdout, stderr } = this.child;
        if (stdout && stderr) {
            createInterface({ input: stdout }).on('line', line => this.options.log(line));
            createInterface({ input: stderr }).on('line', line => {
                this.options.log(line);
                this.lastWords.push(line);
                this.lastWords.splice(0, this.lastWords.length - 20);
            });
        }
    }

    private ended(end: ServiceEnd): void {
        if (!this.exited) {
            this.exited = true;
            this.onDidExitEmitter.fire(end);
            this.onDidExitEmitter.dispose();
        }
    }

    private describeExit(code: number | null, signal: string | null): ServiceEnd {
        const lastLine = this.lastWords.at(-1);
        if (code === CANNOT_START_STATUS && lastLine) {
            return { reason: lastLine, isFinal: true };
        }
        const how = signal ? `was ended by ${signal}` : `ended with exit status ${code}`;
        const why = errorLine(this.lastWords);
        const reason = `The analysis service ${how}${why ? `: ${why}` : ''}${why?.endsWith('.') ? '' : '.'}`;
        return { reason, isFinal: false };
    }
}

/** The line of Node's report on an uncaught error that names it, else the last line. */
function errorLine(lines: readonly string[]): string | undefined {
    const told = lines.filter(line => line.trim().length > 0);
    return (told.find(line => /^\w*Error\b/.test(line)) ?? told.at(-1))?.trim();
}

function isServiceLock(message: unknown): message is ServiceLock {
    const lock = message as Partial<ServiceLock> | undefined;
    return typeof lock?.port === 'number' && typeof lock.token === 'string' && typeof lock.pid === 'number';
}
