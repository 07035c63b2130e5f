import { isOverlayId, overlayIds } from './overlay-ids';

describe('overlayIds', () => {
    it('are far from those of trace servers, below 2^31, and the same in each run', () => {
        const names = Array.from({ length: 2000 }, (_, index) => ['anomalies', 'pulse', String(index)]);
        const ids = overlayIds(names);
        expect(new Set(ids).size).toBe(2000);
        expect(ids.every(id => isOverlayId(id) && id >= 2 ** 30 && id < 2 ** 31)).toBe(true);
        expect(overlayIds(names)).toEqual(ids);
        expect(overlayIds([names[7]])).toEqual([ids[7]]);
    });

    it('are apart even for equal names', () => {
        expect(new Set(overlayIds([['a'], ['a'], ['a']])).size).toBe(3);
    });

    it.each([0, 16675, 2 ** 30 - 1, 2 ** 31, NaN, 2 ** 30 + 0.5])('%d is none', id => {
        expect(isOverlayId(id)).toBe(false);
    });
});
