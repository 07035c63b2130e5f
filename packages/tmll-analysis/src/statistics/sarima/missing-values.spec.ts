import { differencing } from './lag-polynomial';
import { bridgeStart, fromFirstValue, settlingValues } from './missing-values';

const settling = (values: number[], d: number, D: number, s: number): number[] =>
    Array.from(settlingValues(Float64Array.from(values), differencing({ p: 0, d, q: 0, P: 0, D, Q: 0, s })).entries())
        .filter(([, flag]) => flag === 1)
        .map(([index]) => index);

describe('settlingValues', () => {
    const line = Array.from({ length: 12 }, (_, index) => index);
    const without = (...missing: number[]): number[] => line.map(value => (missing.includes(value) ? NaN : value));

    it('are the first ones, as many as differencing uses up, when all are there', () => {
        expect(settling(line, 1, 0, 0)).toEqual([0]);
        expect(settling(line, 1, 1, 4)).toEqual([0, 1, 2, 3, 4]);
        expect(settling(line, 0, 0, 0)).toEqual([]);
    });

    it('wait for the same phase of the next period that has a value', () => {
        expect(settling(without(2), 0, 1, 4)).toEqual([0, 1, 3, 6]);
        expect(settling(without(2, 6), 0, 1, 4)).toEqual([0, 1, 3, 10]);
        expect(settling(without(2, 6, 10), 0, 1, 4)).toEqual([0, 1, 3]);
    });

    it('are two for a line, wherever they lie', () => {
        expect(settling(without(1, 2, 3), 2, 0, 0)).toEqual([0, 4]);
    });

    it('end with the series', () => {
        expect(settling([1, 2], 1, 1, 4)).toEqual([0, 1]);
        expect(settling([], 1, 0, 0)).toEqual([]);
    });
});

describe('bridgeStart', () => {
    it('takes a missing value from the next period, less what the nearest value has changed until then', () => {
        const values = Float64Array.of(1, NaN, NaN, 4, 5, NaN, 7, NaN, 8);
        expect(Array.from(bridgeStart(values, 3, 3))).toEqual([1, 2, 2, 4, 5, NaN, 7, NaN, 8]);
    });

    it('takes it from its neighbour where there is no next period', () => {
        expect(Array.from(bridgeStart(Float64Array.of(1, NaN, NaN, 4), 2, 0))).toEqual([1, 1, NaN, 4]);
        expect(Array.from(bridgeStart(Float64Array.of(1, NaN, 3, 4, NaN, 6), 2, 3))).toEqual([1, 1, 3, 4, NaN, 6]);
    });
});

describe('fromFirstValue', () => {
    it('cuts off what is missing before, and takes infinite values for missing', () => {
        const { values, offset } = fromFirstValue(Float64Array.of(NaN, Infinity, 3, -Infinity, 5));
        expect({ values: Array.from(values), offset }).toEqual({ values: [3, NaN, 5], offset: 2 });
        expect(fromFirstValue(Float64Array.of(NaN, NaN))).toEqual({ values: new Float64Array(0), offset: 2 });
    });
});
