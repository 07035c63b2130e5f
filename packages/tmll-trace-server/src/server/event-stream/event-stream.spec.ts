import { TraceError } from '../../trace/trace';
import { type MadeEvent, type MadeTraceOptions, memoryTrace, ORIGIN } from '../../outputs/test-support/memory-trace';
import { FIXTURE, TestClient } from '../test-support/client';
import { BATCH_ROWS } from './event-columns';
import { eventFrames, type EventStreamQuery } from './stream-events';

interface Header {
    readonly rows?: number;
    readonly columns?: readonly { readonly name: string; readonly format: string; readonly value?: number }[];
    readonly texts?: readonly string[];
    readonly [key: string]: unknown;
}

type Row = Record<string, number>;

/** The frames of bytes as the documentation describes them, read without the code that writes them. */
function parse(bytes: Buffer): { readonly headers: Header[]; readonly rows: Row[] } {
    const headers: Header[] = [];
    const rows: Row[] = [];
    for (let at = 0; at < bytes.length;) {
        const [headerLength, payloadLength] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
        const header = JSON.parse(bytes.toString('utf8', at + 8, at + 8 + headerLength)) as Header;
        let offset = at + 8 + headerLength;
        expect([headerLength % 8, payloadLength % 8]).toEqual([0, 0]);
        const made = Array.from({ length: header.rows ?? 0 }, (): Row => ({}));
        for (const { name, format, value } of header.columns ?? []) {
            const size = { f64: 8, u16: 2, constant: 0 }[format] ?? NaN;
            made.forEach((row, index) => {
                const cell = offset + index * size;
                row[name] =
                    size === 0 ? Number(value) : size === 8 ? bytes.readDoubleLE(cell) : bytes.readUInt16LE(cell);
            });
            offset += Math.ceil((size * made.length) / 8) * 8;
        }
        expect(offset).toBe(at + 8 + headerLength + payloadLength);
        if (header.end === undefined) {
            rows.push(...made);
        }
        headers.push(header);
        at = offset;
    }
    return { headers, rows };
}

async function stream(
    events: readonly MadeEvent[],
    query: Partial<EventStreamQuery>,
    options?: MadeTraceOptions
): Promise<ReturnType<typeof parse>> {
    const frames: Buffer[] = [];
    for await (const frame of eventFrames([memoryTrace(events, options)], { types: ['*'], fields: [], ...query })) {
        frames.push(frame);
    }
    return parse(Buffer.concat(frames));
}

const CALLS: readonly MadeEvent[] = [
    { time: 1, type: 'libc:malloc', fields: { size: 8, ptr: 0x1f4bee0 }, context: { vpid: 7, procname: 'shop' } },
    { time: 2, type: 'other', fields: { size: 9 } },
    { time: 5, type: 'libc:free', fields: { ptr: 0xffff888100000010n }, context: { vpid: 7, procname: 'shop-ust' } },
    { time: 9, type: 'libc:malloc', fields: { size: 16, ptr: 16 }, context: { vpid: 7, procname: 'shop' } }
];

