import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test-support/temporary-folder';
import { readElf } from './elf-file';
import { fileSymbols } from './file-symbols';

const folder = temporaryFolder();
/** A library that every Debian has. */
const LIBRARY = ['/lib/x86_64-linux-gnu/libc.so.6', '/lib/aarch64-linux-gnu/libc.so.6'].find(existsSync) ?? '';
const onLinux = LIBRARY ? it : it.skip;

function module(path: string, buildId?: string): Parameters<typeof fileSymbols.functionsOf>[0] {
    return { path, base: 0x7f0000000000, size: 4096, isRelocated: true, buildId };
}

function file(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
}

/** Addresses of functions by name, as `nm` has them; undefined where it is not at hand. */
function addressesByNm(path: string): Map<string, number> | undefined {
    try {
        const listed = execFileSync('nm', ['-D', '--defined-only', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
        const lines = [...listed.matchAll(/^([0-9a-f]+) [TWi] ([^@\s]+)/gm)];
        return new Map(lines.map(([, address, name]) => [name, parseInt(address, 16)]));
    } catch {
        process.stderr.write('nm is not at hand: addresses are not compared.\n');
        return undefined;
    }
}

describe('readElf', () => {
    onLinux('finds the functions of a library where nm finds them', async () => {
        const symbols = await readElf(LIBRARY);
        expect(symbols?.buildId).toMatch(/^[0-9a-f]{40}$/);
        expect(symbols?.functions.length).toBeGreaterThan(1000);
        const addresses = addressesByNm(LIBRARY);
        for (const name of ['malloc', 'free', 'strdup', 'fopen', 'qsort'].filter(each => addresses?.has(each))) {
            const starts = symbols?.functions.filter(each => each.name === name).map(({ start }) => start);
            expect(starts).toContain(addresses?.get(name));
        }
    });

    it('takes nothing from a file that is no ELF file, or is cut anywhere', async () => {
        expect(await readElf(file('text', 'not an ELF file at all, but long enough to look at'))).toBeUndefined();
        expect(await readElf(file('empty', ''))).toBeUndefined();
        const bytes = LIBRARY ? readFileSync(LIBRARY) : Buffer.alloc(0);
        const lengths = LIBRARY ? [5, 20, 63, 64, 5000, Math.floor(bytes.length / 2), bytes.length - 1] : [];
        for (const length of lengths) {
            expect(await readElf(file('cut', bytes.subarray(0, length)))).toBeUndefined();
        }
    });

    onLinux('survives damage anywhere in its headers', async () => {
        const bytes = readFileSync(LIBRARY);
        const table = Number(bytes.readBigUInt64LE(40));
        for (let round = 0; round < 60; round++) {
            const damaged = Buffer.from(bytes);
            const at = round % 2 === 0 ? (round * 7) % 64 : table + ((round * 37) % (bytes.length - table));
            damaged[at] ^= 0xff;
            const symbols = await readElf(file('damaged', damaged));
            expect(symbols === undefined || symbols.functions.length >= 0).toBe(true);
        }
    });
});

describe('fileSymbols', () => {
    onLinux('names the function in which an address lies', async () => {
        const symbols = await readElf(LIBRARY);
        const strdup = symbols?.functions.find(({ name }) => name === 'strdup') ?? { start: 0, end: 0 };
        const table = await fileSymbols.functionsOf(module(LIBRARY, symbols?.buildId));
        expect(table?.nameAt(strdup.start + 3)).toMatch(/strdup$/);
        expect(table?.nameAt(1)).toBeUndefined();
    });

    onLinux('names nothing from another build', async () => {
        expect(await fileSymbols.functionsOf(module(LIBRARY, '00'.repeat(20)))).toBeUndefined();
    });

    it('does without a module that is not at hand', async () => {
        expect(await fileSymbols.functionsOf(module('/no/such/module'))).toBeUndefined();
        expect(await fileSymbols.functionsOf(module('[vdso]'))).toBeUndefined();
        expect(await fileSymbols.functionsOf(module(folder))).toBeUndefined();
    });

    it('reads the functions of a file of one module, and of several', async () => {
        const one = { executable: '/bin/shop', functions: { load: [10, 20], save: [20, 30] } };
        const other = { executable: 'b', functions: { f: [1, 2] } };
        const tables = await fileSymbols.functionsIn(file('two.json', JSON.stringify([one, other])));
        expect([...tables.keys()]).toEqual(['shop', 'b']);
        const table = tables.get('shop');
        expect([9, 10, 19, 20, 29, 30].map(address => table?.nameAt(address))).toEqual([
            undefined,
            'load',
            'load',
            'save',
            'save',
            undefined
        ]);
        const single = await fileSymbols.functionsIn(file('one.json', JSON.stringify(one)));
        expect([...single.keys()]).toEqual(['shop']);
    });

    it.each([
        ['no such file', undefined, 'cannot be read'],
        ['no JSON', '{', 'cannot be read'],
        ['no executable', '{"functions": {}}', 'names no executable'],
        ['no addresses', '{"executable": "a", "functions": {"f": "x"}}', 'has no addresses for "f"'],
        ['null', 'null', 'names no executable']
    ])('says what is wrong with a file: %s', async (_what, content, message) => {
        const path = content === undefined ? join(folder, 'missing.json') : file('bad.json', content);
        const reading = fileSymbols.functionsIn(path);
        await expect(reading).rejects.toThrow(message);
        await expect(reading).rejects.toMatchObject({ name: 'ParameterError' });
    });
});
