import { SeededRandom } from '../../statistics/seeded-random';
import { quantumOf } from './quantum';
import { slowLevel } from './slow-level';

function noisy(length: number, at: (index: number) => number): { values: Float64Array; truth: Float64Array } {
    const random = new SeededRandom(4);
    const truth = Float64Array.from({ length }, (_, index) => at(index));
    return { values: truth.map(value => value + random.gaussian()), truth };
}

const error = (level: Float64Array, truth: Float64Array): number =>
    level.reduce((most, value, index) => Math.max(most, Math.abs(value - truth[index])), 0);

describe('slowLevel', () => {
    it.each([
        ['a constant', (): number => 7],
        ['a trend, to both ends', (index: number): number => index / 100],
        ['a lasting step, where it is', (index: number): number => (index < 7_770 ? 0 : 20)]
    ])('follows %s', (_, at) => {
        const { values, truth } = noisy(20_000, at);
        expect(error(slowLevel(values), truth)).toBeLessThan(0.5);
    });

    it('does not follow what lasts for less than an eighth', () => {
        const { values, truth } = noisy(20_000, () => 0);
        const level = slowLevel(values.map((value, index) => (index > 9_000 && index < 11_000 ? value + 50 : value)));
        expect(error(level, truth)).toBeLessThan(1);
    });

    it('is the median where a series goes back and forth', () => {
        const { values } = noisy(20_000, index => (Math.floor(index / 4_000) % 2) * 50);
        const level = slowLevel(values);
        expect(new Set(level).size).toBe(1);
    });

    it('goes on over what is missing, and is nowhere where nothing is', () => {
        const { values, truth } = noisy(20_000, () => 3);
        expect(error(slowLevel(values.fill(NaN, 5_000, 9_000)), truth)).toBeLessThan(0.5);
        expect([...slowLevel(new Float64Array(3).fill(NaN))]).toEqual([NaN, NaN, NaN]);
    });
});

describe('quantumOf', () => {
    it('is what one event more or less makes', () => {
        expect(quantumOf(Float64Array.of(0, 30, 20, 50, NaN, 10))).toBeCloseTo(10, 12);
        expect(quantumOf(Float64Array.of(3, 3, 8, 13))).toBe(5);
    });

    it('is 0 where values lie on no grid', () => {
        const random = new SeededRandom(2);
        expect(quantumOf(Float64Array.from({ length: 500 }, () => random.gaussian()))).toBe(0);
        expect(quantumOf(Float64Array.of(4, 4))).toBe(0);
    });
});
