import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FieldValue } from '../../trace/trace';
import { parseMetadata } from '../metadata/read-metadata';
import { TraceClass } from '../metadata/trace-class';
import { openCtfTrace } from '../open-traces';
import { fragments } from '../test-support/random-ctf2-trace';
import { sharedFolder } from '../test-support/shared-traces';
import { removeTemporaryTraces, temporaryTrace } from '../test-support/temporary-trace';

afterAll(removeTemporaryTraces);

const PREAMBLE = { type: 'preamble', version: 2 };
const STREAM = { type: 'data-stream-class' };
const U8 = { type: 'fixed-length-unsigned-integer', length: 8, 'byte-order': 'little-endian' };
const VARIABLE = { type: 'variable-length-unsigned-integer' };

function structure(members: Record<string, unknown>, more = {}): object {
    const classes = Object.entries(members).map(([name, field]) => ({ name, 'field-class': field }));
    return { type: 'structure', 'member-classes': classes, ...more };
}

function event(payload: object, more = {}): object {
    return { type: 'event-record-class', name: 'e', 'payload-field-class': payload, ...more };
}

/** The fields of the first event of a trace without headers. */
async function read(bytes: number[], ...parts: object[]): Promise<Readonly<Record<string, FieldValue>> | undefined> {
    const metadata = fragments(PREAMBLE, ...parts);
    const trace = await openCtfTrace(temporaryTrace({ metadata, stream: Buffer.from(bytes) }));
    return trace.read().next()?.fields;
}

function parse(...parts: object[]): TraceClass {
    return parseMetadata(fragments(...parts), 'M');
}

describe('CTF 2: field locations', () => {
    test('lead to the structures around by null, and to those around by their origin', async () => {
        const inner = structure({
            a: { type: 'dynamic-length-blob', 'length-field-location': { path: [null, 'n'] } },
            b: {
                type: 'dynamic-length-blob',
                'length-field-location': { origin: 'event-record-payload', path: ['outer', 'n'] }
            }
        });

        expect(await read([1, 0xaa, 0xbb], STREAM, event(structure({ outer: structure({ n: U8, inner }) })))).toEqual({
            outer: { n: 1, inner: { a: 'aa', b: 'bb' } }
        });
    });

    test('within an array mean the element that is being decoded', async () => {
        const element = structure({
            n: VARIABLE,
            text: {
                type: 'dynamic-length-string',
                'length-field-location': { origin: 'event-record-payload', path: ['list', 'n'] }
            }
        });
        const list = { type: 'static-length-array', length: 2, 'element-field-class': element };

        expect(await read([1, 0x61, 2, 0x62, 0x63], STREAM, event(structure({ list })))).toEqual({
            list: [
                { n: 1, text: 'a' },
                { n: 2, text: 'bc' }
            ]
        });
    });

    test.each([
        [[0, 2, 7, 8], { kind: 0, length: 2, list: [7, 8] }],
        [[1, 0, 1, 9], { kind: 1, length: 1, list: [9] }]
    ])('through a variant mean the option that was decoded: %j', async (bytes, fields) => {
        const sixteen = { ...U8, length: 16, 'byte-order': 'big-endian' };
        const length = {
            type: 'variant',
            'selector-field-location': { path: ['kind'] },
            options: [
                { 'field-class': U8, 'selector-field-ranges': [[0, 0]] },
                { 'field-class': sixteen, 'selector-field-ranges': [[1, 5]] }
            ]
        };
        const list = {
            type: 'dynamic-length-array',
            'length-field-location': { path: ['length'] },
            'element-field-class': U8
        };

        expect(await read(bytes, STREAM, event(structure({ kind: U8, length, list })))).toEqual(fields);
    });

    test('from a context, of fields within an option that is being decoded', async () => {
        const glass = {
            type: 'variant',
            'selector-field-location': { origin: 'event-record-common-context', path: ['sel'] },
            options: [
                { 'field-class': structure({ eagle: U8 }), 'selector-field-ranges': [[0, 0]] },
                {
                    'field-class': structure({
                        eagle: VARIABLE,
                        lock: {
                            type: 'dynamic-length-blob',
                            'length-field-location': { origin: 'event-record-payload', path: ['glass', 'eagle'] }
                        }
                    }),
                    'selector-field-ranges': [[5, 5]]
                }
            ]
        };
        const margin = {
            type: 'dynamic-length-array',
            'length-field-location': { origin: 'event-record-payload', path: ['glass', 'eagle'] },
            'element-field-class': U8
        };
        const stream = { ...STREAM, 'event-record-common-context-field-class': structure({ sel: U8 }) };

        expect(await read([5, 2, 1, 2, 3, 4], stream, event(structure({ glass, margin })))).toEqual({
            glass: { eagle: 2, lock: '0102' },
            margin: [3, 4]
        });
    });
});

