import { ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CANNOT_START_STATUS, ServiceHealth, ServiceLock } from './protocol';
import { bundle } from './test-support/bundle';
import { ServiceClient } from './test-support/service-client';
import { temporaryFolder } from './test-support/temporary-folder';

const scripts = bundle();
const service = join(scripts, 'service.js');
const folder = temporaryFolder();
const children: ChildProcess[] = [];
let folders = 0;

afterAll(() => children.forEach(child => child.kill('SIGKILL')));

function dataFolder(): string {
    return join(folder, String(folders++));
}

/** Forks the service as hosts do, and waits until it is ready. */
async function forked(data: string): Promise<{ child: ChildProcess; lock: ServiceLock }> {
    const child = fork(service, ['--data-dir', data], { silent: true });
    children.push(child);
    const [lock] = (await once(child, 'message')) as [ServiceLock];
    return { child, lock };
}

describe('the service as a process', () => {
    it('tells its host where it listens, and the lock file tells the same', async () => {
        const data = dataFolder();
        const { child, lock } = await forked(data);
        expect(lock).toEqual({
            protocolVersion: 1,
            pid: child.pid,
            port: expect.any(Number),
            token: expect.any(String)
        });
        expect(lock.token).toMatch(/^[0-9a-f]{64}$/);
        expect(JSON.parse(readFileSync(join(data, 'service.json'), 'utf8'))).toEqual(lock);
        const { body } = await new ServiceClient(lock).request<ServiceHealth>('GET', '/tmll/health');
        expect(body.pid).toBe(child.pid);
        expect(body.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
        child.kill('SIGTERM');
        expect(await once(child, 'exit')).toEqual([143, null]);
        expect(existsSync(join(data, 'service.json'))).toBe(false);
    });

    it('ends with its host', async () => {
        const { child } = await forked(dataFolder());
        child.disconnect();
        expect(await once(child, 'exit')).toEqual([0, null]);
    });

    it('runs beside another one of the same user, which stays the one in the lock file', async () => {
        const data = dataFolder();
        const [first, second] = [await forked(data), await forked(data)];
        expect(second.lock.port).not.toBe(first.lock.port);
        expect(JSON.parse(readFileSync(join(data, 'service.json'), 'utf8'))).toEqual(first.lock);
        second.child.kill('SIGTERM');
        await once(second.child, 'exit');
        expect(JSON.parse(readFileSync(join(data, 'service.json'), 'utf8'))).toEqual(first.lock);
        first.child.kill('SIGKILL');
        await once(first.child, 'exit');
        const third = await forked(data);
        expect(JSON.parse(readFileSync(join(data, 'service.json'), 'utf8'))).toEqual(third.lock);
    });

    it('outlives its host while others use it, when it is told so, and ends with the last of them', async () => {
        const child = fork(service, ['--data-dir', dataFolder(), '--while-used', '1'], { silent: true });
        children.push(child);
        const [lock] = (await once(child, 'message')) as [ServiceLock];
        const other = new ServiceClient(lock);
        await other.listen();
        child.disconnect();
        await new Promise(resolve => setTimeout(resolve, 3000));
        expect(child.exitCode).toBeNull();
        other.close();
        expect(await once(child, 'exit')).toEqual([0, null]);
    });

    it('started by hand, says where it listens and ends with the process that it is told to watch', async () => {
        const watched = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
        const child = spawn(process.execPath, [
            service,
            '--data-dir',
            dataFolder(),
            '--parent-watch',
            String(watched.pid)
        ]);
        children.push(watched, child);
        const [line] = (await once(child.stdout, 'data')) as [Buffer];
        expect(line.toString()).toMatch(/^The service listens at http:\/\/127\.0\.0\.1:\d+\n$/);
        watched.kill('SIGKILL');
        expect(await once(child, 'exit')).toEqual([0, null]);
    });

    it.each([
        [['--port', 'x'], /--port wants a number, not "x"\. Usage: /],
        [['--while-used', 'soon'], /--while-used wants a number, not "soon"\. Usage: /],
        [['--nonsense'], /Unknown option '--nonsense'.* Usage: /],
        [['--upstream', 'nonsense'], /"nonsense" is no address of a trace server/]
    ])('refuses %j in one line', async (args, message) => {
        const child = spawn(process.execPath, [service, '--data-dir', dataFolder(), ...args]);
        children.push(child);
        const [words] = await Promise.all([text(child.stderr), once(child, 'exit')]);
        expect(words.trim()).toMatch(message);
        expect(words.trim()).not.toContain('\n');
        expect(child.exitCode).toBe(CANNOT_START_STATUS);
    });
});
