import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { openTrace } from '../opening/open-trace';
import { Trace, TraceEvent } from '../trace/trace';
import { removeTemporaryTraces, temporaryTrace } from '../ctf/test-support/temporary-trace';
import { seededRandom } from '../ctf/test-support/random-layout';
import { openTraceEvents } from './open-trace-events';

afterAll(removeTemporaryTraces);

async function open(content: string | Buffer, name = 'trace.json'): Promise<Trace> {
    return openTraceEvents(join(temporaryTrace({ [name]: content }), name));
}

function all(trace: Trace, options = {}): TraceEvent[] {
    const cursor = trace.read(options);
    const events: TraceEvent[] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        events.push({ ...event });
    }
    return events;
}

const summary = (trace: Trace): [bigint, string][] =>
    all(trace).map(({ time, type }) => [trace.origin + BigInt(time), type.name]);

describe('documents of trace events', () => {
    const event = {
        name: 'f',
        ph: 'X',
        ts: 5,
        dur: 2.5,
        pid: 1,
        tid: 2,
        cat: 'a,b',
        args: { n: 3, s: 't', deep: { x: 1 } }
    };

    test.each([
        ['an array', JSON.stringify([event])],
        ['an array that is cut', `[${JSON.stringify(event)},\n`],
        ['an array that is cut within an event', `[${JSON.stringify(event)},\n{"name": "g", "ph": "X", "ts"`],
        ['an object', JSON.stringify({ displayTimeUnit: 'ns', traceEvents: [event], otherData: { a: '[]' } })],
        [
            'an object with the events last',
            JSON.stringify({ a: ['"traceEvents"'], b: { traceEvents: [1] }, traceEvents: [event] })
        ],
        ['an object with a text like a key', `{"traceEvents" : "x", "traceEvents" : [${JSON.stringify(event)}]}`],
        ['with a byte order mark', `\uFEFF[${JSON.stringify(event)}]`]
    ])('%s has its event', async (_, content) => {
        const trace = await open(content);

        expect(all(trace)).toMatchObject([
            {
                time: 0,
                type: { name: 'f' },
                fields: { duration: 2500, cat: 'a,b', n: 3, s: 't', deep: '{"x":1}' },
                context: { pid: 1, tid: 2 }
            }
        ]);
        expect(trace.origin).toBe(5000n);
    });

    test('say that they are cut', async () => {
        const [whole, cut] = [await open('[{"ph":"i","ts":1}]'), await open('[{"ph":"i","ts":1},')];

        expect(whole.warnings).toEqual([]);
        expect(cut.warnings).toMatchObject([{ message: 'The list of events does not end; it was read up to there.' }]);
    });

    test('packed by gzip are read alike, also when they are cut', async () => {
        const text = JSON.stringify(Array.from({ length: 5000 }, (_, ts) => ({ name: `n${ts % 7}`, ph: 'i', ts })));
        const packed = gzipSync(text);

        expect(summary(await open(packed, 'trace.json.gz'))).toEqual(summary(await open(text)));
        const cut = await open(packed.subarray(0, packed.length / 2), 'trace.json.gz');
        expect(all(cut).length).toBeGreaterThan(100);
        expect(cut.warnings).toHaveLength(1);
    });

    test.each([
        ['nothing', '', 'it ends before their list begins.'],
        ['a text', 'hello', 'it begins neither with [ nor with {.'],
        ['an object without events', '{"a": 1}', 'it has no list "traceEvents".'],
        ['an event that is no JSON', '[{"ph": "i", "ts": 1, }]', 'the event there is no JSON.']
    ])('%s is refused in a sentence', async (_, content, message) => {
        await expect(open(content)).rejects.toThrow(message);
    });

    test('times are exact to the ns, of the epoch as of the boot', async () => {
        const times = ['1.5', '1.501', '1099511627775.999', '1099511627776.001'];
        const epoch = ['1795424377213861.240', '1795424377213861.241', '1795424377213862'];
        const content = (list: string[]): string => `[${list.map(ts => `{"ph":"i","name":"a","ts":${ts}}`).join()}]`;

        expect(summary(await open(content(times))).map(([ns]) => ns)).toEqual([
            1500n,
            1501n,
            1099511627775999n,
            1099511627776001n
        ]);
        expect(summary(await open(content(epoch))).map(([ns]) => ns)).toEqual([
            1795424377213861240n,
            1795424377213861241n,
            1795424377213862000n
        ]);
    });

    test('phases make types of their own', async () => {
        const phases = 'BEXiICbnestfNOD'.split('');
        const trace = await open(JSON.stringify(phases.map((ph, ts) => ({ ph, ts, name: 'x', id: 7 }))));

        expect(trace.eventTypes.map(({ phase, name }) => `${phase} ${name}`)).toEqual([
            'B x:begin',
            'E x:end',
            'X x',
            'i x',
            'C x',
            'b x:begin',
            'n x:instant',
            'e x:end',
            's x:flow_start',
            't x:flow_step',
            'f x:flow_end',
            'N x:created',
            'O x:snapshot',
            'D x:destroyed'
        ]);
        expect(all(trace)[8].fields).toEqual({ id: '7' });
    });

    test('metadata names processes and threads, and is no event', async () => {
        const trace = await open(
            JSON.stringify([
                { ph: 'M', name: 'process_name', pid: 3, args: { name: 'Browser' } },
                { ph: 'M', name: 'thread_name', pid: 3, tid: 4, args: { name: 'Main' } },
                { ph: 'M', name: 'process_sort_index', pid: 3, args: { sort_index: -6 } },
                { ph: 'C', name: 'heap', pid: 3, tid: 4, ts: 1, args: { used: 1, free: 0.5 } },
                { ph: 'C', name: 'heap', pid: 3, tid: 5, ts: 2, args: { used: 2.5 } }
            ])
        );

        expect(all(trace)).toMatchObject([
            { fields: { used: 1, free: 0.5 }, context: { pid: 3, process_name: 'Browser', procname: 'Main' } },
            { fields: { used: 2.5 }, context: { pid: 3, tid: 5, process_name: 'Browser' } }
        ]);
        expect(trace.environment).toEqual({
            Type: 'Trace-Event',
            'pid-3': 'Browser',
            'tid-4': 'Main',
            'process_sort_index-3': -6
        });
        expect(trace.eventTypes[0].fields).toMatchObject([
            { name: 'used', kind: 'float' },
            { name: 'free', kind: 'float' }
        ]);
    });

    test('integers that a double cannot hold stay exact', async () => {
        const trace = await open('[{"ph":"i","ts":1,"name":"a","args":{"pointer":18446744073709551615,"n":1}}]');

        expect(all(trace)[0].fields).toEqual({ pointer: 18446744073709551615n, n: 1 });
    });

    test('what lacks a phase or a time is left out with a warning', async () => {
        const trace = await open('[{"ts":1},{"ph":"i"},{"ph":"i","ts":"3","name":"a"},{"ph":"","ts":1},null]');

        expect(summary(trace)).toEqual([[3000n, 'a']]);
        expect(trace.warnings[0].message).toBe('3 events have no phase or no time; they were left out.');
    });

    test('names without number become other events instead of filling the memory', async () => {
        const trace = await open(
            JSON.stringify(Array.from({ length: 30_000 }, (_, ts) => ({ ph: 'i', ts, name: `n${ts}` })))
        );

        expect(trace.eventTypes).toHaveLength(20_001);
        expect(all(trace, { types: new Set([trace.eventTypes[20_000]]) })).toHaveLength(10_000);
    });
});

