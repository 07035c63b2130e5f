import { autocorrelation, autocovariance } from './autocorrelation';

describe('autocovariance', () => {
    it('equals acovf of statsmodels', () => {
        const expected = [6.25, -0.4583333333333333, 2.4166666666666665, -3.125, -0.5];
        autocovariance(Float64Array.of(1, 4, 2, 8, 5, 7), 4).forEach((value, lag) =>
            expect(value).toBeCloseTo(expected[lag], 13)
        );
    });

    it('is 0 beyond the values', () => {
        const values = autocovariance(Float64Array.of(1, 2, 4), 5);
        [3, 4, 5].forEach(lag => expect(values[lag]).toBeCloseTo(0, 14));
    });
});

describe('autocorrelation', () => {
    it('does not depend on level and unit', () => {
        const values = Float64Array.of(1, 4, 2, 8, 5, 7);
        const moved = autocorrelation(
            values.map(value => 1000 - 3 * value),
            3
        );
        autocorrelation(values, 3).forEach((value, lag) => expect(moved[lag]).toBeCloseTo(value, 12));
        expect(moved[0]).toBe(1);
    });

    it('is NaN for constants', () => {
        expect(autocorrelation(new Float64Array(5).fill(2), 1)[1]).toBeNaN();
    });
});
