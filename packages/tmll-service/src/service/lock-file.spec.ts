import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceLock } from '../protocol';
import { listen } from '../test-support/listen';
import { temporaryFolder } from '../test-support/temporary-folder';
import { LockFile } from './lock-file';

const FOLDER = temporaryFolder();
let count = 0;
/** A service that lives: it knows the token `living`. */
let port: number;

beforeAll(async () => {
    const { url } = await listen((request, response) => {
        response.statusCode = request.headers.authorization === 'Bearer living' ? 200 : 401;
        response.end('{}');
    });
    port = Number(new URL(url).port);
});

describe('LockFile', () => {
    let folder: string;
    let file: LockFile;
    const lock = (token: string, change: Partial<ServiceLock> = {}): ServiceLock => ({
        protocolVersion: 1,
        pid: process.pid,
        port,
        token,
        ...change
    });

    beforeEach(() => {
        folder = join(FOLDER, String(count++));
        file = new LockFile(folder);
    });

    it('names the first service, for the user only', async () => {
        expect(await file.acquire(lock('living'))).toBe(true);
        expect(JSON.parse(readFileSync(file.path, 'utf8'))).toEqual(lock('living'));
        expect(statSync(file.path).mode & 0o777).toBe(0o600);
        expect(readdirSync(folder)).toEqual(['service.json']);
    });

    it('goes on naming a service that lives', async () => {
        await file.acquire(lock('living'));
        expect(await file.acquire(lock('second'))).toBe(false);
        expect(await file.read()).toEqual(lock('living'));
    });

    it.each([
        ['whose process is gone', { pid: 2 ** 22 + 1 }, 'living'],
        ['whose pid another process has now', {}, 'unknown'],
        ['that does not answer', { port: 1 }, 'living']
    ])('takes over from a service %s', async (_, change, token) => {
        await file.acquire(lock(token, change));
        expect(await file.acquire(lock('second'))).toBe(true);
        expect(await file.read()).toEqual(lock('second'));
    });

    it.each(['', '{"pid":', 'null', '{"pid":"1"}'])('takes over from a file that holds %p', async content => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file.path, content);
        expect(await file.read()).toBeUndefined();
        expect(await file.acquire(lock('second'))).toBe(true);
    });

    it('names exactly one of many that start at once', async () => {
        const attempts = Array.from({ length: 10 }, () => new LockFile(folder).acquire(lock('living')));
        expect((await Promise.all(attempts)).filter(acquired => acquired)).toHaveLength(1);
    });

    it('is removed by the service that it names, and by no other', async () => {
        await file.acquire(lock('living'));
        await file.release(lock('second'));
        expect(await file.read()).toEqual(lock('living'));
        await file.release(lock('living'));
        expect(readdirSync(folder)).toEqual([]);
        await expect(file.release(lock('living'))).resolves.toBeUndefined();
    });
});
