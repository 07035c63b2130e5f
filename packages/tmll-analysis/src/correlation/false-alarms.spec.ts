import { SeededRandom } from '../statistics/seeded-random';
import { correlatePair } from './correlate-pair';
import { ObservedSeries } from './observed-series';

const PAIRS = 200;

/** How many of 200 pairs of independent series are called significant at 5 %, as if points were independent and in truth. */
function significant(
    method: 'pearson' | 'spearman' | 'kendall' | undefined,
    length: number,
    make: (random: SeededRandom, length: number) => Float64Array
): { naive: number; effective: number } {
    const random = new SeededRandom(length);
    let naive = 0;
    let effective = 0;
    for (let pair = 0; pair < PAIRS; pair++) {
        const [first, second] = [0, 1].map(() => new ObservedSeries(make(random, length)));
        const { pValue, effectivePValue } = correlatePair(first, second, method);
        naive += pValue < 0.05 ? 1 : 0;
        effective += effectivePValue < 0.05 ? 1 : 0;
    }
    return { naive, effective };
}

function randomWalk(random: SeededRandom, length: number): Float64Array {
    let level = 0;
    return Float64Array.from({ length }, () => (level += random.gaussian()));
}

function gaps(random: SeededRandom, length: number): Float64Array {
    return randomWalk(random, length).map(value => (random.uniform() < 0.2 ? NaN : value));
}

function trend(random: SeededRandom, length: number): Float64Array {
    const slope = random.uniform() - 0.5;
    return Float64Array.from({ length }, (_, index) => (6 * slope * index) / length + random.gaussian());
}

function noise(random: SeededRandom, length: number): Float64Array {
    return Float64Array.from({ length }, () => random.gaussian());
}

describe('correlatePair of unrelated series', () => {
    it.each([
        ['pearson', 500],
        ['spearman', 500],
        ['kendall', 500],
        [undefined, 200],
        [undefined, 1000]
    ] as const)('calls at most 5 %% of 200 pairs of random walks significant, by %s on %d points', (method, length) => {
        const { naive, effective } = significant(method, length, randomWalk);
        expect(naive).toBeGreaterThan(150);
        expect(effective).toBeLessThanOrEqual(PAIRS * 0.05);
    });

    it('does so with gaps and with trends', () => {
        expect(significant(undefined, 400, gaps).effective).toBeLessThanOrEqual(PAIRS * 0.05);
        expect(significant(undefined, 400, trend).effective).toBeLessThanOrEqual(PAIRS * 0.05);
    });

    it('changes nothing where points are independent', () => {
        const { naive, effective } = significant('pearson', 400, noise);
        expect(Math.abs(naive - effective)).toBeLessThanOrEqual(2);
        expect(effective).toBeGreaterThan(0);
    });
});
