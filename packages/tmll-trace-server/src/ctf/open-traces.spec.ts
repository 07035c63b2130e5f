import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trace } from '../trace/trace';
import { openCtfTrace, openCtfTraces } from './open-traces';
import { SimpleEvent, simpleMetadata, SimplePacket, simplePacket } from './test-support/simple-trace';
import { removeTemporaryTraces, temporaryTrace } from './test-support/temporary-trace';
import { findTraces } from './trace-parts';

afterAll(removeTemporaryTraces);

const OTHER_UUID = 'ffffffff-4455-6677-8899-aabbccddeeff';

const metadata = simpleMetadata();
const tick = (time: number): SimpleEvent => ({ time, id: 0, value: 0 });
const packet = (times: number[], more: Partial<SimplePacket> = {}): Buffer =>
    simplePacket({ events: times.map(tick), ...more });

/** A packet of the trace with the other UUID. */
function otherPacket(times: number[]): Buffer {
    const bytes = packet(times);
    Buffer.from(OTHER_UUID.replaceAll('-', ''), 'hex').copy(bytes, 4);
    return bytes;
}

function times(trace: Trace): number[] {
    const cursor = trace.read({ origin: 0n });
    const found: number[] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        found.push(event.time);
    }
    return found;
}

describe('opening', () => {
    test('a trace by its own folder, with folders and hidden files in it', async () => {
        const folder = temporaryTrace({
            metadata,
            ch0_0: packet([1, 2]),
            'index/ch0_0.idx': 'not to be trusted',
            '.lock': 'hidden'
        });

        expect(await findTraces(folder)).toEqual([folder]);
        expect(times(await openCtfTrace(folder))).toEqual([1, 2]);
    });

    test('a session by the folder around, named after it', async () => {
        const folder = temporaryTrace({
            'my-session/ust/uid/0/64-bit/metadata': metadata,
            'my-session/ust/uid/0/64-bit/ch0_0': packet([1])
        });
        const trace = join(folder, 'my-session/ust/uid/0/64-bit');

        expect(await findTraces(folder)).toEqual([trace]);
        expect((await openCtfTrace(join(folder, 'my-session'))).name).toBe('my-session');
        expect((await openCtfTrace(trace)).name).toBe('my-session');
    });

    test('rotation chunks, the last of them empty, as one trace', async () => {
        const folder = temporaryTrace({
            'a/1/metadata': metadata,
            'a/1/ch0_0': packet([1, 2], { discarded: 0 }),
            'a/2/metadata': metadata,
            'a/2/ch0_0': packet([3, 4], { discarded: 5, sequence: 1 }),
            'a/3/metadata': metadata,
            'a/3/ch0_0': packet([], { begin: 9, discarded: 5, sequence: 2 })
        });
        const trace = await openCtfTrace(folder);

        expect(await findTraces(folder)).toEqual([join(folder, 'a')]);
        expect(await openCtfTraces(folder)).toHaveLength(1);
        expect(times(trace)).toEqual([1, 2, 3, 4]);
        expect([trace.end, trace.discarded, trace.streams.length]).toEqual([3, 5, 1]);
    });

    test('snapshots that overlap as one trace, every event once', async () => {
        const folder = temporaryTrace({
            'snapshot-0/metadata': metadata,
            'snapshot-0/ch0_0': Buffer.concat([packet([1, 2]), packet([3, 4], { sequence: 1 })]),
            'snapshot-1/metadata': metadata,
            'snapshot-1/ch0_0': Buffer.concat([packet([3, 4], { sequence: 1 }), packet([5], { sequence: 2 })])
        });

        expect(times(await openCtfTrace(folder))).toEqual([1, 2, 3, 4, 5]);
    });

    test('parts of one trace uses the metadata that declares most', async () => {
        const earlier = metadata.replace(/event \{ name = "note".*/, '');
        const folder = temporaryTrace({
            '1/metadata': earlier,
            '1/ch0_0': packet([1]),
            '2/metadata': metadata,
            '2/ch0_0': simplePacket({ events: [{ time: 2, id: 1, value: 'new' }], sequence: 1 })
        });

        expect(times(await openCtfTrace(folder))).toEqual([1, 2]);
    });

    test('several traces, one by one or as one with all their types and streams', async () => {
        const folder = temporaryTrace({
            'kernel/metadata': metadata,
            'kernel/ch0_0': packet([1, 4]),
            'ust/metadata': simpleMetadata('freq = 1000000000; offset = 2;', OTHER_UUID),
            'ust/ch0_0': otherPacket([0, 1])
        });
        const merged = await openCtfTrace(folder);

        expect((await openCtfTraces(folder)).map(({ name }) => name)).toEqual(['kernel', 'ust']);
        expect(await findTraces(folder)).toEqual([join(folder, 'kernel'), join(folder, 'ust')]);
        expect(times(merged)).toEqual([1, 2, 3, 4]);
        expect(merged.streams.map(({ file }) => file)).toEqual([join('kernel', 'ch0_0'), join('ust', 'ch0_0')]);
    });

    test('kernel and user space of the same rotation chunks together', async () => {
        const folder = temporaryTrace({
            '1/kernel/metadata': metadata,
            '1/kernel/ch0_0': packet([1]),
            '1/ust/metadata': simpleMetadata(undefined, OTHER_UUID),
            '1/ust/ch0_0': otherPacket([2]),
            '2/kernel/metadata': metadata,
            '2/kernel/ch0_0': packet([3], { sequence: 1 }),
            '2/ust/metadata': simpleMetadata(undefined, OTHER_UUID),
            '2/ust/ch0_0': otherPacket([4])
        });

        expect(await findTraces(folder)).toEqual([folder]);
        expect(await openCtfTraces(folder)).toHaveLength(2);
        expect(times(await openCtfTrace(folder))).toEqual([1, 2, 3, 4]);
    });
});

describe('what is no trace is refused in one sentence', () => {
    test('an empty folder', async () => {
        const folder = temporaryTrace({});

        await expect(openCtfTrace(folder)).rejects.toThrow(
            `${folder} holds no CTF trace: neither it nor a folder below has a file named metadata.`
        );
    });

    test('a text file', async () => {
        const path = join(temporaryTrace({ 'notes.txt': 'hello' }), 'notes.txt');

        await expect(openCtfTrace(path)).rejects.toThrow(
            `${path} is a file, but a CTF trace is a folder with a file named metadata; open its folder.`
        );
    });

    test('a path that does not exist', async () => {
        await expect(findTraces('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all does not exist.');
    });

    test.each([
        ['empty', '', 'is empty, so the trace cannot be read.'],
        ['of another language', 'hello world', 'line 1, column 1: expected a block'],
        ['cut off', metadata.slice(0, -20), /line \d+, column \d+: expected .* but found the end of the metadata\.$/]
    ])('metadata that is %s', async (_, text, message) => {
        await expect(openCtfTrace(temporaryTrace({ metadata: text }))).rejects.toThrow(message);
    });

    test('a stream file that is something else', async () => {
        const folder = temporaryTrace({ metadata, 'README.md': 'words and more words '.repeat(20) });

        await expect(openCtfTrace(folder)).rejects.toThrow('if the file is no part of the trace, move it away');
    });

    // Root may read everything.
    (process.getuid?.() === 0 ? test.skip : test)('a folder without permission', async () => {
        const folder = temporaryTrace({ 'closed/metadata': metadata });
        chmodSync(join(folder, 'closed'), 0);

        await expect(openCtfTrace(folder)).rejects.toThrow('closed cannot be read: permission denied.');
        chmodSync(join(folder, 'closed'), 0o700);
    });

    test('a file that becomes shorter while it is read', async () => {
        const folder = temporaryTrace({ metadata, ch0_0: Buffer.concat([packet([1]), packet([2])]) });
        const trace = await openCtfTrace(folder);
        writeFileSync(join(folder, 'ch0_0'), packet([1]));

        expect(() => times(trace)).toThrow('became shorter while it was read.');
    });
});
