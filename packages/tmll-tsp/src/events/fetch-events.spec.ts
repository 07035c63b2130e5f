import { ServerResponse } from 'node:http';
import { HttpServer, sendJson } from '../test-support/http-server';
import { EventBatch, EventStreamHead } from './event-batch';
import { EventStreamEnd, fetchEvents } from './fetch-events';

const QUERY = { types: ['libc:*'], fields: ['ptr', 'context.vpid', 'name'] };

function frame(header: object, ...columns: readonly (Float64Array | Uint16Array)[]): Buffer {
    const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7, ' ')]);
    const json = pad(Buffer.from(JSON.stringify(header)));
    const payload = Buffer.concat(columns.map(({ buffer }) => pad(Buffer.from(buffer as ArrayBuffer))));
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(json.length, 0);
    lengths.writeUInt32LE(payload.length, 4);
    return Buffer.concat([lengths, json, payload]);
}

const HEAD = frame({
    format: 'tmll-events/1',
    originNs: '1795422823334816812',
    types: ['libc:malloc', 'libc:free'],
    discarded: 5,
    lost: [{ startNs: '1795422823334816813', endNs: '1795422823334816820', count: 5 }]
});
const BATCH = frame(
    {
        rows: 3,
        columns: [
            { name: 'time', format: 'f64' },
            { name: 'type', format: 'u16' },
            { name: 'ptr', format: 'f64' },
            { name: 'context.vpid', format: 'constant', value: 7 }
        ],
        texts: ['x']
    },
    Float64Array.of(1, 2, 9),
    Uint16Array.of(0, 1, 0),
    Float64Array.of(16, NaN, 32)
);
const END = frame({ end: true, rows: 3, cut: 'The packet ends too early.' });

class Sink {
    head: EventStreamHead | undefined;
    readonly batches: EventBatch[] = [];

    begin(head: EventStreamHead): void {
        this.head = head;
    }

    batch(batch: EventBatch): void {
        this.batches.push(batch);
    }
}

let server: HttpServer;
let answer: (response: ServerResponse) => void;
let sink: Sink;

beforeEach(async () => {
    sink = new Sink();
    server = await new HttpServer((_asked, response) => answer(response)).start();
});
afterEach(() => server.stop());

function fetchAll(options?: Parameters<typeof fetchEvents>[4]): Promise<EventStreamEnd | undefined> {
    return fetchEvents(server.url, 'e', QUERY, sink, options);
}

describe('fetchEvents', () => {
    it.each([1, 7, 1000])('gives head, columns and end, arriving in pieces of %p bytes', async size => {
        const bytes = Buffer.concat([HEAD, BATCH, END]);
        answer = async response => {
            for (let at = 0; at < bytes.length; at += size) {
                response.write(bytes.subarray(at, at + size));
            }
            response.end();
        };
        expect(await fetchAll()).toEqual({ events: 3, cut: 'The packet ends too early.' });
        expect(sink.head).toEqual({
            origin: 1795422823334816812n,
            types: ['libc:malloc', 'libc:free'],
            discarded: 5,
            lost: [{ startNs: 1795422823334816813n, endNs: 1795422823334816820n, count: 5 }]
        });
        const [batch] = sink.batches;
        expect([...batch.times]).toEqual([1, 2, 9]);
        expect([...batch.types]).toEqual([0, 1, 0]);
        expect([...(batch.column('ptr') ?? [])]).toEqual([16, NaN, 32]);
        expect([...(batch.column('context.vpid') ?? [])]).toEqual([7, 7, 7]);
        expect(batch.column('name')).toBeUndefined();
        expect(batch.texts).toEqual(['x']);
    });

    it('asks for what is wanted', async () => {
        answer = response => response.end(Buffer.concat([HEAD, END]));
        const range = { startNs: 1795422823334816813n, endNs: 1795422823334816814n };
        await fetchEvents(`${server.url}/`, 'a b', { ...QUERY, range }, sink);
        expect(server.asked[0].path).toBe('/experiments/a%20b/tmll/events');
        expect(server.asked[0].body).toContain('"start":1795422823334816813');
    });

    it('says undefined when the trace server has no event stream', async () => {
        answer = response => sendJson(response, '{"title":"no"}', 404);
        expect(await fetchAll()).toBeUndefined();
    });

    it.each([
        ['a stream that ends early', Buffer.concat([HEAD, BATCH]), 'It ends in the middle'],
        ['half a frame', Buffer.concat([HEAD, END]).subarray(0, -3), 'It ends in the middle'],
        ['another format', frame({ format: 'x' }), 'Its format is "x"'],
        ['something else', Buffer.from('<html>no such thing</html>'), 'no frame of an event stream'],
        [
            'a column that is not whole',
            Buffer.concat([HEAD, frame({ rows: 9, columns: [{ name: 'time', format: 'f64' }], texts: [] })]),
            'not whole'
        ]
    ])('refuses %s', async (_what, bytes, message) => {
        answer = response => response.end(bytes);
        await expect(fetchAll()).rejects.toThrow(message);
        await expect(fetchAll()).rejects.toMatchObject({ name: 'TspError' });
    });

    it('passes on what the trace server says is wrong, and what the sink throws', async () => {
        answer = response => sendJson(response, '{"title":"Missing query parameters: types"}', 400);
        await expect(fetchAll()).rejects.toThrow('Missing query parameters: types');
        answer = response => response.end(Buffer.concat([HEAD, BATCH, END]));
        sink.batch = () => {
            throw new RangeError('full');
        };
        await expect(fetchAll()).rejects.toThrow('full');
    });

    it('ends when it is cancelled, and when nothing comes', async () => {
        answer = response => void response.write(HEAD);
        const controller = new AbortController();
        const running = fetchAll({ signal: controller.signal });
        setTimeout(() => controller.abort(new Error('enough')), 30);
        await expect(running).rejects.toThrow('enough');
        await expect(fetchAll({ timeoutMs: 50 })).rejects.toThrow('The trace server sent nothing for 0.05 s');
    });
});
