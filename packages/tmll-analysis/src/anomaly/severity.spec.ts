import { confidenceOf, severityOf } from './severity';

describe('severityOf', () => {
    it('starts at 25 and has 50 at three times the threshold', () => {
        expect(severityOf(1, 1)).toBe(25);
        expect(severityOf(3, 1)).toBe(50);
    });

    it('takes a fourfold duration for a twofold excess', () => {
        expect(severityOf(1.5, 4)).toBe(severityOf(3, 1));
    });

    it('rises with excess and duration and stays below 100', () => {
        const ratios = [1, 1.1, 2, 10, 1e6];
        const lengths = [1, 2, 3, 100, 1e7];
        for (let step = 1; step < ratios.length; step++) {
            expect(severityOf(ratios[step], 3)).toBeGreaterThan(severityOf(ratios[step - 1], 3));
            expect(severityOf(1.2, lengths[step])).toBeGreaterThan(severityOf(1.2, lengths[step - 1]));
        }
        expect(severityOf(1e300, 1e7)).toBeLessThanOrEqual(100);
    });
});

describe('confidenceOf', () => {
    it('is a guess for one point at the threshold', () => {
        expect(confidenceOf(1, 1, 1e12)).toBeCloseTo(0.5, 5);
    });

    it('follows its formula: a miss of 1/(2 r² m), and of the relative error of a deviation from s values', () => {
        expect(confidenceOf(2, 3, 51)).toBeCloseTo((1 - 1 / 24) * 0.9, 14);
    });

    it('rises with excess, with the number of points and with what the expectation rests on', () => {
        expect(confidenceOf(2, 1, 30)).toBeGreaterThan(confidenceOf(1, 1, 30));
        expect(confidenceOf(1, 5, 30)).toBeGreaterThan(confidenceOf(1, 1, 30));
        expect(confidenceOf(1, 1, 300)).toBeGreaterThan(confidenceOf(1, 1, 30));
        expect(confidenceOf(1e9, 1e6, 1e6)).toBeLessThan(1);
    });

    it('is between 0 and 1 for an expectation from two values', () => {
        const least = confidenceOf(1, 1, 2);
        expect(least).toBeGreaterThan(0);
        expect(least).toBeLessThan(0.2);
    });
});
