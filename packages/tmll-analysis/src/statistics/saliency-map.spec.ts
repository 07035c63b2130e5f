import { saliencyMap } from './saliency-map';
import { SeededRandom } from './seeded-random';

const saliency = (length: number, value: (index: number) => number, window = 64): Float64Array =>
    saliencyMap(
        Float64Array.from({ length }, (_, index) => value(index)),
        window
    );

/** The definition on one stretch, term by term. */
function oneByOne(values: readonly number[]): number[] {
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const transform = (of: readonly [number, number][], sign: number): [number, number][] =>
        of.map((_, k) =>
            of.reduce<[number, number]>(
                ([re, im], [x, y], t) => {
                    const [c, s] = [Math.cos((2 * Math.PI * k * t) / n), Math.sin((sign * 2 * Math.PI * k * t) / n)];
                    return [re + x * c - y * s, im + x * s + y * c];
                },
                [0, 0]
            )
        );
    const spectrum = transform(
        values.map(value => [value - mean, 0]),
        -1
    );
    const logarithms = spectrum.map(([re, im]) => Math.log(Math.hypot(re, im)));
    logarithms[0] = logarithms[1];
    const residual = spectrum.map<[number, number]>(([re, im], k) => {
        const around = [k + n - 1, k, k + 1].reduce((sum, near) => sum + logarithms[near % n], 0) / 3;
        return k === 0 ? [0, 0] : [re * Math.exp(-around), im * Math.exp(-around)];
    });
    return transform(residual, 1).map(([re, im]) => Math.hypot(re, im) / n);
}

describe('saliencyMap', () => {
    const random = new SeededRandom(12);
    const noise = Array.from({ length: 400 }, () => random.gaussian());

    it('equals the definition on each stretch, of which it keeps the middle half', () => {
        const map = saliency(400, index => noise[index]);
        for (const start of [64, 96, 320]) {
            const expected = oneByOne(noise.slice(start - 16, start + 48));
            for (let place = 0; place < 32; place++) {
                expect(map[start + place]).toBeCloseTo(expected[16 + place], 10);
            }
        }
    });

    it('is highest where a wave has a spike, wherever that is', () => {
        for (const at of [3, 20, 150, 255, 396]) {
            const map = saliency(400, index => 50 * Math.sin(index / 5) + 0.1 * noise[index] + (index === at ? 20 : 0));
            expect(map.indexOf(Math.max(...map))).toBe(at);
        }
    });

    it('does not depend on level and unit', () => {
        const map = saliency(300, index => noise[index]);
        const other = saliency(300, index => 1e3 + 64 * noise[index]);
        map.forEach((each, index) => expect(other[index]).toBeCloseTo(each, 8));
    });

    it('finds nothing salient in a constant, whatever is elsewhere', () => {
        expect(saliency(300, () => 0.3).every(each => each === 0)).toBe(true);
        const map = saliency(600, index => (index < 300 ? 0.3 : 0.3 + noise[index - 300]));
        expect(map.subarray(0, 250).every(each => each === 0)).toBe(true);
        expect(map.subarray(320).every(each => each > 0)).toBe(true);
    });

    it('has an answer for a series as long as the window', () => {
        expect(saliency(64, index => noise[index]).every(each => each > 0)).toBe(true);
    });
});
