import { TspServer } from '../test-support/tsp-server';
import { TmllClient } from './tmll-client';

let server: TspServer;
let client: TmllClient;

beforeEach(async () => {
    server = await new TspServer().listen();
    server.outputs = [{ id: 'clock', name: 'Clock' }];
    client = new TmllClient({ baseUrl: `${server.url}/` });
});
afterEach(() => server.close());

const tracesOf = (experiment: { readonly traces: readonly { readonly name: string }[] }): string[] =>
    experiment.traces.map(({ name }) => name);

describe('TmllClient.createExperiment', () => {
    it('opens traces as one experiment with exact times and its outputs', async () => {
        const experiment = await client.createExperiment(
            [{ path: '/traces/a', name: 'first' }, { path: '/traces/b/' }],
            'Both'
        );
        expect(experiment).toMatchObject({
            name: 'Both',
            uuid: 'experiment-Both',
            start: 1448652394359148425n,
            end: 1448652395359148425n,
            range: { startNs: 1448652394359148425n, endNs: 1448652395359148425n },
            eventCount: 1000,
            outputs: [{ id: 'clock', name: 'Clock', description: '', type: 'TREE_TIME_XY' }]
        });
        expect(tracesOf(experiment)).toEqual(['first', 'b']);
        expect(experiment.getOutput('clock')?.name).toBe('Clock');
        expect(experiment.getOutput('nope')).toBeUndefined();
    });

    it('is called as its first trace when it has no name', async () => {
        expect((await client.createExperiment([{ path: '/traces/shop' }])).name).toBe('shop');
    });

    it('waits until all is read', async () => {
        server.indexing = n => (n < 3 ? 'RUNNING' : 'COMPLETED');
        const messages: string[] = [];
        const progress = ({ message }: { readonly message: string }): number => messages.push(message);
        await client.createExperiment([{ path: '/traces/a' }], 'x', { progress });
        expect(messages).toEqual(Array(3).fill('read 1000 events'));
    });

    it('defect 3: waiting for it has a limit, and what was opened is closed again', async () => {
        server.indexing = () => 'RUNNING';
        const opening = client.createExperiment([{ path: '/traces/a' }], 'x', { timeoutMs: 1_500 });
        await expect(opening).rejects.toThrow('still computing experiment experiment-x after 1.5 s');
        expect([server.traces.size, server.experiments.size]).toEqual([0, 0]);
    });

    it('defect 7: says which trace cannot be opened and why, and closes those it had opened', async () => {
        server.badTraces.set('/traces/bad', 'No trace at /traces/bad');
        const opening = client.createExperiment([{ path: '/traces/a' }, { path: '/traces/bad' }]);
        await expect(opening).rejects.toThrow(
            'The trace /traces/bad cannot be opened: No trace at /traces/bad (HTTP 404'
        );
        expect([server.traces.size, server.experiments.size]).toEqual([0, 0]);
    });

    it('defect 7: leaves open what others had opened before', async () => {
        await client.createExperiment([{ path: '/traces/a' }]);
        server.badTraces.set('/traces/bad', 'No trace');
        const opening = client.createExperiment([
            { path: '/traces/a' },
            { path: '/traces/b' },
            { path: '/traces/bad' }
        ]);
        await expect(opening).rejects.toThrow('/traces/bad');
        expect([...server.traces.keys()]).toEqual(['trace-a']);
    });

    it('defect 7: changes nothing of what it is given', async () => {
        const traces = Object.freeze([Object.freeze({ path: '/traces/a' }), Object.freeze({ path: '/traces/a' })]);
        await client.createExperiment(traces);
        expect(traces).toEqual([{ path: '/traces/a' }, { path: '/traces/a' }]);
    });

    it('defect 7: gives traces of one name, or one path twice, names of their own', async () => {
        const traces = [{ path: '/x/kernel' }, { path: '/y/kernel' }, { path: '/x/kernel' }];
        expect(tracesOf(await client.createExperiment(traces))).toEqual(['kernel', 'kernel(1)', 'kernel(2)']);
    });

    it('takes another name where the server has another trace of that name', async () => {
        await client.createExperiment([{ path: '/x/kernel' }], 'one');
        expect(tracesOf(await client.createExperiment([{ path: '/y/kernel' }], 'two'))).toEqual(['kernel(1)']);
    });

    it('defect 7: fails at once, with a clear sentence, when the server is not there', async () => {
        await server.close();
        const opening = client.createExperiment([{ path: '/traces/a' }]);
        await expect(opening).rejects.toThrow('The trace server cannot be reached; start it or correct its address');
        await expect(client.checkHealth()).rejects.toMatchObject({ name: 'TspError', status: undefined });
        server = await new TspServer().listen();
    });

    it('wants at least one trace, each with a path', async () => {
        await expect(client.createExperiment([])).rejects.toThrow('An experiment needs at least one trace');
        await expect(client.createExperiment([{ path: ' ' }])).rejects.toThrow('A trace needs a path');
        expect(server.asked).toHaveLength(0);
    });

    it('is cancelled while it waits, and closes what it had opened', async () => {
        const controller = new AbortController();
        server.indexing = n => {
            setTimeout(() => controller.abort(), n);
            return 'RUNNING';
        };
        const own = new TmllClient({ baseUrl: server.url, signal: controller.signal });
        const opening = own.createExperiment([{ path: '/traces/a' }]);
        await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
        expect([server.traces.size, server.experiments.size]).toEqual([0, 0]);
    });
});

