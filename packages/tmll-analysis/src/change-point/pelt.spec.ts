import { SeededRandom } from '../statistics/seeded-random';
import { binarySegmentation } from './binary-segmentation';
import { meanCost } from './cost';
import { pelt, Segmentable } from './pelt';

function stretch(values: Float64Array, minimumSize: number): Segmentable {
    return { length: values.length, cost: meanCost(values).of, minimumSize, jump: 1 };
}

/** Least total cost by trying every last change, without leaving any out. */
function leastCost({ length, cost, minimumSize }: Segmentable, penalty: number): number {
    const best = new Float64Array(length + 1).fill(Infinity);
    best[0] = -penalty;
    for (let end = minimumSize; end <= length; end++) {
        for (let start = 0; start <= end - minimumSize; start++) {
            best[end] = Math.min(best[end], best[start] + cost(start, end) + penalty);
        }
    }
    return best[length];
}

function costOf({ length, cost }: Segmentable, changes: readonly number[], penalty: number): number {
    const ends = [...changes, length];
    return (
        ends.reduce((sum, end, index) => sum + cost(index === 0 ? 0 : ends[index - 1], end), 0) +
        changes.length * penalty
    );
}

/** Levels that change about every 20 values. */
function steps(seed: number, length: number): Float64Array {
    const random = new SeededRandom(seed);
    let level = 0;
    return Float64Array.from({ length }, () => {
        level = random.uniform() < 0.05 ? 4 * random.gaussian() : level;
        return level + random.gaussian();
    });
}

describe('pelt', () => {
    it.each([1, 2, 5, 11])('costs as little as the best of all cuts, with stretches of at least %d values', size => {
        for (let seed = 1; seed <= 20; seed++) {
            const segmentable = stretch(steps(seed, 150), size);
            for (const penalty of [0.5, 3, 20]) {
                const changes = pelt(segmentable, penalty);
                expect(costOf(segmentable, changes, penalty)).toBeCloseTo(leastCost(segmentable, penalty), 8);
                [...changes, 150].forEach((end, index) => {
                    expect(end - (changes[index - 1] ?? 0)).toBeGreaterThanOrEqual(size);
                });
            }
        }
    });

    it('keeps to multiples of the jump', () => {
        const changes = pelt({ ...stretch(steps(3, 1003), 5), jump: 10 }, 15);
        expect(changes.length).toBeGreaterThan(3);
        expect(changes.every(change => change % 10 === 0)).toBe(true);
    });

    it('cuts nothing shorter than two stretches', () => {
        expect(pelt(stretch(Float64Array.of(0, 0, 9, 9), 5), 1)).toEqual([]);
        expect(pelt(stretch(new Float64Array(0), 2), 1)).toEqual([]);
    });
});

describe('binarySegmentation', () => {
    it('finds clear steps as pelt does', () => {
        const values = Float64Array.from({ length: 300 }, (_, index) => (index < 100 ? 0 : index < 220 ? 10 : 4));
        const segmentable = stretch(values, 5);
        expect(binarySegmentation(segmentable, 1)).toEqual([100, 220]);
        expect(pelt(segmentable, 1)).toEqual([100, 220]);
    });

    it('takes the largest first when only so many are wanted', () => {
        const values = Float64Array.from({ length: 300 }, (_, index) => (index < 100 ? 0 : index < 220 ? 10 : 4));
        expect(binarySegmentation(stretch(values, 5), 0, 1)).toEqual([100]);
    });

    it('never costs less than the best cut', () => {
        for (let seed = 1; seed <= 10; seed++) {
            const segmentable = stretch(steps(seed, 300), 5);
            const changes = binarySegmentation(segmentable, 12);
            expect(costOf(segmentable, changes, 12)).toBeGreaterThanOrEqual(leastCost(segmentable, 12) - 1e-8);
        }
    });
});
