import { StreamClass } from '../metadata/trace-class';
import { channelName, dataStreams, discardedEvents } from './data-stream';
import { Packet } from './packet';
import { PacketTable } from './packet-table';

const streamClass = { id: 0n } as StreamClass;

function packet(path: string, begin: number | undefined, more: Partial<Packet> = {}): Packet {
    return {
        path,
        offset: 0,
        size: 4096,
        contentBits: 100,
        cut: false,
        streamClass,
        instance: 0n,
        begin: begin === undefined ? undefined : BigInt(begin),
        end: begin === undefined ? undefined : BigInt(begin + 5),
        sequence: BigInt(begin ?? 0),
        discarded: undefined,
        cpu: 0,
        ...more
    };
}

describe('dataStreams', () => {
    test('rotation chunks of a stream are one stream, in the order of time', () => {
        const streams = dataStreams([
            [packet('new/ch_0', 20)],
            [packet('new/ch_1', 1, { instance: 1n })],
            [packet('old/ch_0', 10)]
        ]);

        expect(streams.map(({ packets }) => [...packets].map(({ path }) => path))).toEqual([
            ['old/ch_0', 'new/ch_0'],
            ['new/ch_1']
        ]);
    });

    test('a packet that several snapshots hold is there once', () => {
        const streams = dataStreams([
            [packet('a', 10), packet('a', 20)],
            [packet('b', 20), packet('b', 30)],
            [packet('c', 20), packet('c', 30), packet('c', 40)]
        ]);

        expect(streams).toHaveLength(1);
        expect([...streams[0].packets].map(({ begin, path }) => `${begin} ${path}`)).toEqual([
            '10 a',
            '20 a',
            '30 b',
            '40 c'
        ]);
    });

    test('packets that only begin at the same time are all there', () => {
        const [{ packets }] = dataStreams([
            [packet('a', 10), packet('a', 10, { sequence: 11n })],
            [packet('b', 10, { sequence: 12n })]
        ]);

        expect(packets).toHaveLength(3);
    });

    test.each([
        ['instance', { instance: undefined }],
        ['time', { begin: undefined }]
    ])('files whose packets do not say their %s are streams of their own', (_, more) => {
        expect(dataStreams([[packet('a', 1, more)], [packet('b', 2, more)]])).toHaveLength(2);
    });

    test('the same number in another class is another stream', () => {
        const other = { id: 1n } as StreamClass;

        expect(dataStreams([[packet('a', 1)], [packet('b', 2, { streamClass: other })]])).toHaveLength(2);
    });

    test('an empty file is no stream', () => {
        expect(dataStreams([[], [packet('a', 1)]])).toHaveLength(1);
    });
});

describe('discardedEvents', () => {
    const counts = (...discarded: (bigint | undefined)[]): number[] =>
        discardedEvents({
            streamClass,
            packets: PacketTable.of(discarded.map((count, index) => packet('a', index * 10, { discarded: count })))
        }).map(({ count }) => count);

    test('are what a packet counts more than the one before, which counts from the beginning', () => {
        expect(counts(0n, 5n, 5n, 7n)).toEqual([5, 2]);
    });

    test('before the first packet cannot be told from those of another session (as in babeltrace2)', () => {
        expect(counts(100n, 100n)).toEqual([]);
    });

    test('do not come from a counter that begins anew, or that is not there', () => {
        expect(counts(9n, 2n, 3n)).toEqual([1]);
        expect(counts(1n, undefined, 4n)).toEqual([]);
    });

    test('lie between the ends of the two packets', () => {
        const packets = [packet('a', 0, { discarded: 0n }), packet('a', 10, { discarded: 3n })];

        expect(discardedEvents({ streamClass, packets: PacketTable.of(packets) })).toEqual([
            { count: 3, from: 5n, to: 15n }
        ]);
    });
});

test.each([
    ['/t/ch0_12', 'ch0'],
    ['/t/channel', 'channel'],
    ['/t/a_b_0', 'a_b']
])('the channel of %s is %s', (path, channel) => {
    expect(channelName(path)).toBe(channel);
});
