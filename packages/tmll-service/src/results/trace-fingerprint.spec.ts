import { appendFileSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test-support/temporary-folder';
import { FingerprintedTrace, traceFingerprint, traceSource } from './trace-fingerprint';

const FOLDER = temporaryFolder();
let count = 0;

describe('traceFingerprint', () => {
    let path: string;

    beforeEach(() => {
        path = join(FOLDER, `trace${count++}`);
        mkdirSync(join(path, 'index'), { recursive: true });
        writeFileSync(join(path, 'stream'), Buffer.alloc(20_000, 1));
        writeFileSync(join(path, 'index', 'stream.idx'), 'x');
    });

    const trace = (change: Partial<FingerprintedTrace> = {}): FingerprintedTrace => ({
        name: 'trace',
        path,
        uuid: 'u',
        events: 3,
        startNs: 1n,
        endNs: 2n,
        ...change
    });
    const local = (change?: Partial<FingerprintedTrace>): Promise<string> => traceFingerprint([trace(change)], true);

    it('is the same as long as the files are', async () => {
        expect(await local()).toBe(await local());
    });

    it('is that of the files, wherever they lie and whatever their UUID', async () => {
        const before = await local();
        renameSync(path, `${path}-moved`);
        expect(await local({ path: `${path}-moved`, uuid: 'other' })).toBe(before);
    });

    it.each<[string, (path: string) => void]>([
        ['a file grows', folder => appendFileSync(join(folder, 'stream'), 'y')],
        ['a file is touched', folder => utimesSync(join(folder, 'stream'), 1, 1)],
        ['a file is added', folder => writeFileSync(join(folder, 'stream_1'), '')],
        ['a file below is renamed', folder => renameSync(join(folder, 'index/stream.idx'), join(folder, 'index/a.idx'))]
    ])('changes when %s', async (_, change) => {
        const before = await local();
        change(path);
        expect(await local()).not.toBe(before);
    });

    it('changes when the end of a file does, though size and time do not', async () => {
        const file = join(path, 'stream');
        utimesSync(file, 100, 100);
        const before = await local();
        writeFileSync(file, Buffer.concat([Buffer.alloc(19_999, 1), Buffer.from([2])]));
        utimesSync(file, 100, 100);
        expect(await local()).not.toBe(before);
    });

    it('changes with the name of the trace, which is part of the paths of series', async () => {
        expect(await local({ name: 'other' })).not.toBe(await local());
    });

    it('does not depend on the order of traces', async () => {
        const [a, b] = [trace({ name: 'a' }), trace({ name: 'b', path: `${path}/index` })];
        expect(await traceFingerprint([a, b], true)).toBe(await traceFingerprint([b, a], true));
    });

    it('is not led in circles by links', async () => {
        symlinkSync(path, join(path, 'self'));
        await expect(local()).resolves.toMatch(/^[0-9a-f]{64}$/);
    });

    it('rests on what the trace server says where the files are not at hand', async () => {
        const remote = (change?: Partial<FingerprintedTrace>): Promise<string> =>
            traceFingerprint([trace(change)], false);
        const gone = { path: join(FOLDER, 'gone') };
        expect(await local(gone)).toBe(await remote(gone));
        expect(await remote({ events: 4 })).not.toBe(await remote());
        expect(await remote({ uuid: 'v' })).not.toBe(await remote());
        expect(await remote({ endNs: 3n })).not.toBe(await remote());
    });
});

describe('traceSource', () => {
    const a = { name: 'a', path: '/x/a' };
    const b = { name: 'b', path: '/x/b' };

    it('is that of the places, in whatever order', () => {
        expect(traceSource([a, b])).toBe(traceSource([b, a]));
        expect(traceSource([a])).not.toBe(traceSource([a, b]));
        expect(traceSource([{ ...a, path: '/y/a' }])).not.toBe(traceSource([a]));
        expect(traceSource([{ ...a, name: 'c' }])).not.toBe(traceSource([a]));
    });
});
