import { inject, injectable, postConstruct } from '@theia/core/shared/inversify';
import type { AnalysisRequest, Wire } from 'tmll-analysis/algorithms';
import type { Job, ModuleDescriptor, ResultSummary, Run, StoredResult } from 'tmll-service/protocol';
import { SampleTraceFolder, ServiceState, TmllClient, TmllServer } from '../../common/tmll-server';
import { ServiceConnection } from '../service/service-connection';
import { ServiceLauncher } from '../service/service-launcher';
import { TraceServerSwitch } from '../service/trace-server-switch';
import { SampleTraceFinder } from '../traces/sample-trace-finder';
import { TraceArguments } from '../traces/trace-arguments';
import { leanResult } from './lean-result';

/** Answers all windows; what the service tells goes to each of them. */
@injectable()
export class TmllServerImpl implements TmllServer {
    @inject(ServiceConnection)
    protected readonly connection: ServiceConnection;

    @inject(ServiceLauncher)
    protected readonly launcher: ServiceLauncher;

    @inject(TraceServerSwitch)
    protected readonly traceServers: TraceServerSwitch;

    @inject(SampleTraceFinder)
    protected readonly samples: SampleTraceFinder;

    @inject(TraceArguments)
    protected readonly traceArguments: TraceArguments;

    protected readonly clients = new Set<TmllClient>();

    @postConstruct()
    protected init(): void {
        this.connection.onDidReceiveEvent(event => this.clients.forEach(client => client.notifyServiceEvent(event)));
        this.connection.onDidChangeState(state => this.clients.forEach(client => client.notifyServiceState(state)));
        this.traceServers.onDidChange(change => this.clients.forEach(client => client.notifyTraceServerChange(change)));
    }

    addClient(client: TmllClient): void {
        this.clients.add(client);
    }

    removeClient(client: TmllClient): void {
        this.clients.delete(client);
    }

    async serviceState(): Promise<ServiceState> {
        return this.connection.state;
    }

    restartService(): Promise<void> {
        return this.launcher.restart();
    }

    listModules(): Promise<readonly ModuleDescriptor[]> {
        return this.connection.request({ method: 'GET', path: '/modules' });
    }

    startJob(request: Wire<AnalysisRequest>): Promise<Job> {
        return this.connection.request({ method: 'POST', path: '/jobs', body: request });
    }

    cancelJob(jobId: string): Promise<Job> {
        return this.connection.request({ method: 'DELETE', path: `/jobs/${encodeURIComponent(jobId)}` });
    }

    listJobs(): Promise<readonly Job[]> {
        return this.connection.request({ method: 'GET', path: '/jobs' });
    }

    listResults(experimentId: string): Promise<readonly ResultSummary[]> {
        return this.connection.request({
            method: 'GET',
            path: `/results?experiment=${encodeURIComponent(experimentId)}`
        });
    }

    async getResult(resultId: string): Promise<StoredResult> {
        return leanResult(
            await this.connection.request<StoredResult>({
                method: 'GET',
                path: `/results/${encodeURIComponent(resultId)}`
            })
        );
    }

    async deleteResult(resultId: string): Promise<void> {
        await this.connection.request({ method: 'DELETE', path: `/results/${encodeURIComponent(resultId)}` });
    }

    listRuns(experimentId: string): Promise<readonly Run[]> {
        return this.connection.request({
            method: 'GET',
            path: `/runs?experiment=${encodeURIComponent(experimentId)}`
        });
    }

    async deleteRun(runId: string): Promise<void> {
        await this.connection.request({ method: 'DELETE', path: `/runs/${encodeURIComponent(runId)}` });
    }

    sampleTraces(): Promise<readonly SampleTraceFolder[]> {
        return this.samples.find();
    }

    async initialTraces(): Promise<readonly string[]> {
        return this.traceArguments.paths;
    }
}