describe('CTF 2: fields', () => {
    test('an optional one that a boolean switches off is left out', async () => {
        const flag = { type: 'fixed-length-boolean', length: 8, 'byte-order': 'little-endian' };
        const field = { type: 'optional', 'selector-field-location': { path: ['on'] }, 'field-class': U8 };
        const payload = event(structure({ on: flag, there: field, after: U8 }));

        expect(await read([0, 7], STREAM, payload)).toEqual({ on: { value: 0, labels: ['false'] }, after: 7 });
        expect(await read([4, 6, 7], STREAM, payload)).toEqual({
            on: { value: 4, labels: ['true'] },
            there: 6,
            after: 7
        });
    });

    test.each([
        [128, '3fff8000000000000000000000000000', 1.5],
        [128, 'c0008000000000000000000000000000', -3],
        [128, '7fff0000000000000000000000000000', Infinity],
        [16, '3e00', 1.5],
        [64, '3ff8000000000000', 1.5]
    ])('a floating point number of %i bits: %s is %s', async (length, hexadecimal, value) => {
        const field = { type: 'fixed-length-floating-point-number', length, 'byte-order': 'big-endian' };

        expect(await read([...Buffer.from(hexadecimal, 'hex')], STREAM, event(structure({ field })))).toEqual({
            field: value
        });
    });

    test('a selector of 64 bits is compared exactly', async () => {
        const tag = { ...U8, length: 64 };
        const option = (low: bigint, name: string): object => ({
            name,
            'field-class': structure({ [name]: U8 }),
            'selector-field-ranges': [[`#${low}`, `#${low}`]]
        });
        const variant = {
            type: 'variant',
            'selector-field-location': { path: ['tag'] },
            options: [option(2n ** 63n, 'a'), option(2n ** 63n + 1n, 'b')]
        };
        const text = fragments(PREAMBLE, STREAM, event(structure({ tag, variant }))).replace(/"#(\d+)"/g, '$1');
        const stream = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0x80, 7]);
        const trace = await openCtfTrace(temporaryTrace({ metadata: text, stream }));

        expect(trace.read().next()?.fields).toEqual({ tag: 2n ** 63n + 1n, variant: { b: 7 } });
    });
});

