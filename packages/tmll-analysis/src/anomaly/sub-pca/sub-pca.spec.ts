import { SeededRandom } from '../../statistics/seeded-random';
import { Detection } from '../detection';
import { SUB_PCA, SubPcaParameters } from './sub-pca';

const PARAMETERS: SubPcaParameters = { subPcaWindowSize: 100, subPcaComponents: 0.25, subPcaThreshold: 5 };

function detect(values: ArrayLike<number>, parameters: Partial<SubPcaParameters> = {}): Detection {
    const times = Float64Array.from(values, (_, index) => index);
    return SUB_PCA.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, times);
}

const flagged = (values: ArrayLike<number>, parameters?: Partial<SubPcaParameters>): number[] => {
    const { flags } = detect(values, parameters);
    return [...flags.keys()].filter(index => flags[index] === 1);
};

describe('sub_pca', () => {
    const random = new SeededRandom(27);
    /** A beat of 20 points every 50 or so, now earlier, now later. */
    const beats: number[] = [];
    while (beats.length < 4_000) {
        const pause = 26 + Math.floor(8 * random.uniform());
        for (let place = 0; place < 20; place++) {
            beats.push(10 * Math.sin((Math.PI * place) / 20) + 0.3 * random.gaussian());
        }
        for (let place = 0; place < pause; place++) {
            beats.push(0.3 * random.gaussian());
        }
    }
    const spiked = beats.map((value, index) => value + (index === 1_500 ? 6 : index === 2_600 ? -6 : 0));

    it('finds spikes and dips that stay within the swing of the series', () => {
        const found = flagged(spiked, { subPcaThreshold: 8 });
        expect(found).toContain(1_500);
        expect(found).toContain(2_600);
        expect(found.every(index => Math.abs(index - 1_500) < 3 || Math.abs(index - 2_600) < 3)).toBe(true);
    });

    it('finds a beat that lasts as long as no other', () => {
        const long = beats.map((value, index) =>
            index >= 2_000 && index < 2_060 ? 9 + 0.3 * random.gaussian() : value
        );
        const found = flagged(long, { subPcaThreshold: 8 });
        expect(found.some(index => index >= 1_990 && index < 2_070)).toBe(true);
        expect(found.every(index => index >= 1_980 && index < 2_080)).toBe(true);
    });

    it('finds nothing in what goes on as it began: beats, waves, ramps, noise', () => {
        const wave = Array.from({ length: 2_000 }, (_, index) => 5 * Math.sin(index / 9) + random.gaussian());
        const ramp = Array.from({ length: 2_000 }, (_, index) => index / 10 + random.gaussian());
        const noise = Array.from({ length: 2_000 }, () => random.gaussian());
        expect([wave, ramp, noise].map(values => flagged(values))).toEqual([[], [], []]);
        expect(flagged(beats, { subPcaThreshold: 8 })).toEqual([]);
    });

    it('tells what it expects, and flags exactly where the value leaves the band', () => {
        const { expected, low, high, flags, score } = detect(spiked);
        expect(Math.abs(expected[1_500] - beats[1_500])).toBeLessThan(3);
        spiked.forEach((value, index) => {
            expect(flags[index] === 1).toBe(value > high[index] || value < low[index]);
            expect(flags[index] === 1).toBe(score[index] > 5);
        });
    });

    it('does not let a huge value explain itself or change what its neighbours are compared with', () => {
        const huge = Array.from({ length: 2_000 }, (_, index) => (index === 700 ? 1e9 : random.gaussian()));
        expect(flagged(huge)).toEqual([700]);
    });

    it('bridges missing values, which have no score', () => {
        const gappy = spiked.map((value, index) => (index % 30 === 4 || (index > 400 && index < 500) ? NaN : value));
        const { score } = detect(gappy);
        expect(score[450]).toBeNaN();
        expect(flagged(gappy, { subPcaThreshold: 8 })).toContain(2_600);
    });

    it('answers the same when the values are moved or scaled', () => {
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 64
        ]) {
            expect(flagged(spiked.map(change))).toEqual(flagged(spiked));
        }
    });

    it('says nothing on fewer than 64 points, where half is missing, and on constants', () => {
        const half = beats.map((value, index) => (index % 2 === 0 || index < 10 ? NaN : value));
        for (const values of [
            [1, 2, 900],
            beats.slice(0, 63),
            half,
            new Array(500).fill(0.3),
            new Array(99).fill(NaN)
        ]) {
            expect(detect(values).score.every(Number.isNaN)).toBe(true);
        }
        expect(detect(beats.slice(0, 64)).score.some(Number.isNaN)).toBe(false);
    });

    it('finds the one stretch of activity in a series that rests', () => {
        const resting = new Array<number>(5_000).fill(0.3);
        resting[2_500] = 7;
        expect(flagged(resting)).toEqual([2_500]);
    });

    it.each([
        ['subPcaWindowSize', 7],
        ['subPcaWindowSize', 501],
        ['subPcaComponents', 0],
        ['subPcaComponents', 0.6],
        ['subPcaThreshold', 0]
    ])('refuses a %s of %d', (name, value) => {
        expect(() => detect(beats, { [name]: value })).toThrow(name);
    });
});