describe('TmllClient', () => {
    it('opens what the server has, lists it and forgets it', async () => {
        const { uuid } = await client.createExperiment([{ path: '/traces/a' }], 'x');
        expect(await client.listExperiments()).toEqual([{ uuid, name: 'x', traces: ['/traces/a'] }]);
        expect((await client.openExperiment(uuid)).name).toBe('x');
        await client.deleteExperiment(uuid);
        await expect(client.openExperiment(uuid)).rejects.toThrow(`No experiment found with uuid ${uuid} (HTTP 404`);
    });

    it('opens an experiment again that was closed there', async () => {
        const { uuid } = await client.createExperiment([{ path: '/traces/a' }], 'x');
        server.indexing = () => (server.countOf('POST', '/experiments') < 2 ? 'CLOSED' : 'COMPLETED');
        expect((await client.openExperiment(uuid)).name).toBe('x');
    });

    it('checks whether the server is there', async () => {
        await expect(client.checkHealth()).resolves.toBeUndefined();
        expect(() => new TmllClient({ baseUrl: 'nowhere' })).toThrow('is not the URL of a trace server');
    });
});

describe('TmllClient.connect', () => {
    it('takes the server that answers, and installs none', async () => {
        const installTraceServer = jest.fn();
        const connected = await TmllClient.connect({ baseUrl: server.url, installTraceServer });
        expect(connected.baseUrl).toBe(server.url);
        expect(installTraceServer).not.toHaveBeenCalled();
    });

    it('takes the one that it is given where none answers', async () => {
        const installTraceServer = async (): Promise<{ url: string }> => ({ url: server.url });
        const connected = await TmllClient.connect({ baseUrl: 'http://127.0.0.1:1/tsp/api', installTraceServer });
        expect(connected.baseUrl).toBe(server.url);
    });

    it('says that none answers where it may not install one, and why one could not be installed', async () => {
        const baseUrl = 'http://127.0.0.1:1/tsp/api';
        await expect(TmllClient.connect({ baseUrl })).rejects.toMatchObject({ name: 'TspError' });
        const installTraceServer = (): Promise<never> => Promise.reject(new Error('no room'));
        await expect(TmllClient.connect({ baseUrl, installTraceServer })).rejects.toThrow('no room');
    });
});
