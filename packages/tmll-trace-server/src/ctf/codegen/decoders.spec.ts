import { FieldValue } from '../../trace/trace';
import { parseMetadata } from '../metadata/read-metadata';
import { StreamClass, TraceClass } from '../metadata/trace-class';
import { BitWriter } from '../test-support/bit-writer';
import { randomStructure, seededRandom } from '../test-support/random-layout';
import { compileEvent, compileHeader, DecodedEvent } from './decoders';
import { DecoderState, MAX_EMPTY_ELEMENTS } from './decoder-state';
import { UNKNOWN_BYTE } from './position';
import { ReferenceSlots } from './reference-slots';

const TYPES = `
typealias integer { size = 8; } := u8;
typealias integer { size = 32; align = 8; } := u32;`;

function traceClass(stream: string, fields: string): TraceClass {
    return parseMetadata(
        `trace { byte_order = le; }; clock { name = c; }; ${TYPES}
        stream { ${stream} }; event { fields := ${fields}; };`,
        'metadata'
    );
}

/** Decodes one event without header; gives back its fields and how many bits it took. */
function decode(
    fields: string,
    bytes: Uint8Array,
    wanted = true
): { fields: Record<string, FieldValue>; bits: number } {
    const trace = traceClass('', fields);
    const [stream] = trace.streams;
    const state = new DecoderState();
    state.bytes = Buffer.from(bytes);
    state.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    state.emptyElements = MAX_EMPTY_ELEMENTS;
    const event: DecodedEvent = { fields: {}, context: {} };
    compileEvent(stream, stream.events[0], new ReferenceSlots(trace), UNKNOWN_BYTE, wanted)(state, event);
    return { fields: event.fields, bits: state.position };
}

describe('event decoders', () => {
    test.each(Array.from({ length: 60 }, (_, seed) => seed))(
        'of random layout %i pass over exactly the bits that they decode',
        seed => {
            const random = seededRandom(seed);
            const layout = randomStructure(random, seed % 2 ? 'little' : 'big');
            const writer = new BitWriter();
            layout.write(writer, random);
            const bytes = writer.toBuffer();

            expect(decode(layout.tsdl, bytes).bits).toBe(writer.position);
            expect(decode(layout.tsdl, bytes, false).bits).toBe(writer.position);
        }
    );

    test('are a constant step over fields of known size', () => {
        const trace = traceClass(
            '',
            'struct { u8 a; u32 b; integer { size = 64; align = 64; } c[100]; u8 d; } align(8)'
        );
        const [stream] = trace.streams;
        const skip = compileEvent(stream, stream.events[0], new ReferenceSlots(trace), UNKNOWN_BYTE, false);

        expect(skip.toString()).not.toMatch(/getUint|readBits/);
    });

    test('give equal values of an enumeration the same object', () => {
        const { fields } = decode('struct { enum : u8 { A = 1 } e[2]; }', Uint8Array.of(1, 1));
        const [first, second] = fields.e as FieldValue[];

        expect(first).toEqual({ value: 1, labels: ['A'] });
        expect(second).toBe(first);
    });

    test('take a field of any name for a field', () => {
        const { fields } = decode('struct { u8 ___proto__; u8 constructor; u8 _fields; }', Uint8Array.of(1, 2, 3));

        expect(Object.entries(fields)).toEqual([
            ['__proto__', 1],
            ['constructor', 2],
            ['fields', 3]
        ]);
        expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    });

    test('give empty texts, arrays and structures', () => {
        const text = 'integer { size = 8; encoding = UTF8; }';
        const { fields, bits } = decode(
            `struct { ${text} a[3]; u8 n; ${text} b[n]; u8 c[n]; u8 d[0]; struct { } e; }`,
            Buffer.alloc(4)
        );

        expect(fields).toEqual({ a: '', n: 0, b: '', c: [], d: [], e: {} });
        expect(bits).toBe(32);
    });

    test.each([
        ['numbers', 'struct { u32 n; u8 x[n]; }'],
        ['structures without size', 'struct { u32 n; struct { } x[n]; }'],
        ['arrays of structures without size', 'struct { u32 n; struct { struct { } y[1000000]; } x[n]; }'],
        ['text', 'struct { u32 n; integer { size = 8; encoding = UTF8; } x[n]; }'],
        ['a constant number', 'struct { u8 x[4294967295]; }']
    ])('refuse more %s than the bytes can hold, without making room for them', (_, fields) => {
        const start = Date.now();

        expect(() => decode(fields, Buffer.alloc(8, 255))).toThrow('The data ends within a field');
        expect(Date.now() - start).toBeLessThan(1000);
    });
});

describe('the header decoder of LTTng', () => {
    const compact = `struct {
        enum : integer { size = 5; align = 1; } { compact = 0 ... 30, extended = 31 } id;
        variant <id> {
            struct { integer { size = 27; align = 1; map = clock.c.value; } timestamp; } compact;
            struct { u32 id; integer { size = 64; align = 8; map = clock.c.value; } timestamp; } extended;
        } v;
    } align(8)`;

    test('reads its bit fields at places known in advance, and ends at a byte', () => {
        const trace = traceClass(`event.header := ${compact};`, 'struct { }');
        const { decode: decodeHeader, end } = compileHeader(trace.streams[0] as StreamClass, new ReferenceSlots(trace));

        expect(decodeHeader.toString()).not.toContain('readBits');
        expect(end).toEqual(UNKNOWN_BYTE);
    });
});
