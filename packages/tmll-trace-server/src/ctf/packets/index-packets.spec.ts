import { join } from 'node:path';
import { TraceWarning } from '../../trace/trace';
import { ReferenceSlots } from '../codegen/reference-slots';
import { parseMetadata } from '../metadata/read-metadata';
import { simpleMetadata, SimplePacket, simplePacket } from '../test-support/simple-trace';
import { removeTemporaryTraces, temporaryTrace } from '../test-support/temporary-trace';
import { indexPackets } from './index-packets';
import { Packet } from './packet';
import { PacketHeadDecoder } from './packet-head';

afterAll(removeTemporaryTraces);

const TICK = { time: 5, id: 0, value: 1 } as const;
const HEAD_BYTES = 84;
const EVENT_BYTES = 16;

async function index(
    stream: Buffer,
    metadata = simpleMetadata()
): Promise<{ packets: Packet[]; warnings: TraceWarning[] }> {
    const traceClass = parseMetadata(metadata, 'metadata');
    const warnings: TraceWarning[] = [];
    const decoder = new PacketHeadDecoder(traceClass, new ReferenceSlots(traceClass));
    const path = join(temporaryTrace({ stream }), 'stream');
    const packets = [...(await indexPackets(path, decoder, warning => warnings.push(warning)))];
    return { packets, warnings };
}

const packet = (more: Partial<SimplePacket> = {}): Buffer => simplePacket({ events: [TICK], ...more });

describe('indexPackets', () => {
    test('finds every packet with what its context says', async () => {
        const { packets, warnings } = await index(
            Buffer.concat([
                packet({ padding: 28, cpu: 3, begin: 2, end: 9 }),
                packet({ discarded: 7, sequence: 1, instance: 4, begin: 10n ** 18n })
            ])
        );

        expect(warnings).toEqual([]);
        expect(packets).toMatchObject([
            {
                offset: 0,
                size: 128,
                contentBits: (HEAD_BYTES + EVENT_BYTES) * 8,
                begin: 2n,
                end: 9n,
                cpu: 3,
                cut: false
            },
            { offset: 128, size: 100, begin: 10n ** 18n, discarded: 7n, sequence: 1n, instance: 4n }
        ]);
    });

    test('an empty file has none', async () => {
        expect((await index(Buffer.alloc(0))).packets).toEqual([]);
    });

    test('a file cut within a packet is read up to there, with a warning', async () => {
        const { packets, warnings } = await index(Buffer.concat([packet(), packet()]).subarray(0, 190));

        expect(packets).toMatchObject([{ cut: false }, { offset: 100, size: 90, contentBits: 720, cut: true }]);
        expect(warnings).toHaveLength(1);
        expect(warnings[0].message).toBe(
            'The file is cut off in the middle of the packet at byte 100; it was read up to there.'
        );
    });

    test('a file cut within the head of a packet ends with the packet before', async () => {
        const { packets, warnings } = await index(Buffer.concat([packet(), packet()]).subarray(0, 130));

        expect(packets).toHaveLength(1);
        expect(warnings).toHaveLength(1);
    });

    test('without sizes the file is one packet', async () => {
        const metadata = simpleMetadata().replace('uint64_t content_size; uint64_t packet_size;', '');
        const whole = packet();
        const bytes = Buffer.concat([whole.subarray(0, 48), whole.subarray(64)]);

        expect((await index(bytes, metadata)).packets).toMatchObject([{ size: 84, contentBits: 84 * 8 }]);
    });

    test('heads larger than the first read are read in full', async () => {
        const metadata = simpleMetadata().replace('uint32_t cpu_id;', 'uint32_t cpu_id; uint8_t more[5000];');
        const [head, body] = [packet().subarray(0, HEAD_BYTES), packet().subarray(HEAD_BYTES)];
        const bytes = Buffer.concat([head, Buffer.alloc(5000), body]);
        bytes.writeBigUInt64LE(BigInt(bytes.length * 8), 48);
        bytes.writeBigUInt64LE(BigInt(bytes.length * 8), 56);

        expect((await index(bytes, metadata)).packets).toMatchObject([{ size: 5100 }]);
    });

    test('short timestamps of packets go on counting when they wrap around', async () => {
        const metadata = simpleMetadata()
            .replace(/time_t (timestamp_\w+);/g, 'time16_t $1; uint8_t after_$1[6];')
            .replace('stream {', 'typealias integer { size = 16; map = clock.monotonic.value; } := time16_t; stream {');

        const { packets } = await index(
            Buffer.concat([packet({ begin: 65_000, end: 10 }), packet({ begin: 20, end: 19 })]),
            metadata
        );

        expect(packets).toMatchObject([
            { begin: 65_000n, end: 65_546n },
            { begin: 65_556n, end: 131_091n }
        ]);
    });

    test.each<[string, Buffer, string]>([
        ['a packet of no size', packet({ packetBits: 0 }), 'claims 800 bits of content in 0 bits'],
        ['no content', packet({ contentBits: 0 }), 'claims 0 bits of content in 800 bits'],
        ['more content than packet', packet({ contentBits: 900 }), 'claims 900 bits of content in 800 bits'],
        ['a packet of half a byte', packet({ packetBits: 804 }), 'claims 800 bits of content in 804 bits'],
        ['another magic number', Buffer.alloc(200, 1), 'no packet begins there'],
        ['nothing after the first packet', Buffer.concat([packet(), Buffer.alloc(200)]), 'damaged at byte 100']
    ])('%s is refused', async (_, stream, message) => {
        await expect(index(stream)).rejects.toThrow(message);
    });

    test('a packet that is larger than any file is taken for one that is cut', async () => {
        const { packets, warnings } = await index(packet({ packetBits: 2n ** 64n - 8n }));

        expect(packets).toMatchObject([{ size: 100, cut: true }]);
        expect(warnings).toHaveLength(1);
    });

    test('packets of another trace and of unknown streams are refused', async () => {
        const other = Buffer.from(packet());
        other.writeUInt8(99, 4);
        const unknown = Buffer.from(packet());
        unknown.writeUInt32LE(8, 20);

        await expect(index(other)).rejects.toThrow('the packet belongs to another trace');
        await expect(index(unknown)).rejects.toThrow('the stream 8, which the metadata does not declare');
    });

    test('a missing file is refused in one sentence', async () => {
        const decoder = {} as PacketHeadDecoder;

        await expect(indexPackets('/nowhere/ch0_0', decoder, () => undefined)).rejects.toThrow(
            '/nowhere/ch0_0 does not exist.'
        );
    });
});
