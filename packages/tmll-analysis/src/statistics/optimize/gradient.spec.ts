import { centralGradient } from './gradient';

describe('centralGradient', () => {
    it('equals the derivatives, at small and at large arguments', () => {
        for (const x of [0, 1e-9, 0.7, -3, 100]) {
            const [first, second] = centralGradient(([a, b]) => Math.sin(a) + b * b, Float64Array.of(x, x));
            expect(first).toBeCloseTo(Math.cos(x), 6);
            expect(Math.abs(second - 2 * x)).toBeLessThan(1e-8 * Math.max(1, Math.abs(x)) ** 2);
        }
    });

    it('is NaN where the objective is not defined on both sides', () => {
        expect(centralGradient(([x]) => Math.sqrt(x), Float64Array.of(0))[0]).toBeNaN();
    });
});
