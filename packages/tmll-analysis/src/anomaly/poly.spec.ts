import { SeededRandom } from '../statistics/seeded-random';
import { Detection } from './detection';
import { POLY, PolyParameters } from './poly';

const PARAMETERS: PolyParameters = { polyWindowSize: 50, polyDegree: 2, polyThreshold: 5 };

function detect(values: ArrayLike<number>, parameters: Partial<PolyParameters> = {}): Detection {
    const times = Float64Array.from(values, (_, index) => index);
    return POLY.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, times);
}

const flagged = (values: ArrayLike<number>, parameters?: Partial<PolyParameters>): number[] => {
    const { flags } = detect(values, parameters);
    return [...flags.keys()].filter(index => flags[index] === 1);
};

describe('poly', () => {
    const random = new SeededRandom(19);
    const curve = Array.from(
        { length: 600 },
        (_, index) => index + 100 * Math.sin(index / 100) + 0.5 * random.gaussian()
    );
    const spiked = curve.map((value, index) => value + (index === 300 ? 6 : index === 450 ? -6 : 0));

    it('finds small spikes and dips on a curve that moves much farther', () => {
        expect(flagged(spiked)).toEqual([300, 450]);
        expect(flagged(curve)).toEqual([]);
    });

    it('finds a kink in a straight line, and a step in a ramp', () => {
        const kinked = Array.from({ length: 300 }, (_, index) => (index < 150 ? index : 150 + 3 * (index - 150)));
        expect(flagged(kinked)[0]).toBe(151);
        const step = Array.from({ length: 300 }, (_, index) => index + (index < 150 ? 0 : 5));
        expect(flagged(step)[0]).toBe(150);
    });

    it('flags exactly where the value leaves the band', () => {
        const { flags, score, low, high } = detect(spiked, { polyThreshold: 2 });
        spiked.forEach((value, index) => {
            expect(flags[index] === 1).toBe(value > high[index] || value < low[index]);
            expect(flags[index] === 1).toBe(score[index] > 2);
        });
    });

    it('judges no point before a whole window', () => {
        expect(detect(curve).score.subarray(0, 50).every(Number.isNaN)).toBe(true);
        expect(detect(curve).score.subarray(50).some(Number.isNaN)).toBe(false);
        expect(flagged([1, 2, 900])).toEqual([]);
    });

    it('says nothing on constants and straight lines, rounding errors or not', () => {
        const ramp = Array.from({ length: 300 }, (_, index) => 0.1 * index);
        for (const values of [new Array(200).fill(0), new Array(200).fill(0.3), ramp, ramp.map(value => 1e9 + value)]) {
            expect(flagged(values, { polyThreshold: 1 })).toEqual([]);
        }
    });

    it('flags the same when the values are moved or scaled', () => {
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 1024
        ]) {
            expect(flagged(spiked.map(change))).toEqual([300, 450]);
        }
    });

    it('leaves missing values out', () => {
        const gappy = spiked.map((value, index) => (index % 3 === 1 ? NaN : value));
        expect(flagged(gappy)).toEqual([300, 450]);
    });

    it.each([
        ['polyWindowSize', 4],
        ['polyWindowSize', 20.5],
        ['polyDegree', -1],
        ['polyDegree', 6],
        ['polyThreshold', 0]
    ])('refuses a %s of %d', (name, value) => {
        expect(() => detect(curve, { [name]: value })).toThrow(name);
    });
});
