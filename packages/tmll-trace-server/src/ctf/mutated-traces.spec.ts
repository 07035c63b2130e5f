import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TraceError } from '../trace/trace';
import { openCtfTrace } from './open-traces';
import { Random, seededRandom } from './test-support/random-layout';
import { randomCtf2Trace } from './test-support/random-ctf2-trace';
import { randomTrace } from './test-support/random-trace';
import { fixtureTraces } from './test-support/shared-traces';
import { removeTemporaryTraces, temporaryTrace } from './test-support/temporary-trace';

type Files = Record<string, Buffer>;

/** Longer than any damaged trace may take. */
const TIME_LIMIT_MS = 10_000;

afterEach(removeTemporaryTraces);

describe('traces that lie', () => {
    const stream = Buffer.alloc(64);
    const lies: [string, string][] = [
        ['events without size', 'trace { byte_order = le; }; event { fields := struct { }; };'],
        [
            'a text of 4 GB',
            `trace { byte_order = le; }; event { fields := struct {
                integer { size = 8; align = 8; encoding = UTF8; } text[4294967295]; integer { size = 8; align = 64; } next; }; };`
        ],
        [
            'as many elements as there are bits, again and again',
            `trace { byte_order = le; }; event { fields := struct {
                integer { size = 32; align = 8; } n; struct { } a[n]; struct { } b[4294967295]; }; };`
        ]
    ];

    test.each(lies)('%s', async (_, metadata) => {
        await readsOrExplains({ metadata: Buffer.from(metadata), stream });
        await readsOrExplains({ metadata: Buffer.from(metadata), stream: Buffer.alloc(64, 255) });
    });

    test('about how many bits an event has do not fill the memory', async () => {
        const metadata = `trace { byte_order = le; }; event { fields := struct {
            integer { size = 32; align = 8; } n; integer { size = 1; } bits[n]; }; };`;
        const bytes = Buffer.alloc(2_000_000);
        bytes.writeUInt32LE(10_000_000);

        await expect(openCtfTrace(temporaryTrace({ metadata, stream: bytes }))).rejects.toThrow(
            'the arrays of an event have more than 8000000 elements.'
        );
    });
});

describe('damaged traces give events or one clear sentence', () => {
    const originals: (readonly [string, () => Files])[] = [
        ...fixtureTraces().map(({ name, path }) => [name, () => filesBelow(path)] as const),
        ...[1, 2, 3].map(seed => [`random layout ${seed}`, () => buffers(randomTrace(seed).files)] as const),
        ...[1, 2, 3, 4].map(seed => [`CTF 2 layout ${seed}`, () => buffers(randomCtf2Trace(seed).files)] as const)
    ];

    test.each(originals)('%s with changed bytes', async (_, read) => {
        const files = read();
        for (let seed = 1; seed <= 25; seed++) {
            await readsOrExplains(mutated(files, seededRandom(seed), changeBytes));
        }
    });

    test.each(originals)('%s cut off anywhere', async (_, read) => {
        const files = read();
        for (let seed = 1; seed <= 15; seed++) {
            await readsOrExplains(mutated(files, seededRandom(seed), cutOff));
        }
    });

    test.each(originals)('%s with changed words in its metadata', async (_, read) => {
        const files = read();
        for (let seed = 1; seed <= 40; seed++) {
            await readsOrExplains(mutated(files, seededRandom(seed), changeWords, name => name.endsWith('metadata')));
        }
    });
});

async function readsOrExplains(files: Files): Promise<void> {
    const folder = temporaryTrace(files);
    const start = Date.now();
    try {
        const cursor = (await openCtfTrace(folder)).read();
        while (cursor.next() && Date.now() - start < TIME_LIMIT_MS);
    } catch (error) {
        if (!(error instanceof TraceError)) {
            throw error;
        }
        expect(error.message).toMatch(/^[^\n]+\.$/);
    }
    expect(Date.now() - start).toBeLessThan(TIME_LIMIT_MS);
}

/** Changes one of the files. */
function mutated(
    files: Files,
    random: Random,
    change: (bytes: Buffer, random: Random) => Buffer,
    only: (name: string) => boolean = () => true
): Files {
    const names = Object.keys(files).filter(only);
    const name = names[random(names.length)];
    return { ...files, [name]: change(files[name], random) };
}

function changeBytes(bytes: Buffer, random: Random): Buffer {
    const changed = Buffer.from(bytes);
    for (let count = 1 + random(8); count > 0; count--) {
        // The beginning of a file says what the rest means.
        const range = random(2) ? bytes.length : Math.min(bytes.length, 200);
        changed[random(range)] = random(3) ? random(256) : 255 * random(2);
    }
    return changed;
}

function cutOff(bytes: Buffer, random: Random): Buffer {
    return bytes.subarray(0, random(bytes.length));
}

const WORDS = [
    '0',
    '-1',
    '64',
    '65',
    '18446744073709551615',
    'struct',
    'variant',
    '{',
    '}',
    ';',
    '[',
    'id',
    'uint32_t',
    '"',
    'null',
    '1e99',
    '4294967295',
    'static-length-array',
    'variant'
];

/** Replaces words of the text, also of packetised text: as long as it keeps its length its packets stay whole. */
function changeWords(bytes: Buffer, random: Random): Buffer {
    let text = bytes.toString('latin1');
    for (let count = 1 + random(3); count > 0; count--) {
        const words = [...text.matchAll(/\w+|[{}[\];=<>]/g)];
        const { index, 0: word } = words[random(words.length)];
        const replacement = WORDS[random(WORDS.length)].padEnd(word.length).slice(0, Math.max(word.length, 1));
        text = text.slice(0, index) + replacement + text.slice(index + word.length);
    }
    return Buffer.from(text, 'latin1');
}

function buffers(files: Readonly<Record<string, string | Buffer>>): Files {
    return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]));
}

function filesBelow(folder: string, root = folder): Files {
    return Object.assign(
        {},
        ...readdirSync(folder).map(name => {
            const path = join(folder, name);
            return statSync(path).isDirectory()
                ? filesBelow(path, root)
                : { [relative(root, path)]: readFileSync(path) };
        })
    );
}
