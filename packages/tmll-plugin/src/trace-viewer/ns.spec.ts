import { absoluteRange, fromWireRange, toNs } from './ns';

const ORIGIN = 1795424298201926749n;

describe('times of signals', () => {
    it('are exact whatever the parser made of them', () => {
        expect([ORIGIN, 42, String(ORIGIN), '-7'].map(toNs)).toEqual([ORIGIN, 42n, ORIGIN, -7n]);
    });

    it('are refused when they have lost digits, or are none', () => {
        expect([Number(ORIGIN), 1.5, NaN, '1e9', '', {}, undefined, null].map(toNs)).toEqual(Array(8).fill(undefined));
    });

    it('count from the start of the experiment', () => {
        expect(absoluteRange({ start: 0, end: 30_000_000_000n }, ORIGIN)).toEqual({
            start: ORIGIN,
            end: ORIGIN + 30_000_000_000n
        });
    });

    it('count from an offset that they bring', () => {
        expect(absoluteRange({ start: 1, end: 2, offset: 100n }, ORIGIN)).toEqual({ start: 101n, end: 102n });
    });

    it('are put in order: a user may drag to the left', () => {
        expect(absoluteRange({ start: 9, end: 4 }, 0n)).toEqual({ start: 4n, end: 9n });
    });

    it('are no range without both ends', () => {
        expect(absoluteRange(undefined, 0n)).toBeUndefined();
        expect(absoluteRange({ start: 1, end: Number(ORIGIN) }, 0n)).toBeUndefined();
    });
});

test('a range off the wire is one only with two decimal ends in order', () => {
    expect(fromWireRange({ startNs: '5', endNs: '5' })).toEqual({ start: 5n, end: 5n });
    expect(fromWireRange({ startNs: '6', endNs: '5' })).toBeUndefined();
    expect(fromWireRange({ startNs: 'now', endNs: '5' })).toBeUndefined();
});
