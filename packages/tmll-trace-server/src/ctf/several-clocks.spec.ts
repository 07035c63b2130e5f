import { openCtfTrace } from './open-traces';
import { BitWriter } from './test-support/bit-writer';
import { removeTemporaryTraces, temporaryTrace } from './test-support/temporary-trace';

afterAll(removeTemporaryTraces);

const METADATA = `
trace { major = 1; minor = 8; byte_order = le; packet.header := struct { integer { size = 8; } stream_id; }; };
env { tracer_name = "two clocks"; };
clock { name = fast; freq = 1000000000; offset_s = 100; offset = 5; precision = 7; absolute = TRUE; };
clock { name = slow; freq = 32768; offset_s = 100; uuid = "00112233-4455-6677-8899-aabbccddeeff"; };
callsite { name = a; func = "main"; file = "a.c"; line = 3; ip = 0x40; };
typealias integer { size = 32; align = 8; map = clock.fast.value; } := fast_t;
typedef integer { size = 16; align = 8; map = clock.slow.value; } slow_t;
stream { id = 0; event.header := struct { fast_t timestamp; }; };
stream { id = 1; packet.context := struct { integer { size = 64; map = clock.slow.value; } timestamp_begin; };
    event.header := struct { slow_t timestamp; }; };
event { name = a; stream_id = 0; };
event { name = b; stream_id = 1; };
`;

test('streams on clocks of different frequency and offset line up', async () => {
    const fast = new BitWriter().integer(0, 8);
    [0, 30_517, 1_000_000_000].forEach(time => fast.integer(time, 32));
    const begin = 65_530;
    const slow = new BitWriter().integer(1, 8).integer(begin, 64);
    // 16 bits at 32,768 Hz wrap around every two seconds.
    [begin, begin + 1, begin + 10].forEach(time => slow.integer(time % 65_536, 16));
    const trace = await openCtfTrace(
        temporaryTrace({ metadata: METADATA, fast: fast.toBuffer(), slow: slow.toBuffer() })
    );
    const cursor = trace.read();
    const events: [string, bigint][] = [];
    for (let event = cursor.next(); event; event = cursor.next()) {
        events.push([event.type.name, trace.origin + BigInt(event.time)]);
    }
    const slowNs = (cycles: number): bigint => 100_000_000_000n + (BigInt(cycles) * 1_000_000_000n) / 32_768n;

    expect(events).toEqual([
        ['a', 100_000_000_005n],
        ['a', 100_000_030_522n],
        ['a', 101_000_000_005n],
        ['b', slowNs(begin)],
        ['b', slowNs(begin + 1)],
        ['b', slowNs(begin + 10)]
    ]);
});
