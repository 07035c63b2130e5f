import { mean, standardDeviation } from './moments';
import { SeededRandom } from './seeded-random';

describe('SeededRandom', () => {
    it('gives the same numbers for the same seed and others for another', () => {
        const draw = (seed: number): number[] => {
            const random = new SeededRandom(seed);
            return [random.uniform(), random.gaussian(), random.gaussian(), random.uniform()];
        };
        expect(draw(42)).toEqual(draw(42));
        expect(draw(42)).not.toEqual(draw(43));
    });

    it('equals the published mulberry32', () => {
        const random = new SeededRandom(0);
        expect([random.uniform(), random.uniform()]).toEqual([1144304738 / 2 ** 32, 1416247 / 2 ** 32]);
    });

    it('is uniform and Gaussian', () => {
        const random = new SeededRandom(7);
        const uniform = Float64Array.from({ length: 100_000 }, () => random.uniform());
        expect(mean(uniform)).toBeCloseTo(0.5, 2);
        expect(uniform.every(value => value >= 0 && value < 1)).toBe(true);
        const gaussian = Float64Array.from({ length: 100_000 }, () => random.gaussian());
        expect(Math.abs(mean(gaussian))).toBeLessThan(0.01);
        expect(standardDeviation(gaussian, 'sample')).toBeCloseTo(1, 2);
        const beyondTwo = gaussian.filter(value => Math.abs(value) > 2).length;
        expect(beyondTwo / 100_000).toBeCloseTo(0.0455, 2);
    });
});
