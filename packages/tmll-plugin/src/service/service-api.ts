import {
    Job,
    ListedFinding,
    ModuleDescriptor,
    requestService,
    requestText,
    ResultSummary,
    ServiceLock,
    ServiceRequest
} from 'tmll-service/protocol';

/** A request for an analysis, as the service takes it. */
export type JobRequest = Job['request'];

const ANSWER_LIMIT_MS = 60_000;

/** What the companion asks of a service. Every rejection carries one sentence for the user. */
export class ServiceApi {
    constructor(private readonly lock: ServiceLock) {}

    /** Where trace viewers on this machine find the gateway, without the path of the protocol. */
    get gateway(): string {
        return `http://localhost:${this.lock.port}`;
    }

    modules(): Promise<ModuleDescriptor[]> {
        return this.request('GET', '/modules');
    }

    /** Answers at once; the end comes as an event. */
    submit(request: JobRequest): Promise<Job> {
        return this.request('POST', '/jobs', request);
    }

    job(id: string): Promise<Job> {
        return this.request('GET', `/jobs/${encodeURIComponent(id)}`);
    }

    /** Newest first. */
    jobs(): Promise<Job[]> {
        return this.request('GET', '/jobs');
    }

    cancel(id: string): Promise<Job> {
        return this.request('DELETE', `/jobs/${encodeURIComponent(id)}`);
    }

    /** Newest first. */
    results(experimentId: string): Promise<ResultSummary[]> {
        return this.request('GET', `/results?${new URLSearchParams({ experiment: experimentId })}`);
    }

    /** The worst first. */
    findings(experimentId: string): Promise<ListedFinding[]> {
        return this.request('GET', `/findings?${new URLSearchParams({ experiment: experimentId })}`);
    }

    /** The report of an experiment, or of one result, as an HTML page. */
    report(of: { readonly experiment: string } | { readonly result: string }): Promise<string> {
        const path = `/report?${new URLSearchParams({ ...of })}`;
        return requestText(this.lock, { method: 'GET', path, timeoutMs: ANSWER_LIMIT_MS });
    }

    private request<T>(method: ServiceRequest['method'], path: string, body?: unknown): Promise<T> {
        return requestService<T>(this.lock, { method, path, body, timeoutMs: ANSWER_LIMIT_MS });
    }
}
