import 'reflect-metadata';
import { Container } from '@theia/core/shared/inversify';
import { Emitter, ILogger, MessageService } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import type { AnalysisRequest } from 'tmll-analysis/algorithms';
import type { Job, ServiceEvent } from 'tmll-service/protocol';
import { TmllServer } from '../../common/tmll-server';
import { ServiceMonitor } from '../service/service-monitor';
import { TmllClientImpl } from '../service/tmll-client-impl';
import { JobModel } from './job-model';

const request: AnalysisRequest = {
    module: 'anomalies',
    experimentId: 'e1',
    range: { startNs: 1_795_422_823_334_816_823n, endNs: 1_795_422_823_334_816_824n },
    parameters: {}
};

const job = (id: string, state: Job['state'], second = 0): Job => ({
    id,
    state,
    request: { module: 'anomalies', experimentId: 'e1', parameters: {} },
    progress: { fraction: 0, message: '' },
    createdAt: `2026-11-23T10:00:0${second}.000Z`
});

describe('JobModel', () => {
    let onDidReceiveEvent: Emitter<ServiceEvent>;
    let onDidConnect: Emitter<void>;
    let onDidChange: Emitter<{ status: string }>;
    let listJobs: jest.Mock;
    let jobs: Job[];
    let startJob: jest.Mock;
    let errors: string[];
    let ended: string[];
    let model: JobModel;

    const settled = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));
    const receive = (received: Job): void => onDidReceiveEvent.fire({ type: 'job', job: received });

    beforeEach(async () => {
        onDidReceiveEvent = new Emitter();
        onDidConnect = new Emitter();
        onDidChange = new Emitter();
        listJobs = jest.fn(async () => jobs);
        jobs = [];
        errors = [];
        ended = [];
        startJob = jest.fn(async () => job('j1', 'queued'));
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        container.bind(TmllServer).toConstantValue({
            listModules: async () => [],
            listJobs,
            startJob,
            cancelJob: async () => {
                throw new Error('The job has ended already.');
            }
        } as Partial<TmllServer> as TmllServer);
        container.bind(TmllClientImpl).toConstantValue({
            onDidReceiveEvent: onDidReceiveEvent.event
        } as Partial<TmllClientImpl> as TmllClientImpl);
        container.bind(ServiceMonitor).toConstantValue({
            onDidConnect: onDidConnect.event,
            onDidChange: onDidChange.event,
            state: { status: 'starting', generation: 0 }
        } as unknown as ServiceMonitor);
        container
            .bind(MessageService)
            .toConstantValue({ error: async (text: string) => errors.push(text) } as unknown as MessageService);
        model = container.resolve(JobModel);
        model.onDidEnd(({ id }) => ended.push(id));
    });

    it('sends ns as text and follows the job to its end', async () => {
        await model.run(request);
        expect(startJob.mock.calls[0][0].range.startNs).toBe('1795422823334816823');
        expect(model.active.map(({ id }) => id)).toEqual(['j1']);
        receive(job('j1', 'running'));
        receive(job('j1', 'done'));
        expect(model.active).toEqual([]);
        expect(ended).toEqual(['j1']);
    });

    it('tells the end once, also when the events overtake the answer', async () => {
        startJob.mockImplementation(async () => {
            receive(job('j1', 'done'));
            return job('j1', 'queued');
        });
        await model.run(request);
        receive(job('j1', 'done'));
        expect(model.active).toEqual([]);
        expect(ended).toEqual(['j1']);
    });

    it('tells the end of a job whose result was stored', async () => {
        startJob.mockImplementation(async () => job('j1', 'done'));
        await model.run(request);
        expect(ended).toEqual(['j1']);
    });

    it('finds running jobs again after a reload, and keeps quiet on those that had ended', async () => {
        jobs = [job('late', 'running', 2), job('early', 'queued', 1), job('past', 'done')];
        onDidConnect.fire();
        await settled();
        expect(model.active.map(({ id }) => id)).toEqual(['early', 'late']);
        expect(ended).toEqual([]);
        receive(job('late', 'failed', 2));
        expect(ended).toEqual(['late']);
    });

    it('tells the end of a job that came while the line was down', async () => {
        await model.run(request);
        jobs = [job('j1', 'done')];
        onDidConnect.fire();
        await settled();
        expect(ended).toEqual(['j1']);
    });

    it('ends a job that a new service knows nothing of, and says why', async () => {
        await model.run(request);
        const end = model.untilEnd('j1');
        onDidConnect.fire();
        expect(await end).toMatchObject({ id: 'j1', state: 'failed', error: expect.stringMatching(/run it again\.$/) });
        expect(ended).toEqual(['j1']);
        expect(model.active).toEqual([]);
    });

    it('ends jobs when the service is given up', async () => {
        await model.run(request);
        const end = model.untilEnd('j1');
        onDidChange.fire({ status: 'starting' });
        expect(ended).toEqual([]);
        onDidChange.fire({ status: 'down' });
        expect((await end).state).toBe('failed');
    });

    it('keeps a job that was started while the service was asked for its jobs', async () => {
        let answer: (listed: Job[]) => void = () => undefined;
        listJobs.mockReturnValue(new Promise<Job[]>(resolve => (answer = resolve)));
        onDidConnect.fire();
        await model.run(request);
        answer([]);
        await settled();
        expect(model.active.map(({ id }) => id)).toEqual(['j1']);
        expect(ended).toEqual([]);
    });

    it('does not take an older answer for news of a job that has ended since', async () => {
        await model.run(request);
        let answer: (listed: Job[]) => void = () => undefined;
        listJobs.mockReturnValue(new Promise<Job[]>(resolve => (answer = resolve)));
        onDidConnect.fire();
        receive(job('j1', 'done'));
        answer([job('j1', 'running')]);
        await settled();
        expect(model.job('j1')?.state).toBe('done');
        expect(ended).toEqual(['j1']);
    });

    it('says why a job cannot be cancelled', async () => {
        await model.cancel('j1');
        expect(errors).toEqual(['The job has ended already.']);
    });
});
