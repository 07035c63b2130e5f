import { FieldValue } from '../../trace/trace';
import { BitWriter } from './bit-writer';
import { randomRoot } from './random-fields';
import { seededRandom } from './random-layout';
import { RandomTrace } from './random-trace';

const UUID = Array.from({ length: 16 }, (_, index) => index * 7);
const TYPES = 3;
const EVENTS = 40;

/** Fragments as a metadata stream (RFC 7464). */
export function fragments(...values: readonly object[]): string {
    return values.map(value => `\x1e${JSON.stringify(value)}\n`).join('');
}

const unsigned = (length: number, role: string): object => ({
    type: 'fixed-length-unsigned-integer',
    length,
    'byte-order': 'little-endian',
    alignment: 8,
    roles: [role]
});

/** A CTF 2 trace of random layout: the same for the same seed. */
export function randomCtf2Trace(seed: number): RandomTrace {
    const random = seededRandom(seed * 77);
    const payloads = Array.from({ length: TYPES }, () => randomRoot(random));
    const variableTimes = random(2) === 0;
    const time = variableTimes
        ? { type: 'variable-length-unsigned-integer', roles: ['default-clock-timestamp'] }
        : unsigned(32, 'default-clock-timestamp');
    const structure = (members: Record<string, object | string>): object => ({
        type: 'structure',
        'member-classes': Object.entries(members).map(([name, field]) => ({ name, 'field-class': field }))
    });
    const metadata = fragments(
        { type: 'preamble', version: 2, uuid: UUID, attributes: { 'some.tracer': { any: [1, null] } } },
        { type: 'field-class-alias', name: 'u32 size', 'field-class': unsigned(32, 'packet-total-length') },
        {
            type: 'trace-class',
            environment: { hostname: 'here', answer: 42 },
            'packet-header-field-class': structure({
                'the magic': unsigned(32, 'packet-magic-number'),
                'the UUID': { type: 'static-length-blob', length: 16, roles: ['metadata-stream-uuid'] }
            })
        },
        {
            type: 'clock-class',
            id: 'c',
            frequency: 1_000_000_000,
            origin: 'unix-epoch',
            'offset-from-origin': { seconds: 1_500_000_000 },
            precision: 10,
            accuracy: 3
        },
        {
            type: 'data-stream-class',
            id: 0,
            'default-clock-class-id': 'c',
            'packet-context-field-class': structure({
                total: 'u32 size',
                content: unsigned(32, 'packet-content-length'),
                begin: unsigned(64, 'default-clock-timestamp')
            }),
            'event-record-header-field-class': structure({
                kind: { type: 'variable-length-unsigned-integer', roles: ['event-record-class-id'] },
                when: time
            })
        },
        ...payloads.map(({ json }, id) => ({
            type: 'event-record-class',
            id,
            name: `type ${id}`,
            'payload-field-class': json
        }))
    );
    const events: { time: number; name: string; context: FieldValue; fields: FieldValue }[] = [];
    const packets: Buffer[] = [];
    let now = 1;
    while (events.length < EVENTS) {
        const writer = new BitWriter().integer(0xc1fc1fc1, 32).raw(UUID).raw(Buffer.alloc(8)).integer(now, 64);
        for (let count = 1 + random(15); count > 0; count--) {
            const id = random(TYPES);
            const step = random(1 << 26);
            now += step;
            writer.align(8).integer(id, 8);
            if (variableTimes) {
                writer.raw(lowestBits(now, step));
            } else {
                writer.integer(BigInt(now) & 0xffff_ffffn, 32);
            }
            const fields = payloads[id].write(writer, random) as FieldValue;
            events.push({ time: now, name: `type ${id}`, context: {}, fields });
        }
        const content = writer.position;
        const packet = Buffer.concat([writer.toBuffer(), Buffer.alloc(random(9))]);
        packet.writeUInt32LE(packet.length * 8, 20);
        packet.writeUInt32LE(content, 24);
        packets.push(packet);
    }
    return { files: { metadata, stream: Buffer.concat(packets) }, events };
}

/** As many groups of seven bits of a time as are needed to tell how far it went on. */
function lowestBits(time: number, step: number): number[] {
    const bytes: number[] = [];
    for (let rest = BigInt(time), covered = 1; covered <= step; covered *= 128, rest >>= 7n) {
        bytes.push(Number(rest & 0x7fn) | 0x80);
    }
    const result = bytes.length > 0 ? bytes : [Number(BigInt(time) & 0x7fn) | 0x80];
    result[result.length - 1] &= 0x7f;
    return result;
}
