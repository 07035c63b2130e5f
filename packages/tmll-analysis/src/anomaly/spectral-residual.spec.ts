import { SeededRandom } from '../statistics/seeded-random';
import { saliencyMap } from '../statistics/saliency-map';
import { Detection } from './detection';
import { SPECTRAL_RESIDUAL, SpectralResidualParameters } from './spectral-residual';

const PARAMETERS: SpectralResidualParameters = { spectralResidualWindowSize: 1024, spectralResidualThreshold: 6 };

function detect(values: ArrayLike<number>, parameters: Partial<SpectralResidualParameters> = {}): Detection {
    const times = Float64Array.from(values, (_, index) => index);
    return SPECTRAL_RESIDUAL.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, times);
}

const flagged = (values: ArrayLike<number>, parameters?: Partial<SpectralResidualParameters>): number[] => {
    const { flags } = detect(values, parameters);
    return [...flags.keys()].filter(index => flags[index] === 1);
};

describe('spectral_residual', () => {
    const random = new SeededRandom(33);
    const wave = Array.from({ length: 3_000 }, (_, index) => 50 * Math.sin(index / 15) + random.gaussian());
    const spiked = wave.map((value, index) => value + (index === 1_000 ? 12 : index === 2_200 ? -12 : 0));

    it('finds spikes and dips within the swing of a wave', () => {
        expect(flagged(spiked)).toEqual([1_000, 2_200]);
    });

    it('finds the one blip of a series that rests', () => {
        for (const level of [0, 0.3]) {
            expect(flagged(Array.from({ length: 5_000 }, (_, index) => level + (index === 2_500 ? 1 : 0)))).toContain(
                2_500
            );
        }
    });

    it('finds where an outage begins', () => {
        const outage = wave.map((_, index) => (index >= 1_500 && index < 1_520 ? 0 : 100 + random.gaussian()));
        expect(flagged(outage)).toContain(1_500);
    });

    it('has the score of the definition: saliency over the mean of the 21 points before, less 1', () => {
        const { score } = detect(spiked);
        const saliency = saliencyMap(Float64Array.from(spiked), 1024);
        for (const index of [21, 500, 1_000, 2_200, 2_999]) {
            const before = saliency.subarray(index - 21, index).reduce((sum, each) => sum + each, 0) / 21;
            expect(score[index]).toBeCloseTo(Math.max(0, saliency[index] / before - 1), 10);
        }
    });

    it('bridges missing values, which have no score', () => {
        const gappy = spiked.map((value, index) =>
            index % 40 === 7 || (index > 1_500 && index < 1_700) ? NaN : value
        );
        const { score, flags } = detect(gappy);
        expect(score[1_600]).toBeNaN();
        expect(flags[1_000]).toBe(1);
        expect(flags[2_200]).toBe(1);
    });

    it('answers the same when the values are moved or scaled', () => {
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 64
        ]) {
            expect(flagged(spiked.map(change))).toEqual([1_000, 2_200]);
        }
    });

    it('says nothing on fewer than 32 values and on constants', () => {
        for (const values of [[1, 2, 900], wave.slice(0, 31), new Array(500).fill(0.3), new Array(99).fill(NaN)]) {
            expect(detect(values).score.every(Number.isNaN)).toBe(true);
        }
        expect(detect(wave.slice(0, 32)).score.some(Number.isNaN)).toBe(false);
    });

    it('takes any window, rounded up to a power of two', () => {
        expect(detect(spiked, { spectralResidualWindowSize: 300 }).score).toEqual(
            detect(spiked, { spectralResidualWindowSize: 512 }).score
        );
    });

    it.each([
        ['spectralResidualWindowSize', 31],
        ['spectralResidualWindowSize', 99.5],
        ['spectralResidualThreshold', 0]
    ])('refuses a %s of %d', (name, value) => {
        expect(() => detect(wave, { [name]: value })).toThrow(name);
    });
});
