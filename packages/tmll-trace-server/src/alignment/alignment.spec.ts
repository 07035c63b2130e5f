import { memoryTrace } from '../outputs/test-support/memory-trace';
import { shiftTrace } from '../trace/shift-trace';
import { Trace } from '../trace/trace';
import { seededRandom } from '../ctf/test-support/random-layout';
import { alignTraces } from './align-traces';

interface Packet {
    /** True times in ns. */
    readonly sent: number;
    readonly arrived: number;
    readonly fromFirst: boolean;
}

const SENT = 'net_dev_queue';
const RECEIVED = 'netif_receive_skb';

/** What a host records of packets, by a clock that is `late` ns behind. */
function host(packets: readonly Packet[], first: boolean, late: number, speed = 1): Trace {
    const events = packets
        .map(({ sent, arrived, fromFirst }, seq) => ({
            time: Math.round((fromFirst === first ? sent : arrived) * speed) - late,
            type: fromFirst === first ? SENT : RECEIVED,
            fields: { network_header: { saddr: [10, 0, 0, 1], transport_header: { seq, ack_seq: 7, flags: 16 } } }
        }))
        .sort((a, b) => a.time - b.time);
    return memoryTrace(events as never);
}

function traffic(count: number): Packet[] {
    const random = seededRandom(3);
    return Array.from({ length: count }, (_, index) => {
        const sent = 1_000_000 * (index + 10);
        return { sent, arrived: sent + 50_000 + random(500_000), fromFirst: index % 2 === 0 };
    });
}

describe('traces of two hosts', () => {
    test.each([0, 3_000_000, -2_500_000])('whose clocks differ by %i ns agree to less than a packet takes', late => {
        const packets = traffic(200);
        const [, { trace, clock }] = alignTraces([host(packets, true, 0), host(packets, false, late)]);
        const error = Number(clock?.offset ?? 0n) - late;

        expect(Math.abs(error)).toBeLessThan(60_000);
        expect(Math.abs(error)).toBeLessThanOrEqual(Number(clock?.uncertainty));
        expect(clock).toMatchObject({ packets: 200, drifts: false });
        expect(trace.origin - host(packets, false, late).origin).toBe(clock?.offset);
    });

    test('of which one runs faster are said to drift', () => {
        const packets = traffic(200);
        const [, { clock }] = alignTraces([host(packets, true, 0), host(packets, false, 0, 1.01)]);

        expect(clock?.drifts).toBe(true);
    });

    test('with packets one way only are set so that none arrives before it was sent', () => {
        const packets = traffic(50).map(packet => ({ ...packet, fromFirst: true }));
        const [, { clock }] = alignTraces([host(packets, true, 0), host(packets, false, 9_000_000)]);

        expect(clock?.uncertainty).toBeUndefined();
        expect(Number(clock?.offset)).toBeLessThanOrEqual(9_000_000);
        expect(Number(clock?.offset)).toBeGreaterThan(9_000_000 - 100_000);
    });

    test('without a packet in common, or without any, are refused in a sentence', () => {
        const [some, none] = [host(traffic(4), true, 0), memoryTrace([{ time: 0, type: 'a' }])];

        expect(() => alignTraces([some, host([], false, 0)])).toThrow('cannot be aligned');
        expect(() => alignTraces([some, none])).toThrow('neither net_dev_queue nor netif_receive_skb');
        expect(() => alignTraces([some, host(traffic(4), true, 0)])).toThrow('no TCP packet in common');
    });
});

describe('shiftTrace', () => {
    test('moves all times, also those of ranges and of another origin', () => {
        const trace = memoryTrace([
            { time: 10, type: 'a' },
            { time: 20, type: 'b' }
        ]);
        const shifted = shiftTrace(trace, 5n);
        const times = (options = {}): number[] => {
            const cursor = shifted.read(options);
            const found: number[] = [];
            for (let event = cursor.next(); event; event = cursor.next()) {
                found.push(event.time);
            }
            return found;
        };

        expect(shifted.origin - trace.origin).toBe(5n);
        expect(times()).toEqual([10, 20]);
        expect(times({ from: 15 })).toEqual([20]);
        expect(times({ origin: trace.origin })).toEqual([15, 25]);
        expect([shifted.start, shifted.end, shifted.name]).toEqual([trace.start, trace.end, trace.name]);
    });
});
