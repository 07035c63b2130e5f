import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FIXTURE, TestClient } from '../test-support/client';
import type { TraceServerOptions } from '../trace-server';

describe('deleting a trace from disk', () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'tmll-delete-'));
        cpSync(FIXTURE, join(folder, 'session/trace'), { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const deleted = async (path: string, options?: TraceServerOptions): Promise<[number, string | undefined]> => {
        const own = await TestClient.start(options);
        const { body } = await own.openTrace(path);
        const answer = await own.request<{ title?: string }>('DELETE', `/traces/${body.UUID}?deleteTrace=true`);
        await own.server.close();
        return [answer.status, answer.body.title];
    };
    const metadataOf = (path: string): string | undefined =>
        readdirSync(path, { recursive: true, encoding: 'utf8' }).find(name => name.endsWith('metadata'));

    it('is refused unless the server allows it', async () => {
        expect(await deleted(folder)).toEqual([403, 'This server does not delete traces from disk.']);
        expect(metadataOf(folder)).toBeDefined();
    });

    it('takes the folder of the trace, and nothing else', async () => {
        const own = join(folder, dirname(metadataOf(folder) ?? ''));
        expect(await deleted(own, { allowDelete: true })).toEqual([200, undefined]);
        expect(existsSync(own)).toBe(false);
        expect(existsSync(dirname(own))).toBe(true);
    });

    it('is refused for a folder with traces below it', async () => {
        const [status, title] = await deleted(folder, { allowDelete: true });
        expect([status, title]).toEqual([403, `${folder} is a folder with traces, not one itself.`]);
        expect(metadataOf(folder)).toBeDefined();
    });
});
