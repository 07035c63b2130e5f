import { LiveBlocks } from './live-blocks';

describe('LiveBlocks', () => {
    it('knows what a map of blocks would (property: any order of calls)', () => {
        const blocks = new LiveBlocks();
        const plain = new Map<number, { size: number; time: number }>();
        let state = 7;
        for (let time = 0; time < 5000; time++) {
            state = (state * 48_271) % 2_147_483_647;
            const address = state % 300;
            if (state % 3 === 0) {
                blocks.delete(address);
                plain.delete(address);
            } else {
                blocks.add({ address, size: state, time, thread: 1 });
                plain.set(address, { size: state, time });
            }
            expect(blocks.sizeOf(address)).toBe(plain.get(address)?.size);
        }
        expect(blocks.all()).toEqual(
            [...plain].map(([address, block]) => ({ address, ...block, thread: 1 })).sort((a, b) => a.time - b.time)
        );
    });

    it('tells addresses apart that no double can', () => {
        const blocks = new LiveBlocks();
        const address = 2n ** 60n;
        blocks.add({ address, size: 1, time: 0, thread: NaN });
        blocks.add({ address: address + 1n, size: 2, time: 1, thread: NaN });
        expect([blocks.sizeOf(address), blocks.sizeOf(address + 1n)]).toEqual([1, 2]);
        blocks.clear();
        expect([blocks.sizeOf(address), blocks.all()]).toEqual([undefined, []]);
        blocks.add({ address, size: 3, time: 2, thread: 4 });
        expect(blocks.all()).toEqual([{ address, size: 3, time: 2, thread: 4 }]);
    });
});
