import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import { environment, Emitter, Event } from '@theia/core';
import { Endpoint } from '@theia/core/lib/browser/endpoint';
import { sendCookiesTo } from 'tmll-tsp';
import { TraceServerEndpoint } from 'tmll-viewer';
import { ServiceState, TSP_PROXY_PATH } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';

/** The trace server behind the analysis service, reached at Theia's own origin. */
@injectable()
export class ProxiedTraceServer implements TraceServerEndpoint {
    @inject(ServiceMonitor)
    protected readonly monitor: ServiceMonitor;

    protected readonly onDidChangeEmitter = new Emitter<void>();
    readonly onDidChange: Event<void> = this.onDidChangeEmitter.event;

    /** The generation of the service that was last known to serve. */
    protected generation: number | undefined;
    /** Somebody was told that there is no trace server: the next one is another, even if it is the first. */
    protected hasFailed = false;

    @postConstruct()
    protected init(): void {
        this.monitor.onDidChange(state => this.follow(state));
        this.follow(this.monitor.state);
    }

    async url(): Promise<string> {
        try {
            await this.monitor.whenTraceServerUp();
        } catch (error) {
            this.hasFailed = true;
            throw error;
        }
        const url = new Endpoint({ path: TSP_PROXY_PATH }).getRestUrl().toString();
        if (environment.electron.is()) {
            sendCookiesTo(url);
        }
        return url;
    }

    protected follow({ generation, traceServer }: ServiceState): void {
        if (traceServer?.status === 'up') {
            const isAnother = this.hasFailed || (this.generation !== undefined && this.generation !== generation);
            this.generation = generation;
            this.hasFailed = false;
            if (isAnother) {
                this.onDidChangeEmitter.fire();
            }
        }
    }
}
