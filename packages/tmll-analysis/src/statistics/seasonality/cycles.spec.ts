import { seasonalityOf, withoutTrend } from './cycles';
import { redNoise, wave } from './test-support/waves';

describe('seasonalityOf', () => {
    it('tells variance and strength of a wave in noise, corrected for what noise repeats by chance', () => {
        const { variance, strength, p } = seasonalityOf(wave('sine', 20, 20_000, 4, 3), 20) ?? { variance: NaN };
        expect(Math.abs(variance / 2 - 1)).toBeLessThan(0.05);
        expect(Math.abs((strength ?? NaN) / (2 / 3) - 1)).toBeLessThan(0.05);
        expect(p).toBeLessThan(1e-20);
    });

    it('has probabilities that random shifts of the cycles have too', () => {
        for (const [phi, period] of [
            [0, 5],
            [0.95, 20],
            [1, 40]
        ]) {
            let below = 0;
            for (let seed = 0; seed < 400; seed++) {
                below += (seasonalityOf(redNoise(phi, 13 * period, seed), period)?.p ?? NaN) < 0.05 ? 1 : 0;
            }
            expect(below).toBeGreaterThan(6);
            expect(below).toBeLessThan(44);
        }
    });

    it('counts the cycles that resemble the others', () => {
        const values = Float64Array.from({ length: 100 }, (_, t) => Math.sin((2 * Math.PI * t) / 10));
        values.subarray(45, 65).forEach((value, index, outage) => (outage[index] = -value));
        const { cycles, agreeing } = seasonalityOf(values, 10) ?? { cycles: NaN };
        expect({ cycles, agreeing }).toEqual({ cycles: 9, agreeing: 7 });
    });

    it('has no answer for fewer than four cycles, or without variance', () => {
        expect(seasonalityOf(wave('sine', 20, 79, 9, 1), 20)).toBeUndefined();
        expect(seasonalityOf(new Float64Array(100).fill(3), 20)).toBeUndefined();
    });
});

describe('withoutTrend', () => {
    it('takes a line away and leaves a wave of the period, odd or even, as it is', () => {
        for (const period of [7, 8]) {
            const seasonal = (t: number): number => Math.sin((2 * Math.PI * t) / period);
            const values = Float64Array.from({ length: 50 }, (_, t) => 3 + 0.5 * t + seasonal(t));
            const rest = withoutTrend(values, period);
            expect(rest).toHaveLength(50 - 2 * Math.floor(period / 2));
            rest.forEach((value, index) => expect(value).toBeCloseTo(seasonal(index + Math.floor(period / 2)), 12));
        }
    });
});
