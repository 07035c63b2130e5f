import { readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../test-support/eventually';
import { temporaryFolder } from '../test-support/temporary-folder';
import { ResultDescription, SCHEMA_VERSION } from './result-file';
import { ResultStore } from './result-store';

const FOLDER = temporaryFolder();
let count = 0;

function describedAs(id: string, change: Partial<ResultDescription> = {}): ResultDescription {
    return {
        id,
        fingerprint: 'f',
        source: 's',
        experimentId: 'e',
        questionId: id,
        about: 'CPU Usage',
        module: 'anomalies',
        parameters: { method: 'zscore' },
        method: 'zscore',
        findings: 1,
        severity: 80,
        createdAt: '2026-01-01T00:00:00.000Z',
        ...change
    };
}

function id(digit: string): string {
    return digit.repeat(32);
}

describe('ResultStore', () => {
    let folder: string;
    let log: string[];
    let store: ResultStore;

    beforeEach(() => {
        folder = join(FOLDER, String(count++));
        log = [];
        store = new ResultStore(folder, line => log.push(line));
    });

    const fileOf = (name: string): string => join(folder, `${name}.result`);
    const json = Buffer.from('{"findings":[],"text":"größer"}');

    it('gives back the bytes that were kept, also to another store on the same folder', async () => {
        await store.write(describedAs(id('a')), json);
        const other = new ResultStore(folder, line => log.push(line));
        expect(await other.read(id('a'))).toEqual(json);
        expect(await other.find(id('a'))).toMatchObject(describedAs(id('a')));
        expect(log).toEqual([]);
    });

    it('knows nothing before the first result', async () => {
        expect(await store.list()).toEqual([]);
        expect(await store.read(id('a'))).toBeUndefined();
        await expect(store.delete(id('a'))).resolves.toBeUndefined();
    });

    it('keeps files for the user only and leaves no unfinished ones', async () => {
        await store.write(describedAs(id('a')), json);
        expect(readdirSync(folder)).toEqual([`${id('a')}.result`]);
        expect(statSync(fileOf(id('a'))).mode & 0o777).toBe(0o600);
        expect(statSync(folder).mode & 0o777).toBe(0o700);
    });

    it('lists the newest first, and those of one fingerprint only when asked', async () => {
        await store.write(describedAs(id('a'), { createdAt: '2026-01-01T00:00:00.000Z' }), json);
        await store.write(describedAs(id('b'), { createdAt: '2026-01-03T00:00:00.000Z' }), json);
        await store.write(describedAs(id('c'), { createdAt: '2026-01-02T00:00:00.000Z', fingerprint: 'g' }), json);
        expect((await store.list()).map(header => header.id)).toEqual([id('b'), id('c'), id('a')]);
        expect((await store.list('f')).map(header => header.id)).toEqual([id('b'), id('a')]);
    });

    it('lists those of what traces were before with those of what they are, but not those of other traces', async () => {
        await store.write(describedAs(id('a')), json);
        await store.write(describedAs(id('b'), { fingerprint: 'older' }), json);
        await store.write(describedAs(id('c'), { source: 'moved' }), json);
        await store.write(describedAs(id('d'), { fingerprint: 'g', source: 'other' }), json);
        const listed = await store.listWithStale({ fingerprint: 'f', source: 's' });
        expect(listed.map(header => header.id).sort()).toEqual([id('a'), id('b'), id('c')]);
        expect(await store.listWithStale({ fingerprint: 'h', source: '' })).toEqual([]);
    });

    it.each([
        ['cut short', (path: string) => truncateSync(path, statSync(path).size - 3)],
        [
            'changed inside',
            (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('größer', 'groesse'))
        ],
        ['without a header', (path: string) => writeFileSync(path, 'no line break')],
        ['with a header that is not JSON', (path: string) => writeFileSync(path, 'garbage\n{}')],
        ['with a header that is null', (path: string) => writeFileSync(path, 'null\n{}')],
        ['empty', (path: string) => truncateSync(path, 0)]
    ])('drops a file %s with a word in the log', async (_, damage) => {
        await store.write(describedAs(id('a')), json);
        damage(fileOf(id('a')));
        expect(await store.read(id('a'))).toBeUndefined();
        expect(readdirSync(folder)).toEqual([]);
        expect(log).toEqual([expect.stringMatching(/^The stored result .* is dropped: .*\.$/)]);
    });

    it('drops a file of another version with a word in the log, also when it only lists', async () => {
        await store.write(describedAs(id('a')), json);
        const text = readFileSync(fileOf(id('a')), 'utf8');
        writeFileSync(fileOf(id('a')), text.replace(`"schemaVersion":${SCHEMA_VERSION}`, '"schemaVersion":0'));
        expect(await store.list()).toEqual([]);
        expect(readdirSync(folder)).toEqual([]);
        expect(log[0]).toContain('version 0');
    });

    it.each(['lists', 'reads'])('migrates a file of version 1 when it %s, with a word in the log', async what => {
        const result = Buffer.from('{"findings":[],"provenance":{"parameters":{"method":"iqr"}}}');
        await store.write(describedAs(id('a')), result);
        const [first, second] = readFileSync(fileOf(id('a')), 'utf8').split('\n');
        const old = {
            ...JSON.parse(first),
            schemaVersion: 1,
            source: undefined,
            questionId: undefined,
            about: undefined,
            parameters: undefined
        };
        writeFileSync(fileOf(id('a')), `${JSON.stringify(old)}\n${second}`);
        expect(what === 'lists' ? await store.list() : await store.read(id('a'))).toBeTruthy();
        const other = new ResultStore(folder, line => log.push(line));
        expect(await other.list()).toMatchObject([
            { schemaVersion: SCHEMA_VERSION, questionId: id('a'), parameters: { method: 'iqr' }, findings: 1 }
        ]);
        expect(await other.read(id('a'))).toEqual(result);
        expect(log).toEqual([expect.stringMatching(/was brought to version 3\.$/)]);
    });

    it('lists what another process adds or removes, though it keeps what it has read', async () => {
        const other = new ResultStore(folder, line => log.push(line));
        await store.write(describedAs(id('a')), json);
        utimesSync(folder, 1, 1);
        const seen = (count: number): Promise<true> =>
            eventually(async () => (await other.list()).length === count || undefined, `${count} results`);
        await seen(1);
        await store.write(describedAs(id('b')), json);
        await seen(2);
        utimesSync(folder, 2, 2);
        expect(await other.list()).toHaveLength(2);
        await store.delete(id('a'));
        await seen(1);
        expect((await other.list()).map(header => header.id)).toEqual([id('b')]);
    });

    it('never leaves its folder, whatever the id', async () => {
        writeFileSync(join(FOLDER, 'outside.result'), 'x');
        expect(await store.read('../outside')).toBeUndefined();
        await store.delete('../outside');
        expect(readFileSync(join(FOLDER, 'outside.result'), 'utf8')).toBe('x');
    });

    it('removes what was not asked for longest when it outgrows its limit, never what was just kept', async () => {
        const small = new ResultStore(folder, line => log.push(line), 1050);
        for (const [index, name] of ['a', 'b'].entries()) {
            await small.write(describedAs(id(name)), Buffer.alloc(100, 32));
            utimesSync(fileOf(id(name)), index + 1, index + 1);
        }
        await small.read(id('a'));
        await small.write(describedAs(id('c')), Buffer.alloc(100, 32));
        expect(readdirSync(folder).sort()).toEqual([`${id('a')}.result`, `${id('c')}.result`]);
        await small.write(describedAs(id('e')), Buffer.alloc(5000, 32));
        expect(readdirSync(folder)).toContain(`${id('e')}.result`);
    });

    it('survives many writers of the same result at once', async () => {
        const stores = Array.from({ length: 8 }, () => new ResultStore(folder, line => log.push(line)));
        await Promise.all(stores.map(each => each.write(describedAs(id('a')), json)));
        expect(await store.read(id('a'))).toEqual(json);
        expect(readdirSync(folder)).toEqual([`${id('a')}.result`]);
    });
});
