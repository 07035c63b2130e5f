import { SeededRandom } from '../../statistics/seeded-random';
import { Detection } from '../detection';
import { IFOREST, IforestParameters } from './iforest';

const PARAMETERS: IforestParameters = {
    iforestWindowSize: 100,
    iforestContamination: 0,
    iforestThreshold: 0.72,
    iforestRandomState: 42
};

function detect(values: ArrayLike<number>, parameters: Partial<IforestParameters> = {}): Detection {
    const times = Float64Array.from(values, (_, index) => index * 1e8);
    return IFOREST.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, times);
}

const flagged = ({ flags }: Detection): number[] => [...flags.keys()].filter(index => flags[index] === 1);

describe('iforest', () => {
    const random = new SeededRandom(23);
    const noise = Array.from({ length: 2_000 }, () => 100 + 5 * random.gaussian());
    const outage = noise.map((value, index) => (index >= 1_000 && index < 1_020 ? 0 : value));

    it('finds a spike, and no echo of it while it is in the window', () => {
        const spiked = noise.map((value, index) => (index === 700 ? 200 : value));
        expect(flagged(detect(spiked))).toEqual([700]);
    });

    it('finds an outage from its beginning to its end', () => {
        const found = flagged(detect(outage));
        expect(found[0]).toBe(1_000);
        expect(found[found.length - 1]).toBe(1_019);
        expect(found.length).toBeGreaterThan(15);
    });

    it('scores unusual combinations higher: calm in a series that is otherwise restless', () => {
        const calm = noise.map((value, index) => (index >= 900 && index < 1_100 ? 100 + (value - 100) / 1_000 : value));
        const { score, judges } = detect(calm);
        const mean = (from: number, to: number): number =>
            score.subarray(from, to).reduce((sum, each) => sum + each, 0) / (to - from);
        expect(mean(1_000, 1_100)).toBeGreaterThan(mean(0, 900) + 0.04);
        expect(judges).toBe('shape');
    });

    it('flags the share that is asked for, those with the highest scores', () => {
        const detection = detect(noise, { iforestContamination: 0.1 });
        const found = flagged(detection);
        expect(found).toHaveLength(200);
        const lowest = Math.min(...found.map(index => detection.score[index]));
        expect([...detection.score].filter(score => score >= lowest)).toHaveLength(200);
    });

    it('flags nothing on a flat line, whatever share is asked for', () => {
        for (const iforestContamination of [0, 0.1, 0.5]) {
            expect(flagged(detect(new Array(500).fill(7), { iforestContamination }))).toEqual([]);
        }
    });

    it('keeps ratios finite where most points rest and a large share is asked for', () => {
        const resting = Array.from({ length: 1_000 }, (_, index) => (index % 10 === 0 ? index : 0));
        const { threshold, baseline = 0 } = detect(resting, { iforestContamination: 0.5 });
        expect(baseline).toBeLessThan(threshold);
    });

    it('does not look at the clock: the same when the series began earlier', () => {
        const later = Float64Array.from(outage, (_, index) => 1e15 + index * 1e8);
        expect(IFOREST.detect(Float64Array.from(outage), PARAMETERS, later).score).toEqual(detect(outage).score);
    });

    it('answers the same for the same random state, bit for bit', () => {
        expect(detect(outage)).toEqual(detect(outage));
        expect(detect(outage, { iforestRandomState: 43 }).score).not.toEqual(detect(outage).score);
    });

    it('gives no score where there is no value, and goes on after it', () => {
        const gappy = outage.map((value, index) =>
            index >= 500 && index < 800 ? NaN : index === 60 ? Infinity : value
        );
        const { score, flags } = detect(gappy);
        expect(score[600]).toBeNaN();
        expect(score[60]).toBeNaN();
        expect([...score].filter(Number.isNaN)).toHaveLength(301);
        expect(flags[1_010]).toBe(1);
        expect(flags[600]).toBe(0);
    });

    it('has an answer for points at the same time', () => {
        const times = Float64Array.from(outage, (_, index) => Math.floor(index / 2) * 1e8);
        const { score } = IFOREST.detect(Float64Array.from(outage), PARAMETERS, times);
        expect(score.every(each => each > 0 && each < 1)).toBe(true);
    });

    it('says nothing on fewer than 16 values', () => {
        expect(detect([...new Array(14).fill(1), 900]).score.every(Number.isNaN)).toBe(true);
        expect(detect([...new Array(15).fill(1), 900]).score.some(Number.isNaN)).toBe(false);
    });

    it.each([
        ['iforestWindowSize', 1],
        ['iforestWindowSize', 2.5],
        ['iforestContamination', -0.1],
        ['iforestContamination', 0.6],
        ['iforestThreshold', NaN],
        ['iforestThreshold', 0.4],
        ['iforestRandomState', 1.5]
    ])('refuses a %s of %d', (name, value) => {
        expect(() => detect(noise, { [name]: value })).toThrow(name);
    });
});