describe('events in any order', () => {
    const COUNT = 60_000;
    const sorted = Array.from({ length: COUNT }, (_, index) => ({
        name: `n${index % 5}`,
        ph: 'i',
        ts: 1_700_000_000_000_000 + index * 10,
        pid: 1,
        tid: index % 7,
        args: { index, text: 'x'.repeat(50) }
    }));

    function shuffled(): object[] {
        const random = seededRandom(7);
        const events = [...sorted];
        for (let index = events.length - 1; index > 0; index--) {
            const other = random(index + 1);
            [events[index], events[other]] = [events[other], events[index]];
        }
        return events;
    }

    test.each([
        ['as they happened', () => sorted],
        ['thread by thread', () => [...sorted].sort((a, b) => a.tid - b.tid)],
        ['backwards', () => [...sorted].reverse()],
        ['at random', shuffled]
    ])('%s are read in the order of their times', async (_, order) => {
        const trace = await open(JSON.stringify(order()));

        expect(all(trace).map(({ fields }) => fields.index)).toEqual(sorted.map((_, index) => index));
        expect([trace.start, trace.end]).toEqual([0, (COUNT - 1) * 10_000]);
        expect(all(trace, { from: 5_000_000, to: 5_040_000 }).map(({ fields }) => fields.index)).toEqual([
            500, 501, 502, 503, 504
        ]);
    });

    test('of one time the longest come first, then those written first', async () => {
        const event = (name: string, ph: string, dur = 0): object => ({ name, ph, ts: 1, dur });
        const trace = await open(
            JSON.stringify([event('c', 'i'), event('b', 'X', 1), event('a', 'X', 2), event('d', 'i')])
        );

        expect(all(trace).map(({ type }) => type.name)).toEqual(['a', 'b', 'c', 'd']);
    });
});

