import { interpolated } from './interpolated';

describe('interpolated', () => {
    it('draws lines across what is missing and cuts off what is missing at both ends', () => {
        const { values, offset, there } = interpolated(Float64Array.of(NaN, 1, NaN, Infinity, 4, 2, NaN)) ?? {
            offset: NaN
        };
        expect({ values: Array.from(values ?? []), offset, there }).toEqual({
            values: [1, 2, 3, 4, 2],
            offset: 1,
            there: 3
        });
    });

    it('has no answer where nothing is there', () => {
        expect(interpolated(Float64Array.of(NaN, NaN))).toBeUndefined();
        expect(interpolated(new Float64Array(0))).toBeUndefined();
    });
});
