import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../series/test-support/shared-folder';
import { SeededRandom } from '../seeded-random';
import { seasonalPeriod } from './seasonal-period';
import { redNoise, SHAPES, wave } from './test-support/waves';

const SEEDS = [1, 2, 3];

describe('seasonalPeriod', () => {
    it.each(
        Object.keys(SHAPES).flatMap(shape =>
            [
                [10, 100],
                [7, 500],
                [24, 240],
                [100, 1000]
            ].map(([period, length]) => [shape, period, length] as const)
        )
    )('finds a %s of period %d in %d noisy points', (shape, period, length) => {
        for (const seed of SEEDS) {
            expect(seasonalPeriod(wave(shape, period, length, 8, seed))).toBe(period);
        }
    });

    it('finds a wave half as strong as the noise, in many points', () => {
        SEEDS.forEach(seed => expect(seasonalPeriod(wave('sine', 24, 2400, 2, seed))).toBe(24));
    });

    it('finds it on a line, on a random walk, and whatever the unit', () => {
        for (const seed of SEEDS) {
            const clean = wave('sine', 20, 1000, 6, seed);
            const walk = redNoise(1, 1000, 100 + seed);
            expect(seasonalPeriod(clean.map((value, t) => value + 0.5 * t))).toBe(20);
            expect(seasonalPeriod(clean.map((value, t) => value + 0.5 * walk[t]))).toBe(20);
            expect(seasonalPeriod(clean.map(value => 1e9 - 1e-3 * value))).toBe(20);
        }
    });

    it('finds it despite outliers, an outage and missing values', () => {
        for (const seed of SEEDS) {
            const random = new SeededRandom(seed);
            const values = wave('sine', 20, 1000, 6, seed).map(value => (random.uniform() < 0.01 ? 500 : value));
            values.fill(0, 300, 340);
            expect(seasonalPeriod(values)).toBe(20);
            expect(seasonalPeriod(values.map(value => (random.uniform() < 0.3 ? NaN : value)))).toBe(20);
        }
    });

    it('tells the period and not a multiple of it, and the stronger of two', () => {
        for (const seed of SEEDS) {
            expect(seasonalPeriod(wave('square', 50, 3000, 6, seed))).toBe(50);
            const daily = wave('sine', 24, 3000, 8, seed);
            expect(seasonalPeriod(daily.map((value, t) => value + Math.sin((2 * Math.PI * t) / 168)))).toBe(24);
        }
    });

    it.each([0, 0.5, 0.9, 0.99, 1])('finds none in noise that remembers a share of %d from point to point', phi => {
        let found = 0;
        for (let seed = 0; seed < 40; seed++) {
            found += seasonalPeriod(redNoise(phi, [80, 300, 600][seed % 3], seed)) === undefined ? 0 : 1;
        }
        expect(found).toBeLessThanOrEqual(1);
    });

    it('finds none in a few events at odd times', () => {
        let found = 0;
        for (let seed = 0; seed < 40; seed++) {
            const random = new SeededRandom(seed);
            const events = Float64Array.from({ length: 500 }, () =>
                random.uniform() < 0.02 ? 10 * random.uniform() : 0
            );
            found += seasonalPeriod(events) === undefined ? 0 : 1;
        }
        expect(found).toBeLessThanOrEqual(2);
    });

    it('finds none in constants, lines, steps, too few values and mostly missing ones', () => {
        const line = Float64Array.from({ length: 500 }, (_, t) => 0.1 * t);
        const step = Float64Array.from({ length: 500 }, (_, t) => (t < 200 ? 1 : 5));
        const sparse = wave('sine', 10, 500, 8, 1).map((value, t) => (t % 5 < 2 ? value : NaN));
        const few = Float64Array.of(1, 2, 1, 2, 1, 2);
        const none = new Float64Array(100).fill(NaN);
        for (const values of [new Float64Array(500).fill(0.3), line, step, sparse, few, none, new Float64Array(0)]) {
            expect(seasonalPeriod(values)).toBeUndefined();
        }
    });

    it('does not change its input and gives the same answer twice', () => {
        const values = wave('sawtooth', 30, 3000, 5, 9).map((value, t) => (t === 77 ? NaN : value));
        const before = values.slice();
        expect(seasonalPeriod(values)).toBe(seasonalPeriod(values));
        expect(values).toEqual(before);
    });

    const folder = sharedFolder('reference/nab');
    const itWithReference = folder !== undefined && existsSync(folder) ? it : it.skip;

    itWithReference.each([
        ['artificialNoAnomaly/art_daily_no_noise', 288],
        ['artificialNoAnomaly/art_daily_small_noise', 288],
        ['artificialNoAnomaly/art_daily_perfect_square_wave', 288],
        ['artificialWithAnomaly/art_daily_flatmiddle', 288],
        ['artificialWithAnomaly/art_daily_jumpsdown', 288],
        ['artificialWithAnomaly/art_daily_jumpsup', 288],
        ['artificialWithAnomaly/art_daily_nojump', 288],
        ['realKnownCause/nyc_taxi', 336],
        ['artificialNoAnomaly/art_flatline', undefined],
        ['artificialNoAnomaly/art_noisy', undefined]
    ])('finds the day, or of taxis the week, in NAB file %s', (file, period) => {
        const rows = readFileSync(join(folder ?? '', `${file}.csv`), 'utf8')
            .trim()
            .split('\n')
            .slice(1);
        expect(seasonalPeriod(Float64Array.from(rows, row => Number(row.split(',')[1])))).toBe(period);
    });
});
