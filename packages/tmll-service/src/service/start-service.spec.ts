import { cpSync, statSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AnalysisRequest, ANOMALY_SCHEMA, Wire } from 'tmll-analysis/algorithms';
import { ErrorBody, ModuleDescriptor, ResultSummary, Run, ServiceHealth, StoredResult } from '../protocol';
import { bundle } from '../test-support/bundle';
import { eventually } from '../test-support/eventually';
import { listen } from '../test-support/listen';
import { rawRequest } from '../test-support/raw-request';
import { ServiceClient } from '../test-support/service-client';
import { temporaryFolder } from '../test-support/temporary-folder';
import { Service, ServiceOptions, startService } from './start-service';

const SAMPLE = resolve(__dirname, '../../../../samples/g-periodic');
const scripts = bundle();
const dataFolder = temporaryFolder();
const trace = join(temporaryFolder(), 'g-periodic');
const services: Service[] = [];
const clients: ServiceClient[] = [];

beforeAll(() => cpSync(SAMPLE, trace, { recursive: true }));

afterAll(async () => {
    clients.forEach(client => client.close());
    await Promise.all(services.map(service => service.close()));
});

async function start(options: Partial<ServiceOptions> = {}): Promise<ServiceClient> {
    const service = await startService({ scripts, dataFolder, log: () => undefined, ...options });
    services.push(service);
    const client = new ServiceClient(service.lock);
    clients.push(client);
    return client;
}

