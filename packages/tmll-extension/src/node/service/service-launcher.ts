import { isDeepStrictEqual } from 'util';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import { RestartPolicy, restartDelay, ServiceLock } from 'tmll-service/protocol';
import { ServiceEnd, ServiceProcess } from './service-process';
import { messageOf } from '../../common/message-of';

/** What the launcher starts and how patient it is. */
export const ServiceLauncherOptions = Symbol('ServiceLauncherOptions');
export interface ServiceLauncherOptions {
    /** Absolute path of the service's script; throws one sentence when it is not built. */
    script(): string;
    /** Its arguments, asked for at each start; throws one sentence when there are none that make sense. */
    args?(): readonly string[];
    readonly readyTimeoutMs: number;
    readonly stopTimeoutMs: number;
    readonly restart: RestartPolicy;
}

/** What the launcher knows of the process. */
export type LauncherState =
    | { readonly status: 'starting' | 'stopped' }
    | { readonly status: 'up'; readonly service: ServiceLock }
    | { readonly status: 'restarting' | 'down'; readonly message: string };

/** Runs the analysis service as a child process, and runs it again when it dies. */
@injectable()
export class ServiceLauncher {
    @inject(ServiceLauncherOptions)
    protected readonly options: ServiceLauncherOptions;

    @inject(ILogger)
    @named('tmll:service')
    protected readonly logger: ILogger;

    protected readonly onDidChangeStateEmitter = new Emitter<LauncherState>();
    readonly onDidChangeState: Event<LauncherState> = this.onDidChangeStateEmitter.event;

    protected current: LauncherState = { status: 'stopped' };
    protected process: ServiceProcess | undefined;
    /** What the process was started with; undefined when it could not be. */
    protected args: readonly string[] | undefined;
    protected failures = 0;
    protected restartTimer: NodeJS.Timeout | undefined;

    @postConstruct()
    protected init(): void {
        this.onDidChangeState(state => this.logger.debug(`The analysis service is ${state.status}.`));
    }

    get state(): LauncherState {
        return this.current;
    }

    /** Starts the service unless it runs or is about to. */
    start(): void {
        if (this.current.status === 'stopped' || this.current.status === 'down') {
            this.failures = 0;
            this.launch('starting');
        }
    }

    /** Whether it would be started with other arguments now. */
    isOutdated(): boolean {
        try {
            return !isDeepStrictEqual(this.options.args?.() ?? [], this.args);
        } catch {
            // They make no sense: a start says so.
            return true;
        }
    }

    /** Ends the service, if it runs, and starts it. */
    async restart(): Promise<void> {
        if (this.isStarting() && !this.process) {
            return;
        }
        const process = this.detach();
        this.update({ status: 'starting' });
        await process?.stop();
        // Unless it was stopped for good meanwhile.
        if (this.isStarting()) {
            this.failures = 0;
            this.launch('starting');
        }
    }

    /** Ends the service for good; resolves once its process is gone. */
    async stop(): Promise<void> {
        const process = this.detach();
        this.update({ status: 'stopped' });
        await process?.stop();
    }

    protected isStarting(): boolean {
        return this.current.status === 'starting';
    }

    /** Takes the process, if there is one, out of what is watched. */
    protected detach(): ServiceProcess | undefined {
        clearTimeout(this.restartTimer);
        const { process } = this;
        this.process = undefined;
        return process;
    }

    protected launch(status: 'starting' | 'restarting', message?: string): void {
        this.update(message && status === 'restarting' ? { status, message } : { status: 'starting' });
        const { readyTimeoutMs, stopTimeoutMs } = this.options;
        let process: ServiceProcess;
        this.args = undefined;
        try {
            const args = this.options.args?.() ?? [];
            this.args = args;
            const script = this.options.script();
            const log = (line: string): unknown => this.logger.info(line);
            process = new ServiceProcess({ script, args, readyTimeoutMs, stopTimeoutMs, log });
        } catch (error) {
            this.update({ status: 'down', message: messageOf(error) });
            return;
        }
        this.process = process;
        this.watch(process);
    }

    protected watch(process: ServiceProcess): void {
        let upSince: number | undefined;
        let silent: string | undefined;
        process.onDidExit(end => {
            if (this.process !== process) {
                return;
            }
            this.process = undefined;
            if (upSince !== undefined && Date.now() - upSince >= this.options.restart.healthyAfterMs) {
                this.failures = 0;
            }
            this.died(silent === undefined ? end : { ...end, reason: silent });
        });
        process.ready.then(
            service => {
                if (this.process === process) {
                    upSince = Date.now();
                    this.update({ status: 'up', service });
                }
            },
            // The process is ended by then or about to: its end decides what happens next.
            error => (silent = error.message)
        );
    }

    protected died({ reason, isFinal }: ServiceEnd): void {
        this.failures++;
        this.logger.error(reason);
        if (isFinal) {
            this.update({ status: 'down', message: reason });
            return;
        }
        const delay = restartDelay(this.options.restart, this.failures);
        if (delay === undefined) {
            const message = `${reason} It was started ${this.failures} times without success.`;
            this.update({ status: 'down', message });
            return;
        }
        this.update({ status: 'restarting', message: reason });
        this.restartTimer = setTimeout(() => this.launch('restarting', reason), delay);
    }

    protected update(state: LauncherState): void {
        this.current = state;
        this.onDidChangeStateEmitter.fire(state);
    }
}
