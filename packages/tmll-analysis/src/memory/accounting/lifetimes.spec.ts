import { quantile } from '../../statistics/quantile';
import { SeededRandom } from '../../statistics/seeded-random';
import { CoarseLifetimes, Lifetimes } from './lifetimes';

describe('Lifetimes', () => {
    it('is exact for some, and to 0.1 % for many', () => {
        const random = new SeededRandom(3);
        const values = Float64Array.from({ length: 200_000 }, () => Math.floor(10 ** (1 + 8 * random.uniform())));
        for (const count of [1, 2, 999, 200_000]) {
            const lifetimes = new Lifetimes();
            const taken = values.slice(0, count);
            taken.forEach(value => lifetimes.add(value));
            const { medianNs, maxNs, meanNs, countValues, edgeValues } = lifetimes.summary();
            const median = quantile(taken, 0.5);
            expect(Math.abs(medianNs - median) / median).toBeLessThan(count < 65_536 ? 1e-12 : 1e-3);
            expect(maxNs).toBe(taken.reduce((a, b) => Math.max(a, b)));
            expect(meanNs).toBeCloseTo(taken.reduce((a, b) => a + b) / count, 3);
            expect(countValues.reduce((a, b) => a + b)).toBe(count);
            expect(edgeValues).toHaveLength(51);
        }
    });

    it('takes 0 ns and days', () => {
        const lifetimes = new Lifetimes();
        [0, 0, 1e14].forEach(ns => lifetimes.add(ns));
        expect(lifetimes.summary()).toMatchObject({ count: 3, medianNs: 0, maxNs: 1e14 });
        expect(new Lifetimes().summary()).toMatchObject({ count: 0, meanNs: 0, medianNs: 0, maxNs: 0 });
    });
});

describe('CoarseLifetimes', () => {
    it('gives bounds that a share does not exceed, to half an octave', () => {
        const lifetimes = new CoarseLifetimes();
        for (let ns = 1; ns <= 1000; ns++) {
            lifetimes.add(ns);
        }
        const bound = lifetimes.quantile(0.99);
        expect(bound).toBeGreaterThanOrEqual(990);
        expect(bound).toBeLessThan(990 * 1.5);
    });
});
