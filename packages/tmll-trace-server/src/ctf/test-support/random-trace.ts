import { FieldValue } from '../../trace/trace';
import { BitWriter } from './bit-writer';
import { randomStructure, seededRandom } from './random-layout';

/** A trace of random layout, and the events that a reader must find in it. */
export interface RandomTrace {
    readonly files: Readonly<Record<string, string | Buffer>>;
    readonly events: readonly RandomEvent[];
}

export interface RandomEvent {
    readonly time: number;
    readonly name: string;
    readonly context: FieldValue;
    readonly fields: FieldValue;
}

const HEADERS = {
    compact: `struct {
        enum : integer { size = 5; align = 1; } { compact = 0 ... 30, extended = 31 } id;
        variant <id> {
            struct { integer { size = 27; align = 1; map = clock.c.value; } timestamp; } compact;
            struct { uint32_t id; integer { size = 64; align = 8; map = clock.c.value; } timestamp; } extended;
        } v;
    } align(8)`,
    plain: 'struct { uint32_t id; integer { size = 64; align = 8; map = clock.c.value; } timestamp; }'
};

const EVENTS = 60;
const TYPES = 3;

/** The same trace for the same seed. */
export function randomTrace(seed: number): RandomTrace {
    const random = seededRandom(seed);
    const byteOrder = random(2) ? 'little' : 'big';
    const compact = random(2) === 0;
    const context = randomStructure(random, byteOrder, 1);
    const payloads = Array.from({ length: TYPES }, () => randomStructure(random, byteOrder));
    const metadata = `/* CTF 1.8 */
typealias integer { size = 32; align = 8; } := uint32_t;
trace { major = 1; minor = 8; byte_order = ${byteOrder === 'little' ? 'le' : 'be'};
    packet.header := struct { uint32_t magic; };
};
clock { name = c; freq = 1000000000; offset = 1500000000000000000; };
stream {
    packet.context := struct { uint32_t packet_size; uint32_t content_size; };
    event.header := ${compact ? HEADERS.compact : HEADERS.plain};
    event.context := ${context.tsdl};
};
${payloads.map(({ tsdl }, id) => `event { id = ${id}; name = "type ${id}"; fields := ${tsdl}; };`).join('\n')}
`;
    const events: RandomEvent[] = [];
    let time = 1;
    const packets: Buffer[] = [];
    while (events.length < EVENTS) {
        const body = new BitWriter().integer(0xc1fc1fc1, 32, byteOrder).raw(Buffer.alloc(8));
        for (let count = 1 + random(20); count > 0; count--) {
            const id = random(TYPES);
            time += random(1 << 26);
            body.align(8);
            if (compact && random(4)) {
                body.integer(id, 5, byteOrder).integer(BigInt(time) % (1n << 27n), 27, byteOrder);
            } else {
                if (compact) {
                    body.integer(31, 5, byteOrder).align(8);
                }
                body.integer(id, 32, byteOrder).integer(time, 64, byteOrder);
            }
            const contextValue = context.write(body, random);
            events.push({ time, name: `type ${id}`, context: contextValue, fields: payloads[id].write(body, random) });
        }
        packets.push(finished(body, byteOrder, random(16)));
    }
    return { files: { metadata, stream: Buffer.concat(packets) }, events };
}

/** Fills in the sizes, which are known only at the end. */
function finished(body: BitWriter, byteOrder: 'little' | 'big', padding: number): Buffer {
    const content = body.position;
    const bytes = Buffer.concat([body.toBuffer(), Buffer.alloc(padding)]);
    const sizes = new BitWriter()
        .integer(bytes.length * 8, 32, byteOrder)
        .integer(content, 32, byteOrder)
        .toBuffer();
    sizes.copy(bytes, 4);
    return bytes;
}
