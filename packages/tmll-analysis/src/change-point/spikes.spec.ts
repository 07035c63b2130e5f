import { SeededRandom } from '../statistics/seeded-random';
import { withoutSpikes } from './spikes';

const random = new SeededRandom(1);
const NOISE = Float64Array.from({ length: 500 }, () => random.gaussian());

describe('withoutSpikes', () => {
    it('cuts off what is short, to both sides, and nothing else', () => {
        const values = NOISE.slice();
        values[100] += 300;
        values.fill(-80, 200, 203);
        const cut = withoutSpikes(values, 5);
        expect(Math.max(...cut)).toBeLessThan(10);
        expect(Math.min(...cut)).toBeGreaterThan(-10);
        cut.forEach((value, index) =>
            expect(value === values[index] || index === 100 || (index >= 200 && index < 203)).toBe(true)
        );
    });

    it('keeps what lasts, steps and slopes to the point', () => {
        const step = NOISE.map((value, index) => value + (index < 250 ? 0 : 100));
        expect(withoutSpikes(step, 5)).toEqual(step);
        const slope = NOISE.map((value, index) => value + index);
        expect(withoutSpikes(slope, 5)).toEqual(slope);
    });

    it('keeps a rest of rare bursts, for their rate may be what changes', () => {
        const bursts = Float64Array.from({ length: 400 }, (_, index) => (index % 20 === 0 ? 7 : 0));
        const cut = withoutSpikes(bursts, 5);
        expect(cut[20]).toBeGreaterThan(0.5);
        expect(cut[21]).toBe(0);
    });

    it('takes few and constant values', () => {
        expect(withoutSpikes(new Float64Array(0), 5)).toHaveLength(0);
        expect([...withoutSpikes(Float64Array.of(1, 9), 5)]).toEqual([1, 9]);
        expect([...withoutSpikes(Float64Array.of(4, 4, 4), 5)]).toEqual([4, 4, 4]);
    });
});
