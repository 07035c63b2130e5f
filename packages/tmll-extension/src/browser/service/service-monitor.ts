import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { Disposable, Emitter, Event, ILogger, nls, RpcProxy } from '@theia/core';
import { ServiceState, TmllServer } from '../../common/tmll-server';
import { TmllClientImpl } from './tmll-client-impl';

/** How long a window waits for a trace server that is on its way, in ms: Trace Compass may take two minutes. */
const START_LIMIT_MS = 130_000;

/** How the analysis service is, as this window sees it. */
@injectable()
export class ServiceMonitor {
    @inject(TmllServer)
    protected readonly server: RpcProxy<TmllServer>;

    @inject(TmllClientImpl)
    protected readonly client: TmllClientImpl;

    @inject(ILogger)
    protected readonly logger: ILogger;

    protected readonly onDidChangeEmitter = new Emitter<ServiceState>();
    readonly onDidChange: Event<ServiceState> = this.onDidChangeEmitter.event;

    protected readonly onDidConnectEmitter = new Emitter<void>();
    /** The service answers (again): whatever was asked of it before may have changed unseen. */
    readonly onDidConnect: Event<void> = this.onDidConnectEmitter.event;

    protected current: ServiceState = { status: 'starting', generation: 0 };

    @postConstruct()
    protected init(): void {
        this.client.onDidChangeState(state => this.update(state));
        // Also after the connection to the backend was lost for a while.
        this.server.onDidOpenConnection(() => this.ask());
        this.ask();
    }

    get state(): ServiceState {
        return this.current;
    }

    /**
     * Resolves once traces can be opened.
     * @throws Error with one sentence when the service or its trace server is down or takes too long
     */
    whenTraceServerUp(): Promise<void> {
        return new Promise((resolve, reject) => {
            const settle = (state: ServiceState): boolean => {
                const failure = describeFailure(state);
                if (failure) {
                    reject(new Error(failure));
                } else if (state.traceServer?.status === 'up') {
                    resolve();
                }
                return failure !== undefined || state.traceServer?.status === 'up';
            };
            if (!settle(this.current)) {
                this.settleLater(settle, reject);
            }
        });
    }

    protected settleLater(settle: (state: ServiceState) => boolean, reject: (error: Error) => void): void {
        const timer = setTimeout(() => {
            listening.dispose();
            const message = 'The trace server did not start within {0} s; see the log of the application.';
            reject(new Error(nls.localize('tmll/service/slow', message, START_LIMIT_MS / 1000)));
        }, START_LIMIT_MS);
        const listening: Disposable = this.onDidChange(state => {
            if (settle(state)) {
                clearTimeout(timer);
                listening.dispose();
            }
        });
    }

    protected async ask(): Promise<void> {
        try {
            this.update(await this.server.serviceState());
        } catch (error) {
            // The connection broke: it is asked again when it is back.
            this.logger.warn('The backend did not say how the analysis service is', error);
        }
    }

    protected update(state: ServiceState): void {
        this.current = state;
        this.onDidChangeEmitter.fire(state);
        if (state.status === 'up') {
            this.onDidConnectEmitter.fire();
        }
    }
}

/** One sentence on why no trace can be opened and none will be without help; undefined while there is hope. */
export function describeFailure({ status, message, traceServer }: ServiceState): string | undefined {
    if (status === 'down') {
        return message ?? nls.localize('tmll/service/down', 'The analysis service is down.');
    }
    if (traceServer?.status === 'down') {
        return traceServer.message ?? nls.localize('tmll/service/traceServerDown', 'The trace server is down.');
    }
    return undefined;
}
