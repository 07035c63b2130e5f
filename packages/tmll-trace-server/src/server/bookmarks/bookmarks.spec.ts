import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURE, TestClient } from '../test-support/client';

interface Bookmark {
    readonly uuid: string;
    readonly name: string;
    readonly start: bigint;
    readonly end: bigint;
}

const START = 1_795_424_374_000_000_001n;
const MARK = { name: 'slow', start: START, end: START + 5n };

let folder: string;
let client: TestClient;
let base: string;
const start = async (name = 'e'): Promise<void> => {
    client = await TestClient.start({ dataFolder: folder });
    base = `/experiments/${(await client.open(FIXTURE, name)).UUID}/bookmarks`;
};
beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tmll-bookmarks-'));
    await start();
});
afterEach(async () => {
    await client.server.close();
    rmSync(folder, { recursive: true });
});

describe('bookmarks', () => {
    it('are made, listed, changed and deleted, with exact times', async () => {
        const { status, body } = await client.request<Bookmark>('POST', base, MARK);
        expect([status, body]).toEqual([200, { uuid: expect.any(String), ...MARK }]);
        const path = `${base}/${body.uuid}`;
        expect((await client.request('GET', path)).body).toEqual(body);
        const changed = { ...MARK, name: 'slower', end: START + 7n };
        expect((await client.request('PUT', path, changed)).body).toEqual({ uuid: body.uuid, ...changed });
        expect((await client.request('GET', base)).body).toEqual([{ uuid: body.uuid, ...changed }]);
        expect((await client.request('DELETE', path)).body).toEqual({ uuid: body.uuid, ...changed });
        expect((await client.request('GET', base)).body).toEqual([]);
    });

    it('are there again when the server is, for the same traces under the same name', async () => {
        const { body } = await client.request('POST', base, MARK);
        await client.server.close();
        await start();
        expect((await client.request('GET', base)).body).toEqual([body]);
        await client.server.close();
        await start('other');
        expect((await client.request('GET', base)).body).toEqual([]);
    });

    it('leave no file behind when all are deleted', async () => {
        const { body } = await client.request<Bookmark>('POST', base, MARK);
        expect(readdirSync(join(folder, 'bookmarks'))).toHaveLength(1);
        await client.request('DELETE', `${base}/${body.uuid}`);
        expect(readdirSync(join(folder, 'bookmarks'))).toEqual([]);
    });

    it('refuse what is no bookmark', async () => {
        const title = async (parameters: Parameters<TestClient['request']>[2]) =>
            (await client.request<{ title: string }>('POST', base, parameters)).body.title;
        expect(await title({ start: START, end: START })).toBe('Missing query parameters: name');
        expect(await title({ name: 'x', end: START })).toBe('Missing query parameters: start');
        expect(await title({ ...MARK, end: START - 1n })).toMatch(/ends .* before it starts/);
        expect(await title({ ...MARK, name: 'x'.repeat(1001) })).toMatch(/at most 1000 characters/);
        expect(await client.request('GET', `${base}/nope`)).toMatchObject({
            status: 404,
            body: { title: 'Bookmark not found' }
        });
    });

    it('say which file is broken, and change nothing', async () => {
        await client.request('POST', base, MARK);
        const [name] = readdirSync(join(folder, 'bookmarks'));
        const file = join(folder, 'bookmarks', name);
        writeFileSync(file, '[{"uuid":1}]');
        await client.server.close();
        await start();
        const { status, body } = await client.request<{ title: string; detail: string }>('GET', base);
        expect([status, body.title.includes(file), body.detail]).toEqual([500, true, 'Repair or delete the file.']);
    });

    it('are kept in memory alone without a folder', async () => {
        await client.server.close();
        client = await TestClient.start();
        const path = `/experiments/${(await client.open(FIXTURE, 'e')).UUID}/bookmarks`;
        await client.request('POST', path, MARK);
        expect((await client.request('GET', path)).body).toHaveLength(1);
    });
});
