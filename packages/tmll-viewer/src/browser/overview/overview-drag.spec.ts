import { draggedView, gripAt } from './overview-drag';

const full = { start: 0, end: 1000 };
const view = { start: 400, end: 600 };

describe('gripAt', () => {
    it('takes hold of the edges, of what is between them, or of nothing', () => {
        expect(gripAt(41, view, full, 100)).toBe('start');
        expect(gripAt(398, view, full, 1000)).toBe('start');
        expect(gripAt(603, view, full, 1000)).toBe('end');
        expect(gripAt(500, view, full, 1000)).toBe('move');
        expect(gripAt(200, view, full, 1000)).toBe('new');
    });

    it('marks a new stretch when the whole trace is in view', () => {
        expect(gripAt(0, full, full, 1000)).toBe('new');
        expect(gripAt(500, full, full, 1000)).toBe('new');
    });

    it('can still move a view that is narrower than its edges', () => {
        const narrow = { start: 500, end: 506 };
        expect(gripAt(503, narrow, full, 1000)).toBe('move');
        expect(gripAt(498, narrow, full, 1000)).toBe('start');
        expect(gripAt(508, narrow, full, 1000)).toBe('end');
    });
});

describe('draggedView', () => {
    it('moves an edge, but never beyond the other', () => {
        expect(draggedView('start', view, full, 400, 300)).toEqual({ start: 300, end: 600 });
        expect(draggedView('start', view, full, 400, 900)).toEqual({ start: 590, end: 600 });
        expect(draggedView('end', view, full, 600, 100)).toEqual({ start: 400, end: 410 });
    });

    it('moves the view as it is, at most to the ends of the trace', () => {
        expect(draggedView('move', view, full, 500, 550)).toEqual({ start: 450, end: 650 });
        expect(draggedView('move', view, full, 500, 5000)).toEqual({ start: 800, end: 1000 });
    });

    it('spans what was dragged over, in either direction', () => {
        expect(draggedView('new', view, full, 300, 100)).toEqual({ start: 100, end: 300 });
    });
});
