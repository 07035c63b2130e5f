import { chmod, cp, mkdir, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExperimentAnswer, FIXTURE, TestClient } from '../test-support/client';

let client: TestClient;
let folder: string;
beforeEach(async () => {
    client = await TestClient.start();
    folder = await mkdtemp(join(tmpdir(), 'tmll-trace-server-'));
});
afterEach(async () => {
    await client.server.close();
    await rm(folder, { recursive: true });
});

describe('traces', () => {
    it('are the same again for the same path and name, and another for another name', async () => {
        const first = await client.openTrace(FIXTURE, 'a');
        expect(first.body).toMatchObject({
            name: 'a',
            path: FIXTURE,
            nbEvents: 0,
            start: 0,
            end: 0,
            indexingStatus: 'CLOSED'
        });
        expect((await client.openTrace(FIXTURE, 'a')).body).toEqual(first.body);
        expect((await client.openTrace(`file://${FIXTURE}`, 'a')).body).toEqual(first.body);
        const second = await client.openTrace(FIXTURE, 'b');
        expect(second.body.UUID).not.toBe(first.body.UUID);
        expect((await client.request('GET', '/traces')).body).toEqual([first.body, second.body]);
        expect((await client.request('GET', `/traces/${first.body.UUID}`)).body).toEqual(first.body);
    });

    it('are named after their folder when no name is given', async () => {
        expect((await client.openTrace(FIXTURE)).body).toMatchObject({ name: 'trace' });
    });

    it('can be forgotten, but not while an experiment uses them, and never deleted from disk', async () => {
        const { UUID } = (await client.openTrace(FIXTURE, 'a')).body;
        const { body: experiment } = await client.request<ExperimentAnswer>('POST', '/experiments', {
            name: 'e',
            traces: [UUID]
        });
        const inUse = await client.request('DELETE', `/traces/${UUID}`);
        expect([inUse.status, inUse.body.title]).toEqual([
            409,
            'The trace is in use by at least one experiment thus cannot be deleted.'
        ]);
        expect((await client.request('DELETE', `/experiments/${experiment.UUID}`)).status).toBe(200);
        expect((await client.request('DELETE', `/traces/${UUID}?deleteTrace=true`)).status).toBe(403);
        expect((await client.request('DELETE', `/traces/${UUID}`)).status).toBe(200);
        expect((await client.request('GET', `/traces/${UUID}`)).status).toBe(404);
        expect((await client.openTrace(FIXTURE, 'a')).status).toBe(200);
    });

    it('are read anew when they are opened again and have grown', async () => {
        const path = join(folder, 'growing.json');
        const open = async (): Promise<ExperimentAnswer> => client.open(path, 'e');
        await writeFile(path, '[{"ph":"i","ts":1,"name":"a"},');
        expect(await open()).toMatchObject({ nbEvents: 1, end: 1000 });
        expect(await open()).toMatchObject({ nbEvents: 1 });
        await writeFile(path, '[{"ph":"i","ts":1,"name":"a"},{"ph":"i","ts":5,"name":"a"},');
        expect(await open()).toMatchObject({ nbEvents: 2, end: 5000 });
    });

    it('can be set on another clock', async () => {
        const path = join(folder, 'late.json');
        await writeFile(path, '[{"ph":"i","ts":1,"name":"a"}]');
        const { body } = await client.request<{ UUID: string }>('POST', '/traces', {
            uri: path,
            name: 'l',
            offset: -250
        });
        const experiment = await client.request<ExperimentAnswer>('POST', '/experiments', {
            name: 'e',
            traces: [body.UUID]
        });
        expect(experiment.body).toMatchObject({ start: 750 });
        expect((await client.request('POST', '/traces', { uri: path, offset: 'soon' })).status).toBe(400);
    });

    it.each<[string, (path: string) => Promise<unknown>, number, RegExp]>([
        ['nothing', async () => undefined, 404, /^No trace at .*unreadable$/],
        ['an empty folder', path => mkdir(path), 406, /unreadable holds no trace: .*trace events \(JSON\)\.$/],
        [
            'a text file',
            path => writeFile(path, 'hello'),
            406,
            /unreadable is no trace: neither a file of trace events/
        ],
        [
            'metadata that does not parse',
            async path => {
                await mkdir(path);
                await writeFile(join(path, 'metadata'), '/* CTF 1.8 */ trace { major = ; };');
            },
            406,
            /unreadable.metadata/
        ]
    ])('at a path with %s are refused in one sentence', async (_what, make, status, title) => {
        const path = join(folder, 'unreadable');
        await make(path);
        const answer = await client.openTrace(path, 'x');
        expect(answer.status).toBe(status);
        expect(answer.body.title).toMatch(title);
        expect(answer.body.title).not.toContain('\n');
        expect((await client.request('GET', '/traces')).body).toEqual([]);
    });

    const asUser = process.getuid?.() === 0 ? it.skip : it;
    asUser('without permission to read are refused', async () => {
        const path = join(folder, 'closed');
        await mkdir(path);
        await chmod(path, 0);
        expect((await client.openTrace(path, 'x')).status).toBe(403);
        await chmod(path, 0o700);
    });

    it('want a uri', async () => {
        expect(await client.request('POST', '/traces', {})).toMatchObject({
            status: 400,
            body: { title: 'Missing query parameters: uri', detail: null }
        });
    });

    it('that are cut are read up to the cut, and say so', async () => {
        const whole = await client.open(FIXTURE, 'whole');
        const path = join(folder, 'cut');
        await cp(FIXTURE, path, { recursive: true });
        const stream = join(path, 'ust/uid/0/64-bit/ch0_0');
        await truncate(stream, Math.floor((await stat(stream)).size / 2));
        const cut = await client.open(path, 'cut');
        expect(cut.nbEvents).toBeGreaterThan(0);
        expect(cut.nbEvents).toBeLessThan(whole.nbEvents);
        expect(cut.traces[0].properties.warnings).toMatch(/ch0_0/);
        expect(whole.traces[0].properties.warnings).toBeUndefined();
    });
});
