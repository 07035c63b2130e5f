import { ReadOptions, Trace, TraceEvent } from '../trace/trace';
import { openCtfTrace } from './open-traces';
import { BitWriter } from './test-support/bit-writer';
import { SimpleEvent, simpleMetadata, simplePacket } from './test-support/simple-trace';
import { removeTemporaryTraces, temporaryTrace } from './test-support/temporary-trace';

afterAll(removeTemporaryTraces);

const tick = (time: number | bigint, value = 0): SimpleEvent => ({ time, id: 0, value });
const note = (time: number | bigint, value: string): SimpleEvent => ({ time, id: 1, value });

async function open(streams: Record<string, Buffer | Buffer[]>, metadata = simpleMetadata()): Promise<Trace> {
    const files = Object.entries(streams).map(([name, bytes]) => [
        name,
        Array.isArray(bytes) ? Buffer.concat(bytes) : bytes
    ]);
    return openCtfTrace(temporaryTrace({ metadata, ...Object.fromEntries(files) }));
}

function read<T>(trace: Trace, show: (event: TraceEvent) => T, options?: ReadOptions): T[] {
    const shown: T[] = [];
    const cursor = trace.read(options);
    for (let event = cursor.next(); event; event = cursor.next()) {
        shown.push(show(event));
    }
    return shown;
}

const times = (trace: Trace, options?: ReadOptions): number[] =>
    read(trace, ({ time }) => time, { origin: 0n, ...options });

