import { SeededRandom } from '../../statistics/seeded-random';
import { Detection } from '../detection';
import { MATRIX_PROFILE, MatrixProfileParameters } from './matrix-profile';

const PARAMETERS: MatrixProfileParameters = { matrixProfileWindowSize: 50, matrixProfileThreshold: 6 };

function detect(values: ArrayLike<number>, parameters: Partial<MatrixProfileParameters> = {}): Detection {
    const times = Float64Array.from(values, (_, index) => index);
    return MATRIX_PROFILE.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, times);
}

const flagged = (values: ArrayLike<number>): number[] => {
    const { flags } = detect(values);
    return [...flags.keys()].filter(index => flags[index] === 1);
};

describe('matrix_profile', () => {
    const random = new SeededRandom(31);
    /** A heart beat: a peak every 50 points, sometimes a little early. */
    const beats = Array.from({ length: 4_000 }, (_, index) => {
        const phase = (index + (Math.floor(index / 500) % 3)) % 50;
        return 10 * Math.exp(-((phase - 20) ** 2) / 8) + 0.1 * random.gaussian();
    });

    it('finds the beat that is unlike all others, though its values are usual', () => {
        const odd = beats.map((value, index) => (index >= 2_010 && index < 2_030 ? beats[4_019 - index] / 2 : value));
        const found = flagged(odd);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(index => Math.abs(index - 2_020) < 60)).toBe(true);
    });

    it('finds nothing in what comes again, and in noise', () => {
        expect(flagged(beats)).toEqual([]);
        expect(flagged(Array.from({ length: 2_000 }, () => random.gaussian()))).toEqual([]);
    });

    it('looks at long series in chunks', () => {
        const long = Array.from({ length: 20_000 }, (_, index) => beats[index % 4_000]);
        long.fill(5, 11_010, 11_040);
        const found = flagged(long);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(index => index > 10_950 && index < 11_100)).toBe(true);
    });

    it('bridges what is missing, and judges no window of which most is', () => {
        const { score } = detect(beats.map((value, index) => (index >= 1_000 && index < 1_200 ? NaN : value)));
        expect(score[1_100]).toBeNaN();
        expect(score[3_000]).toBeLessThan(6);
    });

    it('says nothing on few points and on constants', () => {
        for (const values of [[1, 2, 900], beats.slice(0, 63), new Array(500).fill(0.3), new Array(99).fill(NaN)]) {
            expect(detect(values).score.every(Number.isNaN)).toBe(true);
        }
    });

    it.each([
        ['matrixProfileWindowSize', 7],
        ['matrixProfileWindowSize', 1_001],
        ['matrixProfileThreshold', 0]
    ])('refuses a %s of %d', (name, value) => {
        expect(() => detect(beats, { [name]: value })).toThrow(name);
    });
});
