import { SeededRandom } from '../statistics/seeded-random';
import { Detection } from './detection';
import { FREQUENCY_DOMAIN, FrequencyDomainParameters } from './frequency-domain';

const PARAMETERS: FrequencyDomainParameters = {
    frequencyDomainWindowSize: 512,
    frequencyDomainOverlap: 0.5,
    frequencyDomainThreshold: 7
};

function detect(values: ArrayLike<number>, parameters: Partial<FrequencyDomainParameters> = {}): Detection {
    const times = Float64Array.from(values, (_, index) => index);
    return FREQUENCY_DOMAIN.detect(Float64Array.from(values), { ...PARAMETERS, ...parameters }, times);
}

const flagged = ({ flags }: Detection): number[] => [...flags.keys()].filter(index => flags[index] === 1);

describe('frequency_domain', () => {
    const random = new SeededRandom(9);
    const wave = (index: number, period = 20): number => 40 + 10 * Math.sin((2 * Math.PI * index) / period);
    const series = Array.from({ length: 8_000 }, (_, index) => wave(index) + random.gaussian());
    const changed = (from: number, to: number, change: (value: number, index: number) => number): number[] =>
        series.map((value, index) => (index >= from && index < to ? change(value, index) : value));

    /** Expects one stretch of flags that overlaps this one and reaches no farther than a window beyond. */
    function expectStretch(detection: Detection, from: number, to: number): void {
        const found = flagged(detection);
        expect(found.filter(index => index >= from && index < to).length).toBeGreaterThan((to - from) / 2);
        expect(found[0]).toBeGreaterThan(from - 512);
        expect(found[found.length - 1]).toBeLessThan(to + 512);
        expect(found[found.length - 1] - found[0] + 1).toBeLessThan(found.length * 1.03);
    }

    it('finds where values swing faster, with amplitude and level as always', () => {
        expectStretch(detect(changed(4_000, 4_400, (_, index) => wave(index, 11) + random.gaussian())), 4_000, 4_400);
    });

    it('finds where they do not swing at all, and where they swing more', () => {
        expectStretch(detect(changed(4_000, 4_400, () => 40 + random.gaussian())), 4_000, 4_400);
        expectStretch(detect(changed(4_000, 4_400, value => 40 + 3 * (value - 40))), 4_000, 4_400);
    });

    it('finds nothing in a series that goes on as it began, nor in its level', () => {
        expect(flagged(detect(series))).toEqual([]);
        expect(flagged(detect(series.map((value, index) => value + index / 10)))).toEqual([]);
    });

    it('has a finite threshold with missing values, and flags nothing for them', () => {
        const gappy = series.map((value, index) => (index % 50 === 3 ? NaN : value));
        const { score, flags } = detect(gappy);
        expect(score.some(each => each > 0)).toBe(true);
        expect(flags.includes(1)).toBe(false);
        expect(score[3]).toBeNaN();
        expectStretch(
            detect(gappy.map((value, index) => (index >= 4_000 && index < 4_400 ? 40 : value))),
            4_000,
            4_400
        );
    });

    it('does not judge windows with fewer than half of their values', () => {
        const outage = changed(3_000, 6_000, () => NaN);
        expect(flagged(detect(outage))).toEqual([]);
        expect(flagged(detect(changed(500, 8_000, () => NaN)))).toEqual([]);
    });

    it('finds the one stretch of activity in a series that rests', () => {
        for (const level of [0, 0.3]) {
            const resting = new Array<number>(60_000).fill(level);
            for (let index = 30_000; index < 30_200; index++) {
                resting[index] = level + wave(index);
            }
            const found = flagged(detect(resting));
            expect(found.length).toBeGreaterThan(100);
            expect(found[0]).toBeGreaterThan(30_000 - 512);
            expect(found[found.length - 1]).toBeLessThan(30_200 + 512);
        }
    });

    it('takes a shorter window on a short series, and says nothing on one of fewer than 128 points', () => {
        const short = series.slice(0, 400).map((value, index) => (index >= 200 && index < 240 ? 40 : value));
        expect(flagged(detect(short)).some(index => index >= 200 && index < 240)).toBe(true);
        expect(detect(series.slice(0, 127)).score.every(Number.isNaN)).toBe(true);
    });

    it('takes rounding errors for none', () => {
        const rounded = Array.from({ length: 2_000 }, (_, index) => (index % 7 === 0 ? 0.1 + 0.2 : 0.3));
        expect(detect(rounded).score.every(Number.isNaN)).toBe(true);
    });

    it('flags the same when the values are moved or scaled', () => {
        const values = changed(4_000, 4_400, () => 40 + random.gaussian());
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => value / 1024
        ]) {
            expect(flagged(detect(values.map(change)))).toEqual(flagged(detect(values)));
        }
    });

    it('has another answer for other windows', () => {
        const values = changed(4_000, 4_400, () => 40);
        expectStretch(detect(values, { frequencyDomainOverlap: 0 }), 4_000, 4_400);
        expectStretch(detect(values, { frequencyDomainOverlap: 0.9 }), 4_000, 4_400);
        expectStretch(detect(values, { frequencyDomainWindowSize: 100 }), 4_000, 4_400);
    });

    it.each([
        ['frequencyDomainWindowSize', 15],
        ['frequencyDomainWindowSize', NaN],
        ['frequencyDomainOverlap', -0.1],
        ['frequencyDomainOverlap', 0.95],
        ['frequencyDomainThreshold', 0]
    ])('refuses a %s of %d', (name, value) => {
        expect(() => detect(series, { [name]: value })).toThrow(name);
    });
});
