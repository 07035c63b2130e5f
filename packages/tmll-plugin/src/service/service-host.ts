import * as vscode from 'vscode';
import {
    DEFAULT_RESTART_POLICY,
    listenToService,
    RestartPolicy,
    restartDelay,
    ServiceEvent,
    ServiceLock
} from 'tmll-service/protocol';
import { messageOf } from '../message-of';
import { ServiceApi } from './service-api';

/** How the service is, as this host sees it. */
export type ServiceState =
    | { readonly status: 'stopped' | 'starting' }
    | { readonly status: 'up'; readonly lock: ServiceLock }
    /** It will be tried again. */
    | { readonly status: 'restarting'; readonly message: string }
    /** It was given up. */
    | { readonly status: 'down'; readonly message: string };

export interface ServiceHostOptions {
    /** Finds a running service or starts one; throws one sentence when neither is possible. */
    readonly obtain: () => Promise<ServiceLock>;
    readonly policy?: RestartPolicy;
}

/** How long a command waits for a service that is on its way, in ms. */
const WAIT_LIMIT_MS = 60_000;

/** Keeps a service at hand: finds or starts it, hears of its end by its events, and gets another one, so often and no more. */
export class ServiceHost implements vscode.Disposable {
    private readonly stateEmitter = new vscode.EventEmitter<ServiceState>();
    readonly onDidChangeState = this.stateEmitter.event;
    private readonly eventEmitter = new vscode.EventEmitter<ServiceEvent>();
    /** What happens in the service, from when it is `up`. */
    readonly onDidReceiveEvent = this.eventEmitter.event;

    private current: ServiceState = { status: 'stopped' };
    private failures = 0;
    private retry: NodeJS.Timeout | undefined;
    private stopListening: () => void = () => undefined;
    private attempt = 0;

    constructor(private readonly options: ServiceHostOptions) {}

    get state(): ServiceState {
        return this.current;
    }

    /** Gets a service unless that is done or under way; after it was given up, tries anew. */
    start(): void {
        if (this.current.status === 'stopped' || this.current.status === 'down') {
            this.failures = 0;
            this.update({ status: 'starting' });
            void this.connect();
        }
    }

    /** Lets the service go and gets one again, as the settings are now. */
    restart(): void {
        this.detach();
        this.update({ status: 'stopped' });
        this.start();
    }

    /**
     * The service, once it is up; starts it when need be.
     * @throws Error with one sentence when it was given up, or takes too long
     */
    async whenUp(): Promise<ServiceApi> {
        this.start();
        return new ServiceApi(await this.untilUp());
    }

    /** The service, undefined while it is not up. */
    get api(): ServiceApi | undefined {
        return this.current.status === 'up' ? new ServiceApi(this.current.lock) : undefined;
    }

    dispose(): void {
        this.detach();
        this.current = { status: 'stopped' };
        this.stateEmitter.dispose();
        this.eventEmitter.dispose();
    }

    private detach(): void {
        this.attempt++;
        clearTimeout(this.retry);
        this.stopListening();
        this.stopListening = () => undefined;
    }

    private async connect(): Promise<void> {
        const attempt = ++this.attempt;
        try {
            const lock = await this.options.obtain();
            if (attempt === this.attempt) {
                this.listen(lock);
            }
        } catch (error) {
            if (attempt === this.attempt) {
                this.lost(messageOf(error));
            }
        }
    }

    private listen(lock: ServiceLock): void {
        const { healthyAfterMs } = this.options.policy ?? DEFAULT_RESTART_POLICY;
        let upSince: number | undefined;
        this.stopListening = listenToService(lock, {
            onOpen: () => {
                upSince = Date.now();
                this.update({ status: 'up', lock });
            },
            onEvent: event => this.eventEmitter.fire(event),
            onEnd: () => {
                if (upSince !== undefined && Date.now() - upSince >= healthyAfterMs) {
                    this.failures = 0;
                }
                this.lost('The analysis service has ended.');
            }
        });
    }

    private lost(reason: string): void {
        const delay = restartDelay(this.options.policy ?? DEFAULT_RESTART_POLICY, ++this.failures);
        if (delay === undefined) {
            this.update({ status: 'down', message: reason });
            return;
        }
        this.update({ status: 'restarting', message: reason });
        this.retry = setTimeout(() => void this.connect(), delay);
    }

    private untilUp(): Promise<ServiceLock> {
        return new Promise((resolve, reject) => {
            const settle = (state: ServiceState): void => {
                if (state.status === 'up' || state.status === 'down') {
                    clearTimeout(timer);
                    listening.dispose();
                    if (state.status === 'up') {
                        resolve(state.lock);
                    } else {
                        reject(new Error(state.message));
                    }
                }
            };
            const listening = this.onDidChangeState(settle);
            const timer = setTimeout(() => {
                listening.dispose();
                reject(new Error(`The analysis service did not start within ${WAIT_LIMIT_MS / 1000} s.`));
            }, WAIT_LIMIT_MS);
            settle(this.current);
        });
    }

    private update(state: ServiceState): void {
        this.current = state;
        this.stateEmitter.fire(state);
    }
}
