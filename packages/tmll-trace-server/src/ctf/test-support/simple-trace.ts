import { BitWriter } from './bit-writer';

/** One event of a simple trace. */
export interface SimpleEvent {
    readonly time: bigint | number;
    /** 0 `tick { uint32_t count; }` or 1 `note { string text; }`. */
    readonly id: 0 | 1;
    readonly value: number | string;
}

/** What a packet's context says; sizes are the real ones unless said otherwise. */
export interface SimplePacket {
    readonly events: readonly SimpleEvent[];
    readonly begin?: bigint | number;
    readonly end?: bigint | number;
    readonly discarded?: number;
    readonly sequence?: number;
    readonly cpu?: number;
    readonly instance?: number;
    readonly contentBits?: bigint | number;
    readonly packetBits?: bigint | number;
    /** Bytes after the content. */
    readonly padding?: number;
}

const UUID = '00112233-4455-6677-8899-aabbccddeeff';

/** Metadata of a trace with two types of events, whole bytes only, 64-bit times. */
export function simpleMetadata(clock = 'freq = 1000000000; offset = 0;', uuid = UUID): string {
    return `/* CTF 1.8 */
typealias integer { size = 8; align = 8; } := uint8_t;
typealias integer { size = 32; align = 8; } := uint32_t;
typealias integer { size = 64; align = 8; } := uint64_t;
trace {
    major = 1; minor = 8; byte_order = le; uuid = "${uuid}";
    packet.header := struct { uint32_t magic; uint8_t uuid[16]; uint32_t stream_id; uint64_t stream_instance_id; };
};
env { hostname = "here"; answer = 42; };
clock { name = monotonic; ${clock} };
typealias integer { size = 64; align = 8; map = clock.monotonic.value; } := time_t;
stream {
    id = 0;
    packet.context := struct {
        time_t timestamp_begin; time_t timestamp_end; uint64_t content_size; uint64_t packet_size;
        uint64_t packet_seq_num; uint64_t events_discarded; uint32_t cpu_id;
    };
    event.header := struct { uint32_t id; time_t timestamp; };
};
event { name = tick; id = 0; stream_id = 0; fields := struct { uint32_t count; }; };
event { name = "note"; id = 1; stream_id = 0; loglevel = 6; fields := struct { string _text; }; };
`;
}

/** The bytes of a packet of such a trace. */
export function simplePacket({
    events,
    begin = events[0]?.time ?? 0,
    end = events.at(-1)?.time ?? begin,
    discarded = 0,
    sequence = 0,
    cpu = 0,
    instance = 0,
    contentBits,
    packetBits,
    padding = 0
}: SimplePacket): Buffer {
    const body = new BitWriter();
    for (const { time, id, value } of events) {
        body.integer(id, 32).integer(BigInt(time), 64);
        if (typeof value === 'string') {
            body.string(value);
        } else {
            body.integer(value, 32);
        }
    }
    const headBytes = 4 + 16 + 4 + 8 + 8 * 6 + 4;
    const content = headBytes * 8 + body.position;
    const head = new BitWriter()
        .integer(0xc1fc1fc1, 32)
        .raw(Buffer.from(UUID.replaceAll('-', ''), 'hex'))
        .integer(0, 32)
        .integer(instance, 64)
        .integer(BigInt(begin), 64)
        .integer(BigInt(end), 64)
        .integer(contentBits ?? content, 64)
        .integer(packetBits ?? content + padding * 8, 64)
        .integer(sequence, 64)
        .integer(discarded, 64)
        .integer(cpu, 32);
    return Buffer.concat([head.toBuffer(), body.toBuffer(), Buffer.alloc(padding)]);
}
