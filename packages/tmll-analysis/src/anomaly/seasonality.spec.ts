import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../series/test-support/shared-folder';
import { statsmodelsCases } from '../statistics/sarima/test-support/statsmodels-cases';
import { wave } from '../statistics/seasonality/test-support/waves';
import { SeededRandom } from '../statistics/seeded-random';
import { Detection } from './detection';
import { SEASONALITY } from './seasonality';
import { SeasonalityParameters } from './seasonality-order';
import { requestRate } from './test-support/request-rate';

const DEFAULTS = Object.fromEntries(
    Object.entries(SEASONALITY.properties).map(([name, property]) => [name, property.default])
) as unknown as SeasonalityParameters;

function detect(values: ArrayLike<number>, parameters: Partial<SeasonalityParameters> = {}): Detection {
    return SEASONALITY.detect(
        Float64Array.from(values),
        { ...DEFAULTS, ...parameters },
        Float64Array.from(values, (_, index) => index * 1e8)
    );
}

const flagged = ({ flags }: Detection): number[] => [...flags.keys()].filter(index => flags[index] === 1);

/** The level of TMLL, which flags every twentieth point of noise. */
const TMLL = { seasonalityConfidenceLevel: 0.05 };

describe('seasonality', () => {
    const square = wave('square', 12, 600, 10, 1);

    const cases = statsmodelsCases();
    const itWithReference = cases.length > 0 ? it : it.skip;

    itWithReference('flags what lies outside the intervals of statsmodels, given its orders, and nothing else', () => {
        for (const { name, order, alpha, values, flagged: expected } of cases) {
            const { p, d, q, P, D, Q, s } = order;
            const detection = detect(values, {
                seasonalitySeasonalPeriod: s,
                seasonalityArimaOrder: `${p},${d},${q}`,
                seasonalitySeasonalOrder: `${P},${D},${Q}`,
                seasonalityConfidenceLevel: alpha
            });
            expect([name, flagged(detection)]).toEqual([name, expected]);
        }
    });

    itWithReference('finds the outliers put into the cases of statsmodels, its orders not given', () => {
        for (const { name, values, order } of cases) {
            const flags = flagged(detect(values, TMLL));
            // The airline series grows so much that its variance at the end drowns what was put into its first half.
            const injected = order.s === 12 ? [] : [60, 130];
            expect([name, injected.filter(index => !flags.includes(index))]).toEqual([name, []]);
        }
    });

    it('finds the period, and a value that would be usual at another phase', () => {
        const changed = square.map((value, index) => value + (index === 301 ? -10 : index === 306 ? 10 : 0));
        expect(flagged(detect(changed))).toEqual(expect.arrayContaining([301, 306]));
        expect(flagged(detect(square))).toEqual([]);
        expect(detect(changed).expected[301]).toBeGreaterThan(8);
        expect(detect(changed).expected[306]).toBeLessThan(2);
    });

    it('finds the period of a real load under its bursts and outages', () => {
        const { values, times } = requestRate();
        const { score } = SEASONALITY.detect(values, DEFAULTS, times);
        // Two seconds at 100 ms: one period is not judged.
        expect(score.findIndex(Number.isFinite)).toBe(20);
    });

    it('leaves the asked share of noise outside the band', () => {
        const random = new SeededRandom(3);
        const noise = Float64Array.from({ length: 5000 }, () => 40 + 3 * random.gaussian());
        for (const share of [0.05, 0.01]) {
            const count = flagged(detect(noise, { seasonalityConfidenceLevel: share })).length;
            expect(Math.abs(count - 5000 * share)).toBeLessThan(4 * Math.sqrt(5000 * share));
        }
    });

    it('flags exactly where the value leaves the band, and scores in standard deviations', () => {
        const { flags, score, low, high, expected, threshold } = detect(square, TMLL);
        expect(threshold).toBeCloseTo(1.959963984540054, 12);
        square.forEach((value, index) => {
            expect(flags[index] === 1).toBe(value > high[index] || value < low[index]);
            if (!Number.isNaN(expected[index])) {
                expect(score[index]).toBeCloseTo(
                    (threshold * Math.abs(value - expected[index])) / (high[index] - expected[index]),
                    9
                );
            }
        });
    });

    it('flags the same when the values are moved or scaled', () => {
        const walk = wave('sine', 10, 400, 4, 8).map((value, index) => value + index / 20);
        for (const change of [
            (value: number) => value + 4096,
            (value: number) => -value,
            (value: number) => 1024 * value
        ]) {
            expect(flagged(detect(walk.map(change), TMLL))).toEqual(flagged(detect(walk, TMLL)));
        }
    });

    it('lays points on a grid: gaps are missing values, and no shift of the phase', () => {
        const times = [...square.keys()].filter(index => index < 200 || index > 206).filter(index => index % 29 !== 3);
        const values = times.map(index => square[index] + (index === 401 ? 25 : 0));
        const jitter = new SeededRandom(5);
        const detection = SEASONALITY.detect(
            Float64Array.from(values),
            DEFAULTS,
            Float64Array.from(times, index => Math.round((index + 0.4 * jitter.uniform()) * 1e8))
        );
        expect(flagged(detection).map(index => times[index])).toEqual([401]);
    });

    it('judges each of several points at one time', () => {
        const times = [...square.keys(), 300, 300].sort((a, b) => a - b);
        const values = times.map((time, index) => square[time] + (index === 301 ? 40 : 0));
        const detection = SEASONALITY.detect(
            Float64Array.from(values),
            DEFAULTS,
            Float64Array.from(times, time => time * 1e8)
        );
        expect(flagged(detection)).toContain(301);
        expect(flagged(detection)).not.toContain(300);
        expect(detection.expected[300]).toBe(detection.expected[302]);
    });

    it('takes points one after the other when they are too uneven for a grid', () => {
        const times = Float64Array.from(square, (_, index) => 1e8 * (index + 1000 * Math.floor(index / 10)));
        const { expected } = SEASONALITY.detect(square, DEFAULTS, times);
        expect(expected).toEqual(detect(square).expected);
    });

    it('says what it expected of missing values, never flags them, and does not change its input', () => {
        const gappy = square.map((value, index) =>
            index > 300 && index < 310 ? NaN : index === 320 ? Infinity : value
        );
        const before = gappy.slice();
        const { flags, score, expected, low, high } = detect(gappy);
        expect(gappy).toEqual(before);
        for (const index of [301, 309, 320]) {
            expect(flags[index]).toBe(0);
            expect(Math.abs(expected[index] - (index % 12 < 3 ? 10 : 0))).toBeLessThan(2);
            expect(high[index]).toBeGreaterThan(low[index]);
        }
        expect(score[301]).toBeNaN();
    });

    it('expects a series that repeats exactly to go on, and flags what does not', () => {
        const exact = Float64Array.from({ length: 240 }, (_, index) => [0.1, 0.7, 0.3, 0.2][index % 4]);
        expect(flagged(detect(exact))).toEqual([]);
        expect(detect(exact).expected[100]).toBeCloseTo(0.1, 12);
        exact[121] = 5;
        expect(flagged(detect(exact))).toContain(121);
    });

    it('has finite scores where a long series rests at 0 but for a few values', () => {
        const resting = new Float64Array(30_000);
        resting[100] = 1;
        resting[29_900] = 2;
        const detection = detect(resting);
        expect(flagged(detection)).toEqual(expect.arrayContaining([100, 29_900]));
        expect(detection.score.every(score => score < Infinity)).toBe(true);
    });

    it('says nothing where nine in ten values are missing', () => {
        const sparse = square.map((value, index) => (index % 20 === 0 ? value : NaN));
        expect(detect(sparse).score.every(Number.isNaN)).toBe(true);
    });

    it('says nothing on constants, nothing but NaN, and too few points', () => {
        for (const values of [
            [],
            [7],
            [1, 2, 3],
            new Array(50).fill(NaN),
            new Array(50).fill(5),
            square.slice(0, 18)
        ]) {
            const { flags, score } = detect(values);
            expect(flags.every(flag => flag === 0)).toBe(true);
            expect(score.every(Number.isNaN)).toBe(true);
        }
        expect(flagged(detect(square.slice(0, 30), { seasonalitySeasonalPeriod: 12 }))).toEqual([]);
        expect(detect(square.slice(0, 40), { seasonalitySeasonalPeriod: 12 }).score.some(Number.isFinite)).toBe(true);
    });

    it('gives the same answer twice, bit for bit', () => {
        expect(detect(square)).toEqual(detect(square));
    });

    it.each<[Partial<SeasonalityParameters>, string]>([
        [{ seasonalitySeasonalPeriod: 1 }, 'seasonalitySeasonalPeriod is 1'],
        [{ seasonalitySeasonalPeriod: -2 }, 'seasonalitySeasonalPeriod is -2'],
        [{ seasonalitySeasonalPeriod: 2.5 }, 'seasonalitySeasonalPeriod is 2.5'],
        [{ seasonalityArimaOrder: '1,3,1' }, 'such as "1,0,1" or "1,d,1"'],
        [{ seasonalityArimaOrder: '' }, 'seasonalityArimaOrder is ""'],
        [{ seasonalitySeasonalOrder: '1,d,1' }, 'such as "1,1,1"'],
        [{ seasonalityConfidenceLevel: 0 }, 'above 0, up to 0.5'],
        [{ seasonalityConfidenceLevel: 0.95 }, 'seasonalityConfidenceLevel is 0.95'],
        [{ seasonalityConfidenceLevel: NaN }, 'seasonalityConfidenceLevel is NaN']
    ])('refuses %j', (parameters, message) => {
        expect(() => detect(square, parameters)).toThrow(message);
    });

    const folder = sharedFolder('reference/nab');
    const itWithNab = folder !== undefined && existsSync(folder) ? it : it.skip;

    itWithNab.each(['realTraffic/occupancy_6005', 'artificialWithAnomaly/art_daily_jumpsup'])(
        'takes seconds for a day of 288 points in NAB file %s, with its gaps, and flags a few of a hundred',
        file => {
            const rows = readFileSync(join(folder ?? '', `${file}.csv`), 'utf8')
                .trim()
                .split('\n')
                .slice(1);
            const cells = rows.map(row => row.split(','));
            const start = BigInt(cells[0][0]);
            const values = Float64Array.from(cells, ([, value]) => Number(value));
            const times = Float64Array.from(cells, ([ns]) => Number(BigInt(ns) - start));
            const before = process.cpuUsage();
            const { flags } = SEASONALITY.detect(values, { ...DEFAULTS, ...TMLL }, times);
            expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15);
            expect(flags.reduce((sum, flag) => sum + flag, 0) / flags.length).toBeLessThan(0.1);
        }
    );
});
