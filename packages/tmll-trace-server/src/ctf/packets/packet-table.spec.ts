import { StreamClass } from '../metadata/trace-class';
import { Packet } from './packet';
import { PacketTable } from './packet-table';

const streamClass = { id: 0n } as StreamClass;

const packet = (index: number): Packet => ({
    path: `file ${index % 3}`,
    streamClass,
    offset: index * 4096,
    size: 4096,
    contentBits: 100 + index,
    cut: index % 5 === 0,
    instance: index % 2 ? BigInt(index) : undefined,
    begin: index % 3 ? 2n ** 64n - 1n - BigInt(index) : undefined,
    end: index % 4 ? 0n : undefined,
    sequence: undefined,
    discarded: BigInt(index),
    cpu: index - 1
});

describe('PacketTable', () => {
    test('gives back every packet as it was', () => {
        const packets = Array.from({ length: 100 }, (_, index) => packet(index));
        const table = PacketTable.of(packets);

        expect([...table]).toEqual(packets);
        expect([table.length, table.at(-1), table.at(100), table.at(-101)]).toEqual([
            100,
            packets[99],
            undefined,
            undefined
        ]);
        expect(PacketTable.of().at(0)).toBeUndefined();
    });

    test('puts lists one after the other', () => {
        expect([...PacketTable.of([packet(1)], [], [packet(0), packet(2)])]).toEqual([packet(1), packet(0), packet(2)]);
    });
});
