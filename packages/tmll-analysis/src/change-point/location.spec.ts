import { SeededRandom } from '../statistics/seeded-random';
import { locate } from './location';
import { segment } from './segmentation';

const OPTIONS = { cost: 'mean', search: 'pelt', minimumSize: 5, penaltyFactor: 1, count: 0 } as const;
const LOCATION = { confidence: 0.95, minimumSize: 5, parameters: 2 };

describe('locate', () => {
    it.each([
        [1.5, 0],
        [3, 0],
        [4, 0.6]
    ])('holds the truth as often as asked for, after a step of %d deviations with memory %d', (step, rho) => {
        let held = 0;
        let found = 0;
        for (let seed = 1; seed <= 120; seed++) {
            const random = new SeededRandom(seed);
            let noise = 0;
            const values = Float64Array.from({ length: 200 }, (_, index) => {
                noise = rho * noise + random.gaussian();
                return noise + (index < 90 ? 0 : step);
            });
            const { changes, cost } = segment([values], OPTIONS);
            if (changes.length === 1) {
                found++;
                const { first, last } = locate(cost, { from: 0, change: changes[0], to: 200 }, LOCATION);
                held += first <= 90 && 90 <= last ? 1 : 0;
            }
        }
        expect(found).toBeGreaterThan(100);
        expect(held / found).toBeGreaterThan(0.92);
    });

    it('is surer of a large step than of a small one', () => {
        const random = new SeededRandom(9);
        const noise = Float64Array.from({ length: 200 }, () => random.gaussian());
        const at = (step: number): ReturnType<typeof locate> => {
            const values = noise.map((value, index) => value + (index < 100 ? 0 : step));
            const { cost } = segment([values], { ...OPTIONS, count: 1 });
            return locate(cost, { from: 0, change: 100, to: 200 }, LOCATION);
        };
        expect(at(0).probability).toBeLessThan(0.5);
        expect(at(5).probability).toBeGreaterThan(0.999);
        expect(at(5).last - at(5).first).toBeLessThan(at(1).last - at(1).first);
    });
});
