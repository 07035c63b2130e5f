import { SeededRandom } from '../../statistics/seeded-random';
import { AddressTable } from './address-table';
import { LiveBlocks } from './live-blocks';

describe('LiveBlocks', () => {
    it('takes the memory of the most blocks that were live at once, however many came and went', () => {
        const random = new SeededRandom(1);
        const blocks = new LiveBlocks();
        const slots: number[] = [];
        for (let step = 0; step < 300_000; step++) {
            if (slots.length < 1500 && (slots.length < 10 || random.uniform() < 0.5)) {
                slots.push(blocks.add(step, step, 1, 2));
            } else {
                const at = Math.floor(random.uniform() * slots.length);
                blocks.remove(slots[at]);
                slots[at] = slots[slots.length - 1];
                slots.pop();
            }
        }
        expect(blocks.size).toBe(slots.length);
        expect(blocks.sizes.length).toBeLessThanOrEqual(2048);
        expect(new Set(slots.map(slot => blocks.sizes[slot])).size).toBe(slots.length);
    });
});

describe('AddressTable', () => {
    it('shrinks again', () => {
        const table = new AddressTable();
        for (let address = 16; address <= 160_000; address += 16) {
            table.set(address, 1);
        }
        for (let address = 16; address <= 160_000; address += 16) {
            table.delete(address);
        }
        expect(table.size).toBe(0);
        expect(table.capacity).toBeLessThanOrEqual(64);
    });
});
