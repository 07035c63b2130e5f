import { binCount, segmentRange, windowGrid } from './window-grid';

const START = 1_795_424_298_201_926_749n;
const at = (ms: number): bigint => START + BigInt(ms) * 1_000_000n;
const TRACE = { startNs: at(0), endNs: at(10_000) };

describe('windowGrid', () => {
    it('takes 20 bins of the window, and the four windows before as baseline', () => {
        const grid = windowGrid(TRACE, { startNs: at(5000), endNs: at(5600) });
        expect(grid.stepNs).toBe(30_000_000n);
        expect(segmentRange(grid, grid.window)).toEqual({ startNs: at(5000), endNs: at(5600) });
        expect(segmentRange(grid, grid.baseline)).toEqual({ startNs: at(2600), endNs: at(5000) });
        expect(segmentRange(grid, grid.lead)).toEqual({ startNs: at(4400), endNs: at(5000) });
        expect(binCount(grid)).toBe(80 + 20 + 20);
    });

    it('takes what there is before, and what comes after where there is hardly anything', () => {
        const early = windowGrid(TRACE, { startNs: at(900), endNs: at(1500) });
        expect(segmentRange(early, early.baseline)).toEqual({ startNs: at(0), endNs: at(900) });
        const first = windowGrid(TRACE, { startNs: at(0), endNs: at(1000) });
        expect(segmentRange(first, first.baseline)).toEqual({ startNs: at(1000), endNs: at(5000) });
        expect(first.lead.to - first.lead.from).toBe(0);
    });

    it('takes the baseline that is named, the last 2,000 bins of a long one', () => {
        const named = windowGrid(TRACE, { startNs: at(8000), endNs: at(8100) }, { startNs: at(1000), endNs: at(2000) });
        expect(segmentRange(named, named.baseline)).toEqual({ startNs: at(1000), endNs: at(2000) });
        const long = windowGrid(TRACE, { startNs: at(9000), endNs: at(9020) }, { startNs: at(0), endNs: at(9000) });
        expect(long.baseline).toMatchObject({ startNs: at(7000), to: 2000 });
    });

    it('refuses a window without anything to compare it with, and one that is too short', () => {
        expect(() => windowGrid(TRACE, TRACE)).toThrow('There is nothing to compare the range with');
        expect(() => windowGrid(TRACE, { startNs: at(1), endNs: at(1) + 5n })).toThrow('too short to compare');
    });
});
