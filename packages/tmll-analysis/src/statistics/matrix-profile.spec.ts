import { matrixProfile } from './matrix-profile';
import { SeededRandom } from './seeded-random';

/** By the definition: all pairs of z-normalized windows. */
function byDefinition(values: Float64Array, size: number): number[] {
    const windows = Array.from({ length: values.length - size + 1 }, (_, first) => {
        const window = [...values.subarray(first, first + size)];
        const mean = window.reduce((sum, value) => sum + value, 0) / size;
        const deviation = Math.sqrt(window.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size);
        return window.map(value => (value - mean) / deviation);
    });
    return windows.map((window, first) =>
        Math.min(
            ...windows
                .filter((_, second) => Math.abs(second - first) > Math.ceil(size / 4))
                .map(other => Math.hypot(...window.map((value, place) => value - other[place])))
        )
    );
}

describe('matrixProfile', () => {
    const random = new SeededRandom(12);
    const noise = Float64Array.from({ length: 200 }, (_, index) => 40 + 3 * Math.sin(index / 5) + random.gaussian());

    it.each([8, 20])('is what its definition says, window %d', size => {
        const profile = matrixProfile(noise, size);
        byDefinition(noise, size).forEach((distance, index) => expect(profile[index]).toBeCloseTo(distance, 9));
    });

    it('is 0 for what repeats, and high for the shape that does not', () => {
        const wave = Float64Array.from({ length: 600 }, (_, index) => Math.sin((2 * Math.PI * index) / 30));
        expect(Math.max(...matrixProfile(wave, 30))).toBeLessThan(1e-5);
        const profile = matrixProfile(wave.fill(0.5, 300, 315), 30);
        const highest = profile.indexOf(Math.max(...profile));
        expect(highest).toBeGreaterThan(270);
        expect(highest).toBeLessThan(316);
    });

    it('takes flat windows for alike', () => {
        const steps = new Float64Array(100).fill(1, 50);
        const profile = matrixProfile(steps, 10);
        expect(profile[0]).toBe(0);
        expect(profile[90]).toBe(0);
        expect([...matrixProfile(new Float64Array(40).fill(3), 10)]).toEqual(new Array(31).fill(0));
    });

    it('is infinite without another window, and empty without any', () => {
        expect([...matrixProfile(noise.subarray(0, 9), 8)]).toEqual([Infinity, Infinity]);
        expect(matrixProfile(noise.subarray(0, 3), 8)).toHaveLength(0);
    });
});
