import { normalCdf, normalQuantile } from './normal-distribution';

describe('normalCdf', () => {
    it.each([
        [-30, 4.906713927147908e-198],
        [-9.5, 1.0494515075362604e-21],
        [-3, 0.0013498980316300933],
        [-0.66, 0.25462691467133614],
        [-0.1, 0.460172162722971],
        [0, 0.5],
        [0.7, 0.758036347776927],
        [2, 0.9772498680518208],
        [9, 1]
    ])('equals scipy.stats.norm.cdf at %d', (x, expected) => {
        expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(1e-12);
    });

    it('is 0 and 1 at the ends, and NaN for NaN', () => {
        expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 1, NaN]);
    });
});

describe('normalQuantile', () => {
    it.each([
        [1e-300, -37.0471],
        [1e-12, -7.034483825301131],
        [0.01, -2.3263478740408408],
        [0.3, -0.5244005127080409],
        [0.5, 0],
        [0.975, 1.959963984540054],
        [0.9999999, 5.199337582290661]
    ])('equals scipy.stats.norm.ppf at %d', (p, expected) => {
        expect(normalQuantile(p)).toBeCloseTo(expected, p < 1e-100 ? 4 : 12);
    });

    it('undoes normalCdf', () => {
        for (const p of [1e-20, 0.07, 0.076, 0.4, 0.924]) {
            expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-13);
        }
    });

    it('is infinite at the ends and refuses what is no probability', () => {
        expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
        expect(() => normalQuantile(1.1)).toThrow(RangeError);
        expect(() => normalQuantile(NaN)).toThrow(RangeError);
    });
});