describe('a service with the embedded trace server', () => {
    let client: ServiceClient;
    let experimentId: string;
    const anomalies = (change: Partial<Wire<AnalysisRequest>> = {}): Wire<AnalysisRequest> => ({
        module: 'anomalies',
        experimentId,
        selection: { outputs: ['event rate'] },
        parameters: { method: 'moving_average', resample: '100ms' },
        ...change
    });

    beforeAll(async () => {
        client = await start();
        await client.listen();
        experimentId = await client.openExperiment(trace, 'g-periodic');
    });

    it('tells whoever listens how its trace server is, from the beginning on', async () => {
        const isUp = (): boolean =>
            client.events.some(event => event.type === 'trace-server' && event.state.status === 'up');
        await eventually(() => isUp() || undefined, 'the news that it is up');
        expect(client.events[0].type).toBe('trace-server');
    });

    it('says how it is', async () => {
        const { body } = await client.request<ServiceHealth>('GET', '/tmll/health');
        expect(body).toMatchObject({
            status: 'UP',
            protocolVersion: 1,
            pid: process.pid,
            traceServer: { status: 'up' }
        });
    });

    it('offers its analyses with their schemas', async () => {
        const { body } = await client.request<ModuleDescriptor[]>('GET', '/tmll/modules');
        expect(body.map(module => module.id)).toContain('anomalies');
        expect(body.find(({ id }) => id === 'anomalies')?.schema).toEqual(ANOMALY_SCHEMA);
    });

    it('runs an analysis in a worker, tells how far it is, keeps the result and answers at once when asked again', async () => {
        const { status, body: job } = await client.submit(anomalies());
        expect([status, job.state]).toEqual([202, 'queued']);
        const { resultId = '' } = await client.whenJob(job.id, 'done', 'failed');
        const { body: result } = await client.request<StoredResult>('GET', `/tmll/results/${resultId}`);
        expect(result).toMatchObject({ id: resultId, provenance: { module: 'anomalies', experimentId } });
        expect(result.findings.length).toBeGreaterThan(0);

        await eventually(() => client.events.find(event => event.type === 'result-added'), 'the news of the result');
        const states = client.events.flatMap(event =>
            event.type === 'job' && event.job.id === job.id ? [event.job] : []
        );
        expect([...new Set(states.map(each => each.state))]).toEqual(['queued', 'running', 'done']);
        expect(states.some(each => each.progress.fraction > 0 && each.progress.fraction < 1)).toBe(true);

        const again = await client.submit(anomalies());
        expect(again).toMatchObject({ status: 200, body: { state: 'done', resultId } });
    });

    it('lists results by experiment, the same ones for other experiments of the same files', async () => {
        const { body: job } = await client.submit(anomalies());
        const { resultId } = await client.whenJob(job.id, 'done', 'failed');
        const other = await client.openExperiment(trace, 'g-periodic', 'another experiment');
        expect(other).not.toBe(experimentId);
        for (const id of [experimentId, other]) {
            const { body: list } = await client.request<ResultSummary[]>('GET', `/tmll/results?experiment=${id}`);
            expect(list).toContainEqual(
                expect.objectContaining({ id: resultId, experimentId: id, module: 'anomalies' })
            );
        }
        const { body: all } = await client.request<ResultSummary[]>('GET', '/tmll/results');
        expect(all).toContainEqual(expect.objectContaining({ id: resultId, experimentId }));
    });

    it('deletes a result and says so', async () => {
        const { body: job } = await client.submit(anomalies({ parameters: { method: 'iqr', resample: '100ms' } }));
        const { resultId } = await client.whenJob(job.id, 'done', 'failed');
        expect((await client.request('DELETE', `/tmll/results/${resultId}`)).status).toBe(204);
        await eventually(
            () => client.events.find(event => event.type === 'result-deleted' && event.resultId === resultId),
            'the news'
        );
        for (const method of ['GET', 'DELETE']) {
            expect((await client.request<ErrorBody>(method, `/tmll/results/${resultId}`)).status).toBe(404);
        }
    });

    it('fails with the sentence of the analysis when nothing fits', async () => {
        const { body: job } = await client.submit(anomalies({ selection: { outputs: ['no such output'] } }));
        expect(await client.whenJob(job.id, 'done', 'failed')).toMatchObject({
            state: 'failed',
            error: expect.stringContaining('No output or series fits "no such output"')
        });
        const added = await eventually(
            () => client.events.find(event => event.type === 'run-added' && event.run.id === job.id),
            'the news of the run'
        );
        expect(added).toMatchObject({ run: { state: 'failed', error: expect.stringContaining('no such output') } });
        const runs = async (): Promise<Run[]> =>
            (await client.request<Run[]>('GET', `/tmll/runs?experiment=${experimentId}`)).body;
        expect(await runs()).toContainEqual(
            expect.objectContaining({ id: job.id, stale: false, request: expect.objectContaining({ experimentId }) })
        );
        expect((await client.request('DELETE', `/tmll/runs/${job.id}`)).status).toBe(204);
        expect((await client.request('DELETE', `/tmll/runs/${job.id}`)).status).toBe(404);
        expect((await runs()).map(({ id }) => id)).not.toContain(job.id);
        expect((await client.request('GET', '/tmll/runs')).status).toBe(400);
    });

    it.each<[string, number, RegExp, Partial<Wire<AnalysisRequest>>]>([
        ['an unknown analysis', 400, /no analysis "leeks"/, { module: 'leeks' }],
        ['an unknown parameter', 400, /no parameter "foo"/, { parameters: { foo: 1 } }],
        ['a wrong value', 400, /"zscoreThreshold" is -1/, { parameters: { zscoreThreshold: -1 } }],
        ['an unknown experiment', 404, /\S/, { experimentId: '00000000-0000-0000-0000-000000000000' }]
    ])('refuses %s with status %d', async (_, status, detail, change) => {
        const answer = await client.request<ErrorBody>('POST', '/tmll/jobs', anomalies(change));
        expect(answer.status).toBe(status);
        expect(answer.body.detail).toMatch(detail);
    });

    it('refuses what is not JSON, too large, not there or without the token', async () => {
        const url = services[0].url;
        const headers = { authorization: `Bearer ${services[0].lock.token}`, 'content-type': 'application/json' };
        const post = { method: 'POST', headers };
        expect((await rawRequest(`${url}/tmll/jobs`, post, '{')).status).toBe(400);
        expect((await rawRequest(`${url}/tmll/jobs`, post, `"${'x'.repeat(2 ** 20)}"`)).status).toBe(413);
        expect((await rawRequest(`${url}/tmll/nothing`, { headers })).status).toBe(404);
        expect((await rawRequest(`${url}/nothing`, { headers })).status).toBe(404);
        for (const path of ['health', 'modules', 'jobs', 'results', 'runs', 'events']) {
            const { status, body } = await rawRequest(`${url}/tmll/${path}`);
            expect([status, Object.keys(JSON.parse(body.toString()))]).toEqual([401, ['title', 'detail']]);
        }
    });

    it('finds the results of another run, and computes anew when the trace has changed', async () => {
        const { body: first } = await client.submit(anomalies());
        const { resultId } = await client.whenJob(first.id, 'done', 'failed');
        const later = await start();
        const reopened = { experimentId: await later.openExperiment(trace, 'g-periodic') };
        expect(await later.submit(anomalies(reopened))).toMatchObject({ status: 200, body: { resultId } });
        const eventsThere = async (): Promise<number> => {
            const path = `/tsp/api/experiments/${reopened.experimentId}`;
            return (await later.request<{ nbEvents: number }>('GET', path)).body.nbEvents;
        };
        const before = await eventsThere();
        const stream = join(trace, 'trace/ust/uid/0/64-bit/ch0_0');
        truncateSync(stream, statSync(stream).size - 5_000);
        const { status, body } = await later.submit(anomalies(reopened));
        expect(status).toBe(202);
        const { resultId: newer } = await later.whenJob(body.id, 'done', 'failed');
        expect(newer).not.toBe(resultId);
        // It was computed from the trace as it is, though nobody has opened it again.
        expect(await eventsThere()).toBeLessThan(before);

        const list = `experiment=${reopened.experimentId}`;
        const { body: results } = await later.request<ResultSummary[]>('GET', `/tmll/results?${list}`);
        const staleOf = (id?: string): unknown => results.find(result => result.id === id)?.stale;
        expect([staleOf(newer), staleOf(resultId)]).toEqual([false, true]);
        expect((await later.request('GET', `/tmll/results/${resultId}`)).status).toBe(200);
        const { body: runs } = await later.request<Run[]>('GET', `/tmll/runs?${list}`);
        expect(runs).toContainEqual(expect.objectContaining({ state: 'done', resultId: newer, stale: false }));
        expect(runs.filter(run => run.stale).length).toBeGreaterThan(0);
    });
});

it.each(['ftp://localhost', 'nonsense'])('a service refuses %s as the address of a trace server', async upstream => {
    await expect(start({ upstream })).rejects.toThrow('is no address of a trace server');
});

it('a service says which port it cannot have', async () => {
    const { url } = await listen(() => undefined);
    await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow(/cannot listen on .* choose another port/);
});
