import { Trace } from '../trace/trace';
import { openCtfTrace } from './open-traces';
import { BitWriter } from './test-support/bit-writer';
import { removeTemporaryTraces, temporaryTrace } from './test-support/temporary-trace';

afterAll(removeTemporaryTraces);

const TIME = 'map = clock.c.value';

/** A trace of one packet that begins at `begin`, whose events have only a header. */
async function open(
    header: string,
    begin: bigint,
    write: (writer: BitWriter) => void,
    byteOrder = 'le'
): Promise<Trace> {
    const metadata = `
        trace { byte_order = ${byteOrder}; };
        clock { name = c; };
        typealias integer { size = 32; align = 8; } := u32;
        stream {
            packet.context := struct {
                integer { size = 64; align = 8; ${TIME}; } timestamp_begin; u32 content_size; u32 packet_size;
            };
            event.header := ${header};
        };
        ${[0, 1, 40].map(id => `event { id = ${id}; name = "e${id}"; };`).join('\n')}`;
    const order = byteOrder === 'be' ? 'big' : 'little';
    const writer = new BitWriter().integer(begin, 64, order).integer(0, 64);
    write(writer);
    const stream = writer.toBuffer();
    const sizes = new BitWriter().integer(writer.position, 32, order).integer(stream.length * 8, 32, order);
    sizes.toBuffer().copy(stream, 8);
    return openCtfTrace(temporaryTrace({ metadata, stream }));
}

function events(trace: Trace): [string, bigint][] {
    const cursor = trace.read();
    const found: [string, bigint][] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        found.push([event.type.name, trace.origin + BigInt(event.time)]);
    }
    return found;
}

const COMPACT = `struct {
    enum : integer { size = 5; align = 1; } { compact = 0 ... 30, extended = 31 } id;
    variant <id> {
        struct { integer { size = 27; align = 1; ${TIME}; } timestamp; } compact;
        struct { u32 id; integer { size = 64; align = 8; ${TIME}; } timestamp; } extended;
    } v;
} align(8)`;

describe('event headers', () => {
    test.each(['le', 'be'])(
        'of LTTng (compact, %s): 27 bits wrap around, extended headers set the time',
        async order => {
            const byteOrder = order === 'be' ? 'big' : 'little';
            const short = (writer: BitWriter, id: number, time: bigint): unknown =>
                writer.integer(id, 5, byteOrder).integer(time % (1n << 27n), 27, byteOrder);
            const begin = (5n << 40n) + (1n << 27n) - 3n;
            const trace = await open(
                COMPACT,
                begin,
                writer => {
                    short(writer, 0, begin + 1n);
                    short(writer, 1, begin + 4n);
                    short(writer, 0, begin + 4n + (1n << 27n) - 1n);
                    writer
                        .integer(31, 5, byteOrder)
                        .align(8)
                        .integer(40, 32, byteOrder)
                        .integer(begin + (1n << 50n), 64, byteOrder);
                    short(writer, 1, begin + (1n << 50n) + 9n);
                },
                order
            );

            expect(events(trace)).toEqual([
                ['e0', begin + 1n],
                ['e1', begin + 4n],
                ['e0', begin + 4n + (1n << 27n) - 1n],
                ['e40', begin + (1n << 50n)],
                ['e1', begin + (1n << 50n) + 9n]
            ]);
        }
    );

    test('with 32-bit times carry over into the higher bits', async () => {
        const begin = (7n << 32n) + 0xffff_fff0n;
        const header = `struct { u32 id; integer { size = 32; align = 8; ${TIME}; } timestamp; }`;
        const trace = await open(header, begin, writer => {
            for (const time of [begin + 1n, begin + 0x20n, begin + 0x20n + 0xffff_ffffn]) {
                writer.integer(1, 32).integer(time & 0xffff_ffffn, 32);
            }
        });

        expect(events(trace).map(([, time]) => time - begin)).toEqual([1n, 0x20n, 0x20n + 0xffff_ffffn]);
    });

    test.each([33, 48, 63])('with %i-bit times wrap around', async size => {
        const span = 1n << BigInt(size);
        const begin = (span - 2n) % (1n << 62n);
        const header = `struct { integer { size = ${size}; align = 1; ${TIME}; } timestamp; integer { size = 7; align = 1; } id; }`;
        const trace = await open(header, begin, writer => {
            for (const time of [begin, begin + 1n, begin + 5n]) {
                writer.integer(time % span, size).integer(1, 7);
            }
        });

        expect(events(trace).map(([, time]) => time - begin)).toEqual([0n, 1n, 5n]);
    });

    test('with 64-bit times at any bit', async () => {
        const header = `struct { integer { size = 1; } id; integer { size = 64; align = 1; ${TIME}; } timestamp; }`;
        const begin = 1795424377213861240n;
        const trace = await open(header, begin, writer => {
            writer
                .integer(1, 1)
                .integer(begin + 77n, 64)
                .integer(0, 1)
                .integer(begin + 78n, 64);
        });

        expect(events(trace)).toEqual([
            ['e1', begin + 77n],
            ['e0', begin + 78n]
        ]);
    });
});

describe('references from one scope into another', () => {
    test('an event can have its length and its tag in packet and header', async () => {
        const metadata = `
            trace { byte_order = le; packet.header := struct { u8 width; }; };
            typealias integer { size = 8; } := u8;
            stream {
                packet.context := struct { u8 packet_size; enum : u8 { text = 1, number = 2 } kind; };
                event.header := struct { u8 id; u8 count; };
                event.context := struct { u8 own; };
            };
            event { fields := struct {
                u8 a[trace.packet.header.width];
                variant <stream.packet.context.kind> { string text; u8 number; } b;
                u8 c[stream.event.header.count];
                u8 d[stream.event.context.own];
            }; };`;
        const first = [2, 13 * 8, 1, 0, 3, 1, 21, 22, 0x68, 0, 31, 32, 33];
        const second = [1, 9 * 8, 2, 0, 0, 0, 51, 52];
        const bytes = Buffer.from([...first, 41, ...second]);
        bytes.writeUInt8(first.length * 8 + 8, 1);
        bytes.writeUInt8(second.length * 8, first.length + 2);
        const trace = await openCtfTrace(temporaryTrace({ metadata, stream: bytes }));
        const cursor = trace.read();

        expect(cursor.next()?.fields).toEqual({ a: [21, 22], b: 'h', c: [31, 32, 33], d: [41] });
        expect(cursor.next()?.fields).toEqual({ a: [51], b: 52, c: [], d: [] });
        expect(cursor.next()).toBeUndefined();
    });
});
