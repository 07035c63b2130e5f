import { answers, xyRequest } from './xy-request';

const ORIGIN = 1_457_113_582_794_565_804n;

describe('xyRequest', () => {
    it('asks for one time a pixel over exactly what is on screen', () => {
        expect(xyRequest(ORIGIN, { start: 1000, end: 5000 }, 800.4, [7, 3])).toEqual({
            start: ORIGIN + 1000n,
            end: ORIGIN + 5000n,
            times: 800,
            items: [3, 7]
        });
    });

    it('takes in the whole of the first and last ns', () => {
        const { start, end } = xyRequest(ORIGIN, { start: 10.7, end: 20.2 }, 5, []);
        expect([start - ORIGIN, end - ORIGIN]).toEqual([10n, 21n]);
    });

    it('never asks for one ns twice, nor for fewer than two or too many times', () => {
        expect(xyRequest(ORIGIN, { start: 0, end: 10 }, 800, []).times).toBe(11);
        expect(xyRequest(ORIGIN, { start: 5, end: 5 }, 800, []).times).toBe(2);
        expect(xyRequest(ORIGIN, { start: 0, end: 1e9 }, 0, []).times).toBe(2);
        expect(xyRequest(ORIGIN, { start: 0, end: 1e9 }, 1e6, []).times).toBe(8192);
    });
});

describe('answers', () => {
    const view = { start: 0, end: 1000 };
    const answered = xyRequest(ORIGIN, view, 100, [1, 2, 3]);

    it('holds for fewer entries at the same times, and for nothing else', () => {
        expect(answers(answered, xyRequest(ORIGIN, view, 100, [3, 1]))).toBe(true);
        expect(answers(answered, xyRequest(ORIGIN, view, 100, [1, 4]))).toBe(false);
        expect(answers(answered, xyRequest(ORIGIN, view, 101, [1]))).toBe(false);
        expect(answers(answered, xyRequest(ORIGIN, { start: 0, end: 999 }, 100, [1]))).toBe(false);
    });
});
