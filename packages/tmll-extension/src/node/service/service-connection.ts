import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { Emitter, Event, ILogger } from '@theia/core';
import {
    listenToService,
    requestService,
    SERVICE_HOST,
    ServiceEvent,
    ServiceHealth,
    ServiceLock,
    ServiceRequest,
    TraceServerState
} from 'tmll-service/protocol';
import { ServiceState } from '../../common/tmll-server';
import { LauncherState, ServiceLauncher } from './service-launcher';

const REQUEST_TIMEOUT_MS = 60_000;
const RECONNECT_DELAY_MS = 1_000;

/** The backend's line to the running service: requests, its events, and how it is. */
@injectable()
export class ServiceConnection {
    @inject(ServiceLauncher)
    protected readonly launcher: ServiceLauncher;

    @inject(ILogger)
    @named('tmll:service')
    protected readonly logger: ILogger;

    protected readonly onDidReceiveEventEmitter = new Emitter<ServiceEvent>();
    readonly onDidReceiveEvent: Event<ServiceEvent> = this.onDidReceiveEventEmitter.event;

    protected readonly onDidChangeStateEmitter = new Emitter<ServiceState>();
    /** Fires on every change, and again with `up` when the stream of events was interrupted. */
    readonly onDidChangeState: Event<ServiceState> = this.onDidChangeStateEmitter.event;

    protected current: ServiceState = { status: 'starting', generation: 0 };
    /** The trace server was up, and has not come back since. */
    protected hasLostTraceServer = false;
    protected disconnect: () => void = () => undefined;

    @postConstruct()
    protected init(): void {
        this.launcher.onDidChangeState(state => this.followLauncher(state));
    }

    get state(): ServiceState {
        return this.current;
    }

    /** The service that listens, undefined while none does. */
    get service(): ServiceLock | undefined {
        return this.launcher.state.status === 'up' ? this.launcher.state.service : undefined;
    }

    /** @throws Error with one sentence when the service is not up or refuses */
    async request<T>(request: Pick<ServiceRequest, 'method' | 'path' | 'body'>): Promise<T> {
        if (!this.service) {
            throw new Error(this.describeAbsence());
        }
        return requestService<T>(this.service, { ...request, timeoutMs: REQUEST_TIMEOUT_MS });
    }

    /** One sentence on why there is no service to ask. */
    describeAbsence(): string {
        const { status, message } = this.current;
        switch (status) {
            case 'down':
                return `${message ?? 'The analysis service is down.'} Restart it with "TMLL: Restart Analysis Service".`;
            case 'restarting':
                return `${message ?? 'The analysis service has ended.'} It is being started again.`;
            default:
                return 'The analysis service is still starting; try again in a moment.';
        }
    }

    protected followLauncher(state: LauncherState): void {
        this.disconnect();
        if (state.status === 'up') {
            this.listen(state.service, true);
        } else {
            const status = state.status === 'stopped' ? 'down' : state.status;
            const message = 'message' in state ? state.message : undefined;
            this.update({ status, message, generation: this.current.generation });
        }
    }

    protected listen(service: ServiceLock, fresh: boolean): void {
        let retry: NodeJS.Timeout | undefined;
        const stop = listenToService(service, {
            onOpen: () => this.opened(service, fresh),
            onEvent: event => this.received(event),
            onEnd: () => (retry = setTimeout(() => this.listen(service, fresh), RECONNECT_DELAY_MS))
        });
        this.disconnect = () => {
            clearTimeout(retry);
            stop();
            this.disconnect = () => undefined;
        };
    }

    /** Asks how the trace server is only now, so that no change of it goes unseen in between. */
    protected async opened(service: ServiceLock, fresh: boolean): Promise<void> {
        try {
            const request: ServiceRequest = { method: 'GET', path: '/health', timeoutMs: REQUEST_TIMEOUT_MS };
            const { traceServer } = await requestService<ServiceHealth>(service, request);
            if (this.service === service) {
                const isNew = fresh && this.current.status !== 'up';
                const generation = this.current.generation + (isNew ? 1 : 0);
                this.update({ status: 'up', generation, url: `http://${SERVICE_HOST}:${service.port}`, traceServer });
            }
        } catch (error) {
            this.logger.error('The analysis service did not say how it is', error);
        }
    }

    protected received(event: ServiceEvent): void {
        if (event.type === 'trace-server') {
            this.updateTraceServer(event.state);
        }
        this.onDidReceiveEventEmitter.fire(event);
    }

    protected updateTraceServer(traceServer: TraceServerState): void {
        if (this.current.status === 'up') {
            this.hasLostTraceServer ||= this.current.traceServer?.status === 'up' && traceServer.status !== 'up';
            const isNew = this.hasLostTraceServer && traceServer.status === 'up';
            this.hasLostTraceServer &&= !isNew;
            this.update({ ...this.current, generation: this.current.generation + (isNew ? 1 : 0), traceServer });
        }
    }

    protected update(state: ServiceState): void {
        this.current = state;
        this.onDidChangeStateEmitter.fire(state);
    }
}
