import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundle } from '../test-support/bundle';

const entry = join(bundle(), 'trace-server.js');
const children: ChildProcess[] = [];

afterAll(() => children.forEach(child => child.kill('SIGKILL')));

async function start(): Promise<{ child: ChildProcess; url: string }> {
    const child = fork(entry, [], { silent: true });
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
});
