import type { CorrelatedPair, CorrelationData } from 'tmll-analysis/algorithms';
import { cellOf, moveCell, pairIndexAt } from './matrix-cursor';
import { relatedPart } from './related-part';

const pair = (first: number, second: number, coefficient: number, rest: Partial<CorrelatedPair> = {}): CorrelatedPair =>
    ({ first, second, coefficient, isSignificant: coefficient !== 0, isNested: false, ...rest }) as CorrelatedPair;

/** Four series; the second has nothing to do with the others. */
const DATA = {
    startNs: 0n,
    stepNs: 1n,
    series: ['a', 'b', 'c', 'd'].map(name => ({ name })),
    pairs: [
        pair(0, 1, 0),
        pair(0, 2, 0.4),
        pair(1, 2, 0),
        pair(0, 3, 0.99, { isNested: true }),
        pair(1, 3, 0),
        pair(2, 3, -0.8)
    ],
    order: [1, 3, 0, 2]
} as unknown as CorrelationData;

describe('cells of the matrix', () => {
    it('know their pair, and pairs their cell, whatever the order of the clusters', () => {
        DATA.pairs.forEach((each, index) => expect(pairIndexAt(DATA, cellOf(DATA, each))).toBe(index));
    });

    it('are reached by the arrows, none of which leads out of the triangle', () => {
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
            DATA.pairs.forEach(each => {
                const moved = moveCell(cellOf(DATA, each), key, 4);
                expect(moved && moved.column >= 0 && moved.column < moved.row && moved.row < 4).toBe(true);
            });
        }
        expect(moveCell({ column: 0, row: 1 }, 'ArrowDown', 4)).toEqual({ column: 0, row: 2 });
        expect(moveCell({ column: 0, row: 1 }, 'a', 4)).toBeUndefined();
    });
});

describe('relatedPart', () => {
    it('leaves out series that nothing has to do with, and keeps pairs and order true', () => {
        const part = relatedPart(DATA);
        expect(part.series.map(({ name }) => name)).toEqual(['a', 'c', 'd']);
        expect(part.order.map(index => part.series[index].name)).toEqual(['d', 'a', 'c']);
        part.pairs.forEach((each, index) => expect(pairIndexAt(part, cellOf(part, each))).toBe(index));
        expect(part.pairs.map(({ coefficient }) => coefficient)).toEqual([0.4, 0.99, -0.8]);
    });
});
