import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../test-support/bundle';
import { eventually } from '../test-support/eventually';
import { SAMPLES } from '../test-support/shared-traces';
import { temporaryFolder } from '../test-support/temporary-folder';

const entry = join(bundle(), 'trace-server.js');
const folder = temporaryFolder();
const children: ChildProcess[] = [];

afterAll(() => children.forEach(child => child.kill('SIGKILL')));

async function start(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
    const child = fork(entry, args, { silent: true });
    children.push(child);
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return { child, url };
}

describe('the trace server as a child', () => {
    it('tells where it listens, on this machine only, and answers there', async () => {
        const { url } = await start();
        expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tsp\/api$/);
        expect((await fetch(`${url}/health`)).status).toBe(200);
    });

    it('ends with its parent, however that ends', async () => {
        const { child } = await start();
        child.disconnect();
        expect(await once(child, 'exit')).toEqual([0, null]);
    });

    it('leaves Ctrl+C to its parent, and ends when told to', async () => {
        const { child, url } = await start();
        child.kill('SIGINT');
        expect((await fetch(`${url}/health`)).status).toBe(200);
        child.kill('SIGTERM');
        expect(await once(child, 'exit')).toEqual([0, null]);
    });

    it('reads a large trace in a thread that came with it, and keeps what was read', async () => {
        const { url } = await start(folder);
        const post = async (path: string, parameters: object): Promise<{ UUID: string }> => {
            const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify({ parameters }) });
            return (await response.json()) as { UUID: string };
        };
        const trace = await post('/traces', { uri: join(SAMPLES, 'w-kernel-ust/trace') });
        const { UUID: experiment } = await post('/experiments', { name: 'e', traces: [trace.UUID] });
        const done = async (): Promise<unknown> => {
            const state = (await (await fetch(`${url}/experiments/${experiment}`)).json()) as Record<string, unknown>;
            return state.indexingStatus === 'COMPLETED' ? state.nbEvents : undefined;
        };
        expect(await eventually(done, 'the end of reading')).toBe(123_609);
        const kept = readdirSync(join(folder, 'recordings')).map(name => name.replace(/^.*\./, '.'));
        expect(kept.sort()).toEqual(['.json', '.recording']);
    });
});