describe('openTrace', () => {
    test('takes a file, a folder of files, and one of several formats', async () => {
        const event = (ts: number, name: string): string => JSON.stringify([{ ph: 'i', ts, name }]);
        const folder = temporaryTrace({
            'a.json': event(3, 'a'),
            'below/b.json': event(1, 'b'),
            'settings.json': '{"editor": [1]}'
        });

        expect(summary(await openTrace(join(folder, 'a.json')))).toEqual([[3000n, 'a']]);
        expect(summary(await openTrace(folder))).toEqual([
            [1000n, 'b'],
            [3000n, 'a']
        ]);
    });

    test('says what a file that is no trace should be', async () => {
        const folder = temporaryTrace({ 'a.txt': 'hello' });

        await expect(openTrace(join(folder, 'a.txt'))).rejects.toThrow('is no trace: neither a file of trace events');
        await expect(openTrace(folder)).rejects.toThrow('holds no trace');
    });

    test('refuses times that lie so far apart that they would not be exact', async () => {
        await expect(open('[{"ph":"i","ts":0},{"ph":"i","ts":1700000000000000}]')).rejects.toThrow(
            'spans 19,676 days (0 to 1700000000000000000 ns), more than the 104'
        );
    });
});

describe('damaged documents give events or one clear sentence', () => {
    const document = JSON.stringify({
        traceEvents: Array.from({ length: 200 }, (_, index) => ({
            name: `n${index % 9}`,
            ph: 'XBEiCbesfM'[index % 10],
            ts: index * 1.25,
            dur: index,
            pid: 1,
            tid: index % 3,
            id: index,
            args: { a: index, b: [1, { c: 'text' }] }
        }))
    });

    async function readsOrExplains(content: Buffer, name: string): Promise<void> {
        try {
            const trace = await open(content, name);
            for (let cursor = trace.read(), event = cursor.next(); event; event = cursor.next()) {
                expect(Number.isFinite(event.time)).toBe(true);
            }
        } catch (error) {
            expect((error as Error).name).toBe('TraceError');
            expect((error as Error).message).toMatch(/^[^\n]+\.$/);
        }
    }

    test.each(['a.json', 'a.json.gz'])('%s with changed bytes, cut off anywhere', async name => {
        const original = name.endsWith('gz') ? gzipSync(document) : Buffer.from(document);
        for (let seed = 1; seed <= 150; seed++) {
            const random = seededRandom(seed);
            const bytes = Buffer.from(original.subarray(0, seed % 3 ? original.length : random(original.length)));
            for (let count = random(6); count > 0; count--) {
                bytes[random(bytes.length)] = random(2) ? random(256) : '[]{}",:0e-'.charCodeAt(random(10));
            }
            await readsOrExplains(bytes, name);
        }
    });

    test.each([
        ['nested without end', `[${'{"a":['.repeat(100_000)}`],
        ['a name without end', `[{"name":"${'x'.repeat(20_000_000)}`],
        ['numbers beyond all bounds', '[{"ph":"X","ts":1e308,"dur":1e308},{"ph":"X","ts":-1e308}]'],
        ['__proto__', '[{"ph":"C","ts":1,"name":"a","args":{"__proto__":{"x":1},"constructor":1}}]']
    ])('%s', async (_, content) => {
        await readsOrExplains(Buffer.from(content), 'a.json');
    });
});