describe('a CTF trace', () => {
    test('has the events of all streams in the order of time, equal times in that of the streams', async () => {
        const trace = await open({
            ch0_10: simplePacket({ events: [tick(3), tick(5)], cpu: 1, instance: 10 }),
            ch0_2: simplePacket({ events: [tick(3), tick(4), tick(6)], instance: 2 })
        });

        expect(read(trace, ({ time, cpu, stream }) => [time, cpu, stream.file])).toEqual([
            [0, 0, 'ch0_2'],
            [0, 1, 'ch0_10'],
            [1, 0, 'ch0_2'],
            [2, 1, 'ch0_10'],
            [3, 0, 'ch0_2']
        ]);
        expect(trace.streams).toMatchObject([
            { index: 0, channel: 'ch0' },
            { index: 1, channel: 'ch0' }
        ]);
        expect([trace.origin, trace.start, trace.end]).toEqual([3n, 0, 3]);
    });

    test('tells types, fields and environment', async () => {
        const trace = await open({ ch0: simplePacket({ events: [note(1, 'hello'), tick(2, 7)] }) });

        expect(read(trace, ({ type, fields, context }) => [type.name, fields, context])).toEqual([
            ['note', { text: 'hello' }, {}],
            ['tick', { count: 7 }, {}]
        ]);
        expect(trace.eventTypes).toMatchObject([
            { index: 0, name: 'tick', fields: [{ name: 'count', kind: 'integer', size: 32, signed: false }] },
            { index: 1, name: 'note', logLevel: 6, fields: [{ name: 'text', kind: 'string' }] }
        ]);
        expect(trace.kind).toBe('ctf');
        expect(trace.environment).toEqual({ hostname: 'here', answer: 42 });
    });

    test('reads from one time to another, both included', async () => {
        const packets = [1, 11, 21, 31].map(begin =>
            simplePacket({ events: Array.from({ length: 10 }, (_, index) => tick(begin + index)) })
        );
        const trace = await open({ ch0: packets });

        expect(times(trace, { from: 9, to: 12 })).toEqual([9, 10, 11, 12]);
        expect(times(trace, { from: 40 })).toEqual([40]);
        expect(times(trace, { from: 41 })).toEqual([]);
        expect(times(trace, { to: 0 })).toEqual([]);
        expect(times(trace)).toHaveLength(40);
    });

    test('finds events that old tracers wrote after the end of their packet', async () => {
        const trace = await open({
            ch0: [
                simplePacket({ events: [tick(1), tick(18)], begin: 1, end: 9 }),
                simplePacket({ events: [tick(20), tick(25)], begin: 19, end: 21 })
            ]
        });

        expect(times(trace, { from: 15, to: 22 })).toEqual([18, 20]);
        expect([trace.start, trace.end]).toEqual([0, 24]);
    });

    test('reads only the types asked for, and passes over strings and numbers alike', async () => {
        const trace = await open({ ch0: simplePacket({ events: [tick(1), note(2, 'a'), note(3, ''), tick(4, 9)] }) });
        const [tickType, noteType] = trace.eventTypes;

        expect(read(trace, ({ fields }) => fields, { types: new Set([tickType]) })).toEqual([
            { count: 0 },
            { count: 9 }
        ]);
        expect(read(trace, ({ fields }) => fields, { types: new Set([noteType]) })).toEqual([
            { text: 'a' },
            { text: '' }
        ]);
        expect(read(trace, ({ time, fields }) => [time, fields], { fields: false, origin: 0n })).toEqual([
            [1, {}],
            [2, {}],
            [3, {}],
            [4, {}]
        ]);
    });

    test('keeps times exact that no double can hold', async () => {
        const offset = 1795422823334816852n;
        const trace = await open(
            { ch0: simplePacket({ events: [tick(1553879044388n), tick(1553879044389n)] }) },
            simpleMetadata(`freq = 1000000000; offset = ${offset};`)
        );

        expect(trace.origin + BigInt(trace.end)).toBe(offset + 1553879044389n);
    });

    test('keeps times exact that count ns since the epoch themselves', async () => {
        const begin = 1795424377213861240n;
        const trace = await open({ ch0: simplePacket({ events: [tick(begin), tick(begin + 1n)], begin: begin - 5n }) });

        expect([trace.origin, trace.start, trace.end]).toEqual([begin - 5n, 5, 6]);
    });

    test('turns cycles of any frequency into ns', async () => {
        const trace = await open(
            { ch0: simplePacket({ events: [tick(3), tick(3_000_001)], begin: 3 }) },
            simpleMetadata('freq = 3000000; offset_s = 10; offset = 3;')
        );

        expect(times(trace, { origin: 10_000_000_000n })).toEqual([2000, 1_000_001_333]);
    });

    test('a packet of megabytes is read in parts, with events larger than a part', async () => {
        const events: SimpleEvent[] = [];
        for (let index = 0; index < 20_000; index++) {
            events.push(tick(index, index));
        }
        events.splice(7_000, 0, note(6_999, 'x'.repeat(300_000)));
        const trace = await open({ ch0: simplePacket({ events }) });

        const values = read(trace, ({ fields }) => fields.count ?? (fields.text as string).length);

        expect(values).toHaveLength(20_001);
        expect(values[7_000]).toBe(300_000);
        expect(values.at(-1)).toBe(19_999);
    });

    test('alignment counts from the beginning of the packet, also in later parts of it', async () => {
        const metadata = simpleMetadata().replace('uint32_t count;', 'integer { size = 8; align = 8192; } count;');
        const body = new BitWriter();
        const head = simplePacket({ events: [] });
        body.raw(head);
        for (let index = 0; index < 1500; index++) {
            body.integer(0, 32).integer(index, 64).align(8192).integer(index, 8);
        }
        const bytes = body.toBuffer();
        bytes.writeBigUInt64LE(BigInt(bytes.length * 8), 48);
        bytes.writeBigUInt64LE(BigInt(bytes.length * 8), 56);

        const trace = await open({ ch0: bytes }, metadata);

        expect(read(trace, ({ fields }) => fields.count)).toEqual(
            Array.from({ length: 1500 }, (_, index) => index & 255)
        );
    });

    test('counts what was discarded, and where', async () => {
        const trace = await open({
            ch0: [
                simplePacket({ events: [tick(1)], discarded: 0, end: 5 }),
                simplePacket({ events: [tick(7)], discarded: 12, end: 9 })
            ]
        });

        expect(trace.discarded).toBe(12);
        expect(trace.lost).toEqual([{ count: 12, from: 4, to: 8, stream: trace.streams[0] }]);
    });

    test('may have no events at all', async () => {
        const trace = await open({ ch0: Buffer.alloc(0), ch1: simplePacket({ events: [], begin: 7 }) });

        expect(times(trace)).toEqual([]);
        expect([trace.start, trace.end]).toEqual([0, 0]);
    });

    test('is read up to where it was cut, and says so', async () => {
        const whole = Buffer.concat([
            simplePacket({ events: [tick(1), tick(2)] }),
            simplePacket({ events: [tick(3), note(4, 'whole'), note(5, 'not whole')] })
        ]);
        const trace = await open({ ch0: whole.subarray(0, whole.length - 4) });

        expect(times(trace)).toEqual([1, 2, 3, 4]);
        expect([trace.end, trace.warnings.length]).toEqual([3, 1]);
    });

    test('can be closed before its end, more than once', async () => {
        const trace = await open({
            ch0: simplePacket({ events: [tick(1), tick(2)] }),
            ch1: simplePacket({ events: [tick(1)], instance: 1 })
        });
        const cursor = trace.read();
        cursor.next();
        cursor.close();
        cursor.close();

        expect(cursor.next()).toBeUndefined();
    });
});

describe('a damaged CTF trace is refused in one sentence', () => {
    test('when an event has an unknown id', async () => {
        const bytes = simplePacket({ events: [tick(1)] });
        bytes.writeUInt32LE(77, 84);

        await expect(open({ ch0: bytes })).rejects.toThrow(
            /damaged in the packet at byte 0: there is an event with the id 77, which the metadata does not declare\.$/
        );
    });

    test('when an event does not end within its packet', async () => {
        const bytes = simplePacket({ events: [tick(1), note(2, 'abc')] });

        await expect(open({ ch0: simplePacketWithoutEnd(bytes) })).rejects.toThrow(
            /damaged in the packet at byte 0: an event does not end within the packet\.$/
        );
    });
});

/** The same packet, whose content ends before the zero byte of its last string. */
function simplePacketWithoutEnd(bytes: Buffer): Buffer {
    bytes.writeBigUInt64LE(BigInt(bytes.length * 8 - 8), 48);
    return bytes;
}
