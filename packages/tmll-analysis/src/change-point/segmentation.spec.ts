import { SeededRandom } from '../statistics/seeded-random';
import { segment, SegmentationOptions, SegmentModel } from './segmentation';

const OPTIONS: SegmentationOptions = { cost: 'auto', search: 'pelt', minimumSize: 5, penaltyFactor: 1, count: 0 };
const MODELS: readonly (SegmentModel | 'auto')[] = ['auto', 'mean', 'mean_variance', 'rank', 'trend'];

function noise(seed: number, length: number, rho = 0): Float64Array {
    const random = new SeededRandom(seed);
    let value = 0;
    return Float64Array.from({ length }, () => (value = rho * value + random.gaussian()));
}

function changesOf(values: Float64Array, options: Partial<SegmentationOptions> = {}): readonly number[] {
    return segment([values], { ...OPTIONS, ...options }).changes;
}

describe('segment', () => {
    it.each(MODELS)('finds nothing in white noise (%s)', cost => {
        const found = Array.from({ length: 25 }, (_, seed) => changesOf(noise(seed, 250), { cost }).length > 0);
        expect(found.filter(Boolean).length).toBeLessThanOrEqual(1);
    });

    it.each([0.5, 0.7])('hardly finds anything in noise that remembers %d of the value before', rho => {
        const found = Array.from({ length: 40 }, (_, seed) => changesOf(noise(seed, 300, rho)).length > 0);
        expect(found.filter(Boolean).length).toBeLessThanOrEqual(3);
    });

    it.each(MODELS)('finds a step to the point where it is clear (%s)', cost => {
        const values = noise(1, 400).map((value, index) => value + (index < 173 ? 0 : 8));
        expect(changesOf(values, { cost })).toEqual([173]);
    });

    it('finds small steps beside a large one', () => {
        const values = noise(5, 900).map((value, index) => value + (index < 300 ? 0 : index < 600 ? 100 : 103));
        const changes = changesOf(values, { cost: 'mean' });
        expect(changes).toHaveLength(2);
        expect(changes[0]).toBe(300);
        expect(Math.abs(changes[1] - 600)).toBeLessThan(5);
    });

    it('finds where values begin to scatter', () => {
        const values = noise(2, 600).map((value, index) => value * (index < 400 ? 1 : 5));
        const [change, ...others] = changesOf(values, { cost: 'mean_variance' });
        expect(others).toEqual([]);
        expect(Math.abs(change - 400)).toBeLessThan(10);
    });

    it('finds where a level begins to grow, and takes it for a trend', () => {
        const values = noise(3, 500).map((value, index) => value + Math.max(0, index - 250) / 10);
        const { model, changes } = segment([values], OPTIONS);
        expect(model).toBe('trend');
        expect(changes).toHaveLength(1);
        expect(Math.abs(changes[0] - 250)).toBeLessThan(15);
    });

    it('finds steps without any noise', () => {
        const values = Float64Array.from({ length: 90 }, (_, index) => (index < 30 ? 1 : index < 60 ? 5 : 2));
        expect(changesOf(values, { cost: 'mean' })).toEqual([30, 60]);
    });

    it.each(['auto', 'mean', 'rank', 'trend'] as const)('minds no spikes (%s)', cost => {
        const values = noise(4, 400).map(
            (value, index) => value + (index < 200 ? 0 : 3) + (index % 37 === 0 ? 500 : 0)
        );
        const [change, ...others] = changesOf(values, { cost });
        expect(others).toEqual([]);
        expect(Math.abs(change - 200)).toBeLessThan(4);
    });

    it('finds where rare bursts become frequent', () => {
        const random = new SeededRandom(11);
        const values = Float64Array.from({ length: 1000 }, (_, t) =>
            random.uniform() < (t < 500 ? 0.05 : 0.4) ? 50 : 0
        );
        const [change, ...others] = changesOf(values, { cost: 'mean' });
        expect(others).toEqual([]);
        expect(Math.abs(change - 500)).toBeLessThan(25);
    });

    it('finds in several series what is too small in each', () => {
        const series = Array.from({ length: 12 }, (_, index) =>
            noise(100 + index, 200).map((value, t) => value + (t < 100 ? 0 : (index % 2 === 0 ? 1 : -1) * 1))
        );
        const together = segment(series, { ...OPTIONS, cost: 'mean' }).changes;
        expect(together).toHaveLength(1);
        expect(Math.abs(together[0] - 100)).toBeLessThan(4);
    });

    it('gives as many changes as asked for', () => {
        expect(changesOf(noise(6, 300), { count: 3 })).toHaveLength(3);
        expect(changesOf(new Float64Array(300).fill(7), { count: 3 })).toEqual([]);
    });

    it.each(MODELS)('does not depend on unit and origin of the values, and leaves them as they are (%s)', cost => {
        const values = noise(7, 500).map((value, index) => value + (index < 200 ? 0 : 3));
        const kept = values.slice();
        const changes = changesOf(values, { cost });
        expect(
            changesOf(
                values.map(value => 1e-3 * value + 40),
                { cost }
            )
        ).toEqual(changes);
        expect(
            changesOf(
                values.map(value => 1e9 * value - 1e12),
                { cost }
            )
        ).toEqual(changes);
        expect(values).toEqual(kept);
    });

    it.each([0, 1, 2, 9, 10])('takes %d values', length => {
        expect(changesOf(noise(1, length))).toEqual([]);
    });

    it('takes constant values, also ones that no double holds exactly', () => {
        expect(changesOf(new Float64Array(100).fill(0.1))).toEqual([]);
        expect(changesOf(Float64Array.from({ length: 100 }, (_, index) => 1e9 + 1e-7 * (index % 2)))).toEqual([]);
    });

    it('places changes exactly in long series, too', () => {
        const values = noise(8, 50_000).map((value, index) => value + (index < 27_777 ? 0 : 6));
        expect(changesOf(values)).toEqual([27_777]);
    });
});
