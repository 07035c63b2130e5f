import { ScrollScale } from './scroll-scale';

describe('ScrollScale', () => {
    it('is as tall as its rows where they fit', () => {
        const scale = new ScrollScale(1000, 20, 200);
        expect(scale.height).toBe(20_000);
        expect(scale.topAt(400)).toBeCloseTo(20, 9);
        expect(scale.scrollTopAt(20)).toBeCloseTo(400, 9);
    });

    it('reaches the first and the last of many millions of rows', () => {
        const scale = new ScrollScale(600_000_000, 20, 200);
        expect(scale.height).toBe(8_000_000);
        expect(scale.topAt(0)).toBe(0);
        expect(scale.topAt(8_000_000 - 200)).toBe(600_000_000 - 10);
        expect(scale.scrollTopAt(600_000_000 - 10)).toBe(8_000_000 - 200);
    });

    it('has nothing to scroll when all rows are in sight', () => {
        const scale = new ScrollScale(3, 20, 200);
        expect([scale.maxTop, scale.topAt(50), scale.scrollTopAt(2), scale.clamp(9)]).toEqual([0, 0, 0, 0]);
    });
});
