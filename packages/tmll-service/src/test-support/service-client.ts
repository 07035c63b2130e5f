import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { AnalysisRequest, Wire } from 'tmll-analysis/algorithms';
import { Job, ServiceEvent, ServiceLock } from '../protocol';
import { eventually } from './eventually';

export interface Answer<T> {
    readonly status: number;
    readonly body: T;
}

/** Speaks the protocol with a service, and listens to its events. */
export class ServiceClient {
    readonly events: ServiceEvent[] = [];
    private readonly listening = new AbortController();

    constructor(private readonly lock: Pick<ServiceLock, 'port' | 'token'>) {}

    async request<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
        const response = await fetch(`http://127.0.0.1:${this.lock.port}${path}`, {
            method,
            headers: { authorization: `Bearer ${this.lock.token}`, 'content-type': 'application/json' },
            body: body === undefined ? undefined : JSON.stringify(body)
        });
        const text = await response.text();
        return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
    }

    /** Opens a trace through the service and waits until it is read; the UUID of its experiment. */
    async openExperiment(path: string, traceName: string, name = traceName): Promise<string> {
        type Named = { UUID: string; indexingStatus: string };
        const trace = await this.request<Named>('POST', '/tsp/api/traces', {
            parameters: { uri: path, name: traceName }
        });
        const parameters = { name, traces: [trace.body.UUID] };
        const { body } = await this.request<Named>('POST', '/tsp/api/experiments', { parameters });
        await eventually(async () => {
            const experiment = await this.request<Named>('GET', `/tsp/api/experiments/${body.UUID}`);
            return experiment.body.indexingStatus === 'COMPLETED' || undefined;
        }, 'the end of indexing');
        return body.UUID;
    }

    submit(request: Wire<AnalysisRequest>): Promise<Answer<Job>> {
        return this.request('POST', '/tmll/jobs', request);
    }

    /** Waits until a job is in one of some states. */
    whenJob(id: string, ...states: readonly Job['state'][]): Promise<Job> {
        return eventually(
            async () => {
                const { body } = await this.request<Job>('GET', `/tmll/jobs/${id}`);
                return states.includes(body.state) ? body : undefined;
            },
            `job ${id} to be ${states.join(' or ')}`,
            30_000
        );
    }

    /** Collects events from now on. */
    async listen(): Promise<void> {
        const response = await fetch(`http://127.0.0.1:${this.lock.port}/tmll/events`, {
            headers: { authorization: `Bearer ${this.lock.token}` },
            signal: this.listening.signal
        });
        const lines = createInterface(Readable.fromWeb(response.body as ReadableStream));
        lines.on(
            'line',
            line => line.startsWith('data: ') && this.events.push(JSON.parse(line.slice(6)) as ServiceEvent)
        );
        lines.on('error', () => undefined);
    }

    close(): void {
        this.listening.abort();
    }
}
