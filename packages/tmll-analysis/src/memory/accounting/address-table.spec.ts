import { SeededRandom } from '../../statistics/seeded-random';
import { AddressTable } from './address-table';

describe('AddressTable', () => {
    it('holds what a Map holds, after any insertions and deletions', () => {
        const random = new SeededRandom(5);
        const table = new AddressTable();
        const map = new Map<number, number>();
        let wrong = 0;
        for (let step = 0; step < 60_000; step++) {
            // Grows for a while, then shrinks; addresses as malloc, mmap and the kernel give them.
            const bases = [0x6ef0000, 0x7f7b94000000, -0x777e00000000];
            const address = bases[step % 3] + Math.floor(random.uniform() * 3000) * 16;
            if (random.uniform() < (step < 30_000 ? 0.7 : 0.3)) {
                table.set(address, step);
                map.set(address, step);
            } else {
                wrong += Number(table.delete(address) !== (map.get(address) ?? -1));
                map.delete(address);
            }
            wrong += Number(table.get(address) !== (map.get(address) ?? -1));
        }
        expect(wrong).toBe(0);
        const found = new Map<number, number>();
        table.forEach((address, number) => found.set(address, number));
        expect(found).toEqual(map);
        expect(table.size).toBe(map.size);
    });

    it('counts', () => {
        const table = new AddressTable();
        expect([table.add(7, 1), table.add(7, 1), table.get(7)]).toEqual([1, 2, 2]);
        expect([table.add(7, -1), table.add(7, -1), table.size]).toEqual([1, 0, 0]);
    });

    it('is empty at first and after its last deletion', () => {
        const table = new AddressTable();
        expect([table.get(16), table.delete(16), table.size]).toEqual([-1, -1, 0]);
        table.set(16, 3);
        expect([table.delete(16), table.delete(16), table.size]).toEqual([3, -1, 0]);
    });
});