describe('eventFrames', () => {
    it('gives the fields of the wanted types, NaN where a type has none', async () => {
        const fields = ['size', 'ptr', 'context.vpid', 'context.procname', 'absent'];
        const { headers, rows } = await stream(CALLS, { types: ['libc:*'], fields });
        expect(headers[0]).toEqual({
            format: 'tmll-events/1',
            originNs: String(ORIGIN),
            types: ['libc:malloc', 'libc:free'],
            discarded: 0,
            lost: []
        });
        expect(rows).toEqual([
            { time: 1, type: 0, size: 8, ptr: 0x1f4bee0, 'context.vpid': 7, 'context.procname': 0 },
            { time: 5, type: 1, size: NaN, ptr: -0x777effff_fff0, 'context.vpid': 7, 'context.procname': 1 },
            { time: 9, type: 0, size: 16, ptr: 16, 'context.vpid': 7, 'context.procname': 0 }
        ]);
        expect(headers[1].texts).toEqual(['shop', 'shop-ust']);
        expect(headers[1].columns?.find(({ name }) => name === 'context.vpid')?.format).toBe('constant');
        expect(headers.at(-1)).toEqual({ end: true, rows: 3 });
    });

    it('keeps to a range of time, both ends inclusive', async () => {
        const { rows } = await stream(CALLS, { start: ORIGIN + 2n, end: ORIGIN + 5n });
        expect(rows.map(({ time }) => time)).toEqual([2, 5]);
    });

    it('gives bytes as hexadecimal digits', async () => {
        const events = [{ time: 0, type: 'build_id', fields: { build_id: [0x7e, 0, 255] } }];
        expect((await stream(events, { fields: ['build_id'] })).headers[1].texts).toEqual(['7e00ff']);
    });

    it('sends full batches and the rest, and a text once', async () => {
        const events = Array.from({ length: BATCH_ROWS + 3 }, (_, time) => ({
            time,
            type: 'a',
            fields: { name: `n${time % 2}`, x: time }
        }));
        const { headers, rows } = await stream(events, { fields: ['name', 'x'] });
        expect(headers.map(({ rows: count }) => count)).toEqual([undefined, BATCH_ROWS, 3, BATCH_ROWS + 3]);
        expect(headers.map(({ texts }) => texts)).toEqual([undefined, ['n0', 'n1'], [], undefined]);
        expect(rows.every(({ time, x, name }) => x === time && name === time % 2)).toBe(true);
    });

    it('ends with what could be read of a trace that is cut, and says so', async () => {
        const cut = new TraceError('The packet ends too early.', 'ch0_0');
        const { headers, rows } = await stream(CALLS, {}, { cut });
        expect(rows).toHaveLength(4);
        expect(headers.at(-1)).toEqual({ end: true, rows: 4, cut: 'The packet ends too early.' });
    });

    it('has no rows of a trace without such events', async () => {
        expect((await stream(CALLS, { types: ['nothing'] })).rows).toEqual([]);
        expect((await stream([], {})).rows).toEqual([]);
    });
});

describe('POST …/tmll/events', () => {
    let client: TestClient;
    beforeAll(async () => {
        client = await TestClient.start();
    });
    afterAll(() => client.server.close());

    it('streams all events of an experiment', async () => {
        const { UUID, nbEvents, start, end } = await client.open(FIXTURE, 'calls');
        const response = await fetch(`${client.server.url}/experiments/${UUID}/tmll/events`, {
            method: 'POST',
            body: JSON.stringify({ parameters: { types: ['*'], fields: ['addr', 'context.vtid'] } })
        });
        expect(response.headers.get('content-type')).toBe('application/vnd.tmll.events');
        const { headers, rows } = parse(Buffer.from(await response.arrayBuffer()));
        const origin = BigInt(String(headers[0].originNs));
        expect(rows).toHaveLength(nbEvents);
        expect([origin + BigInt(rows[0].time), origin + BigInt(rows[rows.length - 1].time)]).toEqual([start, end]);
    });

    it('refuses what is no request for events', async () => {
        const { UUID } = await client.open(FIXTURE, 'calls');
        const post = (uuid: string, parameters: Parameters<TestClient['request']>[2]) =>
            client.request('POST', `/experiments/${uuid}/tmll/events`, parameters);
        expect(await post('nope', { types: ['*'] })).toMatchObject({ status: 404 });
        expect(await post(UUID, {})).toMatchObject({ status: 400, body: { title: 'Missing query parameters: types' } });
        expect(await post(UUID, { types: 'a' })).toMatchObject({ status: 400 });
        expect(await post(UUID, { types: Array.from({ length: 1001 }, String) })).toMatchObject({ status: 400 });
    });
});
