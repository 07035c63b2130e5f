import { theilSen } from './theil-sen';

const X = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 9, 12);
const Y = Float64Array.of(1, 2.5, 2, 4, 4, 7, 6.5, 8, 30, 12);

describe('theilSen', () => {
    it('equals scipy.stats.theilslopes, with and without ties', () => {
        expect(theilSen(X, Y)).toEqual({ slope: 1, intercept: 0.75, low: 0.8, high: 1.5 });
        expect(theilSen(X, Y, 0.9)).toEqual({ slope: 1, intercept: 0.75, low: 0.8333333333333334, high: 1.5 });
        expect(theilSen(Float64Array.of(1, 1, 2, 3, 3, 4), Float64Array.of(2, 2, 1, 5, 5, 9))).toEqual({
            slope: 7 / 3,
            intercept: expect.closeTo(-7 / 3, 12),
            low: -1,
            high: 4
        });
        expect(theilSen(Float64Array.of(0, 2), Float64Array.of(1, 3))).toEqual({
            slope: 1,
            intercept: 1,
            low: 1,
            high: 1
        });
    });

    it('is not moved by a quarter of outliers', () => {
        const x = Float64Array.from({ length: 40 }, (_, index) => index);
        const y = x.map((value, index) => (index % 4 === 3 ? 1e6 * (index % 8) : 5 + 2 * value));
        expect(theilSen(x, y)?.slope).toBeCloseTo(2, 9);
    });

    it('scales with its axes and leaves its input', () => {
        const before = [X.slice(), Y.slice()];
        const line = theilSen(
            X.map(x => 1000 * x),
            Y.map(y => 3 * y + 7)
        );
        expect(line?.slope).toBeCloseTo(3 / 1000, 12);
        expect(line?.intercept).toBeCloseTo(0.75 * 3 + 7, 9);
        expect([X, Y]).toEqual(before);
    });

    it('has no line without two different x', () => {
        expect(theilSen(new Float64Array(), new Float64Array())).toBeUndefined();
        expect(theilSen(Float64Array.of(1, 1), Float64Array.of(2, 3))).toBeUndefined();
        expect(theilSen(X, new Float64Array(X.length))).toMatchObject({ slope: 0, low: 0, high: 0 });
    });
});
