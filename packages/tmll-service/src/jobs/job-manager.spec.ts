import { join, resolve } from 'node:path';
import { ErrorBody, Job } from '../protocol';
import { Service, ServiceOptions, startService } from '../service/start-service';
import { bundle } from '../test-support/bundle';
import { eventually } from '../test-support/eventually';
import { listen } from '../test-support/listen';
import { ServiceClient } from '../test-support/service-client';
import { temporaryFolder } from '../test-support/temporary-folder';
import { testModule } from '../test-support/test-module';

const TRACE = resolve(__dirname, '../../../../samples/g-periodic');
const scripts = bundle();
const dataFolder = temporaryFolder();
const services: Service[] = [];

afterAll(() => Promise.all(services.map(service => service.close())));

async function start(options: Partial<ServiceOptions>): Promise<ServiceClient> {
    const service = await startService({ scripts, dataFolder, log: () => undefined, ...options });
    services.push(service);
    return new ServiceClient(service.lock);
}

describe('a service whose analyses misbehave', () => {
    let client: ServiceClient;
    let experimentId: string;
    let number = 0;

    beforeAll(async () => {
        const workerFile = join(scripts, 'test-worker.js');
        client = await start({
            modules: [testModule],
            pool: { workerFile, maxThreads: 1, graceMs: 200 }
        });
        experimentId = await client.openExperiment(TRACE, 'g-periodic');
    });

    const submit = async (behaviour: string): Promise<Job> => {
        const parameters = { behaviour, number: number++ };
        return (await client.submit({ module: 'test', experimentId, parameters })).body;
    };

    it.each([
        ['fail', /^The analysis failed \(x is not a function\); please report it\.$/],
        ['crash', /^The analysis ended unexpectedly \(worker exited with code: 9\)/]
    ])('reports one that does "%s" and goes on', async (behaviour, error) => {
        const job = await client.whenJob((await submit(behaviour)).id, 'failed');
        expect(job.error).toMatch(error);
        expect(job.finishedAt).toBeDefined();
        const next = await client.whenJob((await submit('succeed')).id, 'done', 'failed');
        expect(next.state).toBe('done');
    });

    it('cancels a job that runs and one that waits', async () => {
        const running = await submit('wait');
        await client.whenJob(running.id, 'running');
        const waiting = await submit('wait');
        for (const { id } of [waiting, running]) {
            expect((await client.request('DELETE', `/tmll/jobs/${id}`)).status).toBe(202);
            await client.whenJob(id, 'cancelled');
        }
        expect((await client.request('DELETE', '/tmll/jobs/none')).status).toBe(404);
    });

    it('answers a request that is being worked on with the same job', async () => {
        const parameters = { behaviour: 'wait', number: number++ };
        const [one, other] = await Promise.all([
            client.submit({ module: 'test', experimentId, parameters }),
            client.submit({ module: 'test', experimentId, parameters })
        ]);
        expect(one.body.id).toBe(other.body.id);
        await client.request('DELETE', `/tmll/jobs/${one.body.id}`);
        await client.whenJob(one.body.id, 'cancelled');
    });

    it('lists jobs, the newest first', async () => {
        const { id } = await submit('succeed');
        const { body } = await client.request<Job[]>('GET', '/tmll/jobs');
        expect(body[0].id).toBe(id);
        expect(body.length).toBeGreaterThan(5);
    });
});

describe('a service in front of a trace server that somebody else runs', () => {
    it('cancels down to the request in flight, and says when the trace server is gone', async () => {
        let hanging = 0;
        const { url, server } = await listen((request, response) => {
            const answers: Record<string, unknown> = {
                '/tsp/api/health': { status: 'UP' },
                '/tsp/api/experiments/e': {
                    ...{ name: 'e', UUID: 'e', nbEvents: 1, start: 1, end: 2_000_000_000, indexingStatus: 'COMPLETED' },
                    traces: [{ name: 't', UUID: 't', path: '/none', nbEvents: 1, start: 1, end: 2, properties: {} }]
                },
                '/tsp/api/experiments/e/outputs': [{ id: 'o', name: 'O', description: '', type: 'TREE_TIME_XY' }]
            };
            const answer = answers[request.url ?? ''];
            if (answer) {
                response.setHeader('content-type', 'application/json');
                response.end(JSON.stringify(answer));
                return;
            }
            hanging++;
            response.on('close', () => hanging--);
        });
        const client = await start({ upstream: url });
        const { body: job } = await client.submit({ module: 'anomalies', experimentId: 'e', parameters: {} });
        await eventually(() => (hanging === 1 ? true : undefined), 'the request to the trace server');
        await client.request('DELETE', `/tmll/jobs/${job.id}`);
        await client.whenJob(job.id, 'cancelled');
        await eventually(() => (hanging === 0 ? true : undefined), 'the end of the request');

        server.closeAllConnections();
        server.close();
        const { status, body } = await client.request<ErrorBody>('GET', '/tsp/api/health');
        expect([status, body.title]).toEqual([503, 'Trace server not reachable']);
        const refused = await client.request<ErrorBody>('POST', '/tmll/jobs', {
            module: 'anomalies',
            experimentId: 'e',
            parameters: { zscoreThreshold: 2 }
        });
        expect(refused.status).toBe(503);
    });
});
