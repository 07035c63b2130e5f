import { twoSidedStudentP } from './student-t';

describe('twoSidedStudentP', () => {
    it.each([
        [2.1, 5, 0.08975324988459879],
        [0.3, 0.7, 0.829235186371335],
        [40, 3, 3.4380680789158506e-5],
        [12.5, 60.5, 2.0559994361952675e-18]
    ])('equals twice scipy.stats.t.sf at %d for %d degrees of freedom', (t, freedom, expected) => {
        expect(Math.abs(twoSidedStudentP(t, freedom) / expected - 1)).toBeLessThan(1e-11);
        expect(twoSidedStudentP(-t, freedom)).toBe(twoSidedStudentP(t, freedom));
    });

    it('is 1 where nothing can be told, and 0 beyond all bounds', () => {
        expect([twoSidedStudentP(9, 0), twoSidedStudentP(9, -1), twoSidedStudentP(0, 3)]).toEqual([1, 1, 1]);
        expect(twoSidedStudentP(Infinity, 3)).toBe(0);
    });
});
