import { SeededRandom } from '../../statistics/seeded-random';
import { analyzeLag, defaultMostLag, strongestLag } from './analyze-lag';

const LENGTH = 600;

/** Memory from point to point: 0 is noise, 1 a random walk. */
function series(random: SeededRandom, memory: number, length = LENGTH): Float64Array {
    let level = 0;
    return Float64Array.from({ length }, () => (level = memory * level + random.gaussian()));
}

/** The series `lag` samples later, with noise. */
function later(random: SeededRandom, values: Float64Array, lag: number, sign = 1): Float64Array {
    return values.map((_, index) => sign * values[Math.max(0, index - lag)] + 0.5 * random.gaussian());
}

describe('analyzeLag', () => {
    it.each([
        [0, 7],
        [0.9, 7],
        [0.9, -12],
        [1, 7],
        [1, 0]
    ])('finds a lag between series of memory %d: %d samples', (memory, lag) => {
        const random = new SeededRandom(11);
        const cause = series(random, memory);
        const effect = later(random, cause, Math.abs(lag), -1);
        const { best, standsOut } = lag < 0 ? analyzeLag(effect, cause) : analyzeLag(cause, effect);
        expect(standsOut).toBe(true);
        expect(best.lag).toBe(lag);
        expect(best.coefficient).toBeLessThan(0);
        expect(best.levelCoefficient).toBeLessThan(-0.7);
    });

    it.each([0, 0.9, 1])('lets no lag stand out between unrelated series of memory %d, but for chance', memory => {
        const random = new SeededRandom(21);
        const answers = Array.from({ length: 100 }, () => strongestLag(series(random, memory), series(random, memory)));
        expect(answers.filter(({ pValue }) => pValue <= 0.01).length).toBeLessThanOrEqual(3);
    });

    it('draws a band that the best lag leaves when it stands out', () => {
        const random = new SeededRandom(31);
        const [one, other] = [series(random, 0.8), series(random, 0.8)];
        for (const second of [other, later(random, one, 3)]) {
            const { best, band, standsOut } = analyzeLag(one, second);
            expect(Math.abs(best.coefficient) > band).toBe(standsOut);
        }
    });

    it('mirrors the curve when the series are exchanged', () => {
        const random = new SeededRandom(41);
        const one = series(random, 0.9);
        const other = later(random, one, 5);
        const there = analyzeLag(one, other, { most: 20 });
        const back = analyzeLag(other, one, { most: 20 });
        there.lags.forEach(({ coefficient }, index) =>
            expect(back.lags[40 - index].coefficient).toBeCloseTo(coefficient, 10)
        );
    });

    it('compares the series as they are when told to, which needs more to stand out', () => {
        const random = new SeededRandom(51);
        const one = series(random, 0.9);
        const plain = analyzeLag(one, later(random, one, 5), { prewhiten: false });
        expect(plain.best).toMatchObject({ lag: 5, coefficient: plain.best.levelCoefficient });
        expect(plain.filterOrder).toBeUndefined();
        expect(plain.effectiveSize).toBeLessThan(LENGTH / 4);
        expect(plain.standsOut).toBe(true);
    });

    it('finds a lag across gaps', () => {
        const random = new SeededRandom(61);
        const one = series(random, 0.7);
        const other = later(random, one, 4).map((value, index) => (index % 9 === 0 || index > 550 ? NaN : value));
        expect(analyzeLag(one, other)).toMatchObject({ best: { lag: 4 }, standsOut: true });
    });

    it('takes the shortest of equal lags of a wave', () => {
        const wave = Float64Array.from({ length: 400 }, (_, index) => Math.sin((2 * Math.PI * index) / 20));
        const { best } = analyzeLag(
            wave,
            wave.map((_, index) => Math.sin((2 * Math.PI * (index - 3)) / 20)),
            { prewhiten: false }
        );
        expect(best.lag).toBe(3);
    });

    it('answers for constants and few points', () => {
        const flat = analyzeLag(
            new Float64Array(50).fill(2),
            Float64Array.from({ length: 50 }, (_, index) => index)
        );
        expect(flat).toMatchObject({ best: { lag: 0, coefficient: 0, pValue: 1 }, standsOut: false });
        for (const length of [0, 1, 2, 3, 4]) {
            const ramp = Float64Array.from({ length }, (_, index) => index * index);
            expect(analyzeLag(ramp, ramp.map(Math.cos)).standsOut).toBe(false);
        }
    });

    it('refuses lags that leave nothing, and series of different lengths', () => {
        expect(() => analyzeLag(new Float64Array(9), new Float64Array(9), { most: 8 })).toThrow(RangeError);
        expect(() => analyzeLag(new Float64Array(9), new Float64Array(8))).toThrow(RangeError);
    });
});

describe('strongestLag', () => {
    it('is the best of analyzeLag', () => {
        const random = new SeededRandom(71);
        const one = series(random, 0.5);
        const other = later(random, one, 9);
        const { best, adjustedPValue } = analyzeLag(one, other);
        expect(strongestLag(one, other)).toEqual({ lag: 9, coefficient: best.coefficient, pValue: adjustedPValue });
    });
});

describe('defaultMostLag', () => {
    it('is a quarter of a short series, and ten times the square root of a long one', () => {
        expect([0, 3, 100, 10_000].map(defaultMostLag)).toEqual([0, 0, 25, 1000]);
    });
});
