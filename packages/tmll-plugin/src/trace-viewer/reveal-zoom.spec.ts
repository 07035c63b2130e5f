import { NsRange } from './ns';
import { revealSteps } from './reveal-zoom';

const FULL = { start: 1_000n, end: 1_001_000n };
const range = (start: bigint, end: bigint): NsRange => ({ start: FULL.start + start, end: FULL.start + end });

/** What the Trace Viewer makes of a view when it zooms around the middle of the selection. */
function zoomed(view: NsRange, selection: NsRange, steps: number): { start: number; end: number } {
    const middle = (Number(selection.start) + Number(selection.end)) / 2;
    const factor = steps > 0 ? 0.8 ** steps : 1.25 ** -steps;
    return {
        start: middle - (middle - Number(view.start)) * factor,
        end: middle + (Number(view.end) - middle) * factor
    };
}

describe('revealSteps', () => {
    it.each([
        ['in the middle', range(500_000n, 510_000n)],
        ['at the left edge', range(0n, 20_000n)],
        ['at the right edge', range(970_000n, 1_000_000n)],
        ['over nearly everything', range(10_000n, 990_000n)],
        ['an instant', range(300_000n, 300_000n)]
    ])('keeps a range %s in sight, no smaller than it must be', (_, selection) => {
        const { reset, zoom } = revealSteps(selection, FULL);
        expect(reset).toBe(false);
        expect(zoom).toBeGreaterThanOrEqual(0);
        const view = zoomed(FULL, selection, zoom);
        expect(view.start).toBeLessThanOrEqual(Number(selection.start));
        expect(view.end).toBeGreaterThanOrEqual(Number(selection.end));
        expect(view.end - view.start).toBeGreaterThanOrEqual(10_000 * (1 - 1e-9));
    });

    it('shows a short range at a third of the view or so, where there is room', () => {
        const selection = range(500_000n, 510_000n);
        const { start, end } = zoomed(FULL, selection, revealSteps(selection, FULL).zoom);
        expect(10_000 / (end - start)).toBeGreaterThan(0.8 / 3);
    });

    it('goes back to the whole trace for a range out of sight', () => {
        const view = range(0n, 1_000n);
        const steps = revealSteps(range(500_000n, 510_000n), FULL, view);
        expect(steps).toEqual({ ...revealSteps(range(500_000n, 510_000n), FULL), reset: true });
    });

    it('zooms out for a range that is wider than the view, and not for one that fits', () => {
        expect(revealSteps(range(400_000n, 600_000n), FULL, range(450_000n, 550_000n)).zoom).toBeLessThan(0);
        expect(revealSteps(range(460_000n, 540_000n), FULL, range(450_000n, 550_000n)).zoom).toBe(0);
    });

    it('does nothing to a trace of a single instant', () => {
        expect(revealSteps(range(0n, 0n), range(0n, 0n))).toEqual({ reset: false, zoom: 0 });
    });
});
