import { adjustPValues } from './false-discovery';

describe('adjustPValues', () => {
    it('equals false_discovery_control of scipy', () => {
        const adjusted = adjustPValues(Float64Array.of(0.01, 0.04, 0.03, 0.5, 0.001));
        [0.025, 0.05, 0.05, 0.5, 0.005].forEach((expected, index) => expect(adjusted[index]).toBeCloseTo(expected, 14));
    });

    it('does not count tests that could not be made', () => {
        expect([...adjustPValues(Float64Array.of(0.02, NaN, 0.03))]).toEqual([0.03, NaN, 0.03]);
        expect(adjustPValues(new Float64Array(0))).toHaveLength(0);
    });

    it('never falls below the p-value, never exceeds 1, and keeps their order', () => {
        const pValues = Float64Array.from({ length: 50 }, (_, index) => ((index * 37) % 50) / 50);
        const adjusted = adjustPValues(pValues);
        const order = [...pValues.keys()].sort((a, b) => pValues[a] - pValues[b]);
        order.forEach((index, place) => {
            expect(adjusted[index]).toBeGreaterThanOrEqual(pValues[index]);
            expect(adjusted[index]).toBeLessThanOrEqual(1);
            expect(adjusted[index]).toBeGreaterThanOrEqual(adjusted[order[Math.max(0, place - 1)]]);
        });
    });
});