describe('CTF 2: metadata', () => {
    test('clocks have origin, offset, precision and accuracy', () => {
        const clock = {
            type: 'clock-class',
            id: 'c',
            name: 'monotonic',
            uid: 'boot 7',
            frequency: 8_000_000,
            origin: 'unix-epoch',
            'offset-from-origin': { seconds: -2, cycles: 4_000_000 },
            precision: 100,
            accuracy: 1500
        };

        expect(parse(PREAMBLE, clock, { ...STREAM, 'default-clock-class-id': 'c' }).clocks).toEqual([
            {
                name: 'monotonic',
                uuid: 'boot 7',
                frequency: 8_000_000n,
                offsetSeconds: -2n,
                offsetCycles: 4_000_000n,
                absolute: true,
                precision: 100n,
                accuracy: 1500n
            }
        ]);
    });

    test('events have the log level that their attributes tell', () => {
        const levels = ['warning', 'debug', 13].map((level, id) =>
            event(structure({}), { id, attributes: { 'lttng.org,2009': { 'log-level': level } } })
        );

        expect(parse(PREAMBLE, STREAM, ...levels).streams[0].events.map(({ logLevel }) => logLevel)).toEqual([
            4, 14, 13
        ]);
    });

    test.each([
        ['an unknown extension', [{ ...PREAMBLE, extensions: { 'my.tracer': { piano: 1 } } }], 'my.tracer/piano'],
        ['no preamble', [STREAM], 'the first fragment must be the preamble'],
        ['an event without stream', [PREAMBLE, event(structure({}))], 'data stream class 0, which is not declared'],
        [
            'an alias of nothing',
            [PREAMBLE, STREAM, event(structure({ a: 'u8' }))],
            'the field class "u8" is not declared'
        ],
        [
            'an alias of itself',
            [
                PREAMBLE,
                { type: 'field-class-alias', name: 'a', 'field-class': structure({ a: 'a' }) },
                STREAM,
                event(structure({ x: 'a' }))
            ],
            'nested deeper than 200 levels, or contain themselves'
        ],
        [
            'a length that comes later',
            [
                PREAMBLE,
                STREAM,
                event(
                    structure({ b: { type: 'dynamic-length-blob', 'length-field-location': { path: ['n'] } }, n: U8 })
                )
            ],
            'member-classes/0/field-class/length-field-location: no field "n" is declared before this place'
        ],
        [
            'a range upside down',
            [PREAMBLE, STREAM, event(structure({ a: { ...U8, mappings: { x: [[3, 1]] } } }))],
            'the range from 3 to 1 is upside down'
        ],
        [
            'a length of 1.5 bits',
            [PREAMBLE, STREAM, event(structure({ a: { ...U8, length: 1.5 } }))],
            'field-class/length: it must be an integer'
        ],
        [
            'an unknown type',
            [PREAMBLE, STREAM, event(structure({ a: { type: 'fog' } }))],
            'no type of field class "fog"'
        ]
    ])('%s is refused with its place', (_, parts, message) => {
        expect(() => parse(...(parts as object[]))).toThrow(message);
    });

    test('what is no JSON is refused with the number of its fragment', () => {
        expect(() => parseMetadata(`${fragments(PREAMBLE)}\x1e{ "type": `, 'M')).toThrow('fragment 2: it is no JSON');
    });
});

const publicTraces: [string, number, number][] = [
    ['CTF2-7.0-barectf-event-before-packet', 2, 0],
    ['CTF2-7.0-debug-info', 4, 0],
    ['CTF2-7.0-ev-disc-no-ts-begin-end', 3, 17],
    ['CTF2-7.0-lttng-crash', 400, 0],
    ['CTF2-7.0-lttng-event-after-packet', 2, 0],
    ['CTF2-7.0-meta-variant-no-underscore', 1, 0],
    ['CTF2-7.0-smalltrace', 2, 0],
    ['CTF2-7.0-succeed1', 7809, 0],
    ['CTF2-7.0-trace-with-index', 4000, 0],
    ['CTF2-vl-ints', 1, 0]
];
const folder = join(sharedFolder(), 'public-traces');

(existsSync(folder) ? describe : describe.skip)('CTF 2: the public traces', () => {
    test.each(publicTraces)('%s has %i events', async (name, count, discarded) => {
        const trace = await openCtfTrace(join(folder, name));
        const cursor = trace.read();
        let events = 0;
        while (cursor.next()) {
            events++;
        }

        expect([events, trace.discarded]).toEqual([count, discarded]);
    });

    test('of integers of variable length have the values that their names promise', async () => {
        const fields = (await openCtfTrace(join(folder, 'CTF2-vl-ints'))).read().next()?.fields;

        expect(fields).toMatchObject({ vu3: 43_123, vu10: 2n ** 64n - 1n, vi1b: -1, vi2: -156, vi10c: -(2n ** 63n) });
    });
});
