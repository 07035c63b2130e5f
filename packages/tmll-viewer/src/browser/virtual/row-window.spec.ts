import { rowWindow, topToReveal } from './row-window';

describe('rowWindow', () => {
    it('has the rows in sight and a few beyond both edges', () => {
        expect(rowWindow(100.5, 10, 1000)).toEqual({ first: 94, end: 117 });
    });

    it('stays within the rows there are', () => {
        expect(rowWindow(0, 10, 5)).toEqual({ first: 0, end: 5 });
        expect(rowWindow(99, 10, 100)).toEqual({ first: 93, end: 100 });
        expect(rowWindow(50, 10, 0)).toEqual({ first: 0, end: 0 });
    });
});

describe('topToReveal', () => {
    it('moves only as far as it must', () => {
        expect(topToReveal(5, 10, 20)).toBe(5);
        expect(topToReveal(15, 10, 20)).toBe(10);
        expect(topToReveal(30, 10, 20.5)).toBe(11);
    });

    it('shows the row at the top where not even one fits', () => {
        expect(topToReveal(7, 3, 0.4)).toBe(7);
    });
});
