import { betaTail, logGamma } from './beta-distribution';

describe('betaTail', () => {
    it.each([
        [0.9, 0.9, 4.2, 5.105170004789299e-5],
        [0.1, 5, 14, 0.9718061434867433],
        [0.5, 60, 300, 2.7578322006244726e-40],
        [0.999, 0.2, 0.5, 0.010091869265278764],
        [0.001, 1, 2, 0.998001]
    ])('equals scipy.stats.beta.sf at %d for shapes %d and %d', (x, a, b, expected) => {
        expect(Math.abs(betaTail(x, a, b) / expected - 1)).toBeLessThan(1e-11);
    });

    it('is (1 − x)ᵇ for a = 1, in the far tail too', () => {
        expect(Math.abs(betaTail(0.999, 1, 60) / 1e-180 - 1)).toBeLessThan(1e-11);
    });

    it('is 1 and 0 at the ends', () => {
        expect([betaTail(0, 2, 3), betaTail(1, 2, 3)]).toEqual([1, 0]);
    });
});

describe('logGamma', () => {
    it.each([
        [0.1, 2.252712651734206],
        [0.5, 0.5723649429247],
        [7.3, 7.147892523022249],
        [150, 600.0094705553274]
    ])('equals scipy.special.gammaln at %d', (x, expected) => {
        expect(logGamma(x)).toBeCloseTo(expected, 11);
    });
});
