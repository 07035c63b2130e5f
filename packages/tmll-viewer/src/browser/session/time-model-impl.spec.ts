import { MIN_VIEW_NS } from './time-model';
import { TimeModelImpl } from './time-model-impl';

const SECOND = 1e9;

describe('TimeModelImpl', () => {
    it('starts with the whole trace in view and nothing selected', () => {
        const time = new TimeModelImpl(10 * SECOND);
        expect(time.view).toEqual({ start: 0, end: 10 * SECOND });
        expect(time.selection).toBeUndefined();
        expect(time.cursor).toBeUndefined();
    });

    it('keeps the time under the mouse in its place when zooming', () => {
        const time = new TimeModelImpl(10 * SECOND);
        time.zoom(2, 2 * SECOND);
        expect(time.view).toEqual({ start: SECOND, end: 6 * SECOND });
        time.zoom(0.5, 2 * SECOND);
        expect(time.view).toEqual({ start: 0, end: 10 * SECOND });
    });

    it('zooms around the middle when no time is named', () => {
        const time = new TimeModelImpl(8 * SECOND);
        time.zoom(2);
        expect(time.view).toEqual({ start: 2 * SECOND, end: 6 * SECOND });
    });

    it('never leaves the trace, and keeps the width of the view while panning against its end', () => {
        const time = new TimeModelImpl(10 * SECOND);
        time.setView({ start: 6 * SECOND, end: 8 * SECOND });
        time.pan(5);
        expect(time.view).toEqual({ start: 8 * SECOND, end: 10 * SECOND });
        time.pan(-50);
        expect(time.view).toEqual({ start: 0, end: 2 * SECOND });
        time.zoom(1e-6);
        expect(time.view).toEqual(time.full);
    });

    it('never gets narrower than the smallest view', () => {
        const time = new TimeModelImpl(SECOND);
        time.zoom(1e30, 500);
        expect(time.view.end - time.view.start).toBeCloseTo(MIN_VIEW_NS, 6);
        time.setView({ start: 700, end: 700 });
        expect(time.view).toEqual({ start: 695, end: 705 });
    });

    it('shows a trace of a single instant', () => {
        const time = new TimeModelImpl(0);
        expect(time.view).toEqual({ start: 0, end: MIN_VIEW_NS });
        time.zoom(3);
        expect(time.view).toEqual({ start: 0, end: MIN_VIEW_NS });
    });

    it('ignores views that are not numbers', () => {
        const time = new TimeModelImpl(SECOND);
        time.setView({ start: Number.NaN, end: 5 });
        time.zoom(0);
        expect(time.view).toEqual({ start: 0, end: SECOND });
    });

    it('puts the ends of a selection in order, within the trace, on whole ns', () => {
        const time = new TimeModelImpl(SECOND);
        time.setSelection({ start: 900.4, end: 100.6 });
        expect(time.selection).toEqual({ start: 101, end: 900 });
        time.setSelection({ start: -5, end: 2 * SECOND });
        expect(time.selection).toEqual({ start: 0, end: SECOND });
        time.setSelection(undefined);
        expect(time.selection).toBeUndefined();
    });

    it('fires once for a change and not at all for none', () => {
        const time = new TimeModelImpl(SECOND);
        const fired: string[] = [];
        time.onDidChangeView(() => fired.push('view'));
        time.onDidChangeSelection(() => fired.push('selection'));
        time.onDidChangeCursor(() => fired.push('cursor'));
        time.reset();
        time.setSelection(undefined);
        time.setCursor(undefined);
        expect(fired).toEqual([]);
        time.zoom(2);
        time.setSelection({ start: 1, end: 2 });
        time.setSelection({ start: 2, end: 1 });
        time.setCursor(4);
        expect(fired).toEqual(['view', 'selection', 'cursor']);
    });

    it('is exact to the ns at the end of a trace of 100 days', () => {
        const end = 100 * 24 * 3600 * SECOND;
        const time = new TimeModelImpl(end);
        time.setSelection({ start: end - 1, end });
        expect(time.selection).toEqual({ start: end - 1, end });
    });
});
