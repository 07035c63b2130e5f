import { bridgeGaps } from './bridge-gaps';

const bridged = (...values: readonly number[]): number[] => [...bridgeGaps(Float64Array.from(values))];

describe('bridgeGaps', () => {
    it('joins values by straight lines', () => {
        expect(bridged(1, NaN, 3, NaN, NaN, NaN, -1)).toEqual([1, 2, 3, 2, 1, 0, -1]);
        expect(bridged(1, Infinity, -Infinity, 4)).toEqual([1, 2, 3, 4]);
    });

    it('keeps the first value before it and the last after it', () => {
        expect(bridged(NaN, NaN, 3, 4, NaN)).toEqual([3, 3, 3, 4, 4]);
        expect(bridged(NaN, 5, NaN)).toEqual([5, 5, 5]);
    });

    it('has nothing to join where there is no value', () => {
        expect(bridged()).toEqual([]);
        expect(bridged(NaN, NaN)).toEqual([NaN, NaN]);
    });

    it('leaves whole series as they are, and its input', () => {
        const values = Float64Array.of(3, 1, NaN, 2);
        bridgeGaps(values);
        expect([...values]).toEqual([3, 1, NaN, 2]);
        expect(bridged(3, 1, 2)).toEqual([3, 1, 2]);
    });
});
