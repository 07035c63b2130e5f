import { SeededRandom } from '../seeded-random';
import { averagePathLength } from './average-path-length';
import { IsolationForest } from './isolation-forest';
import { growTree } from './isolation-tree';
import { sampleOf } from './sample';
import { CHUNK } from './walk';

function table(rows: number, columns: number, seed = 3): Float64Array[] {
    const random = new SeededRandom(seed);
    return Array.from({ length: columns }, () => Float64Array.from({ length: rows }, () => random.gaussian()));
}

const score = (columns: readonly Float64Array[], seed = 42): Float64Array =>
    IsolationForest.grow(columns, { seed }).score(columns);

describe('averagePathLength', () => {
    it('equals the formula that scikit-learn has, too', () => {
        expect([0, 1, 2].map(averagePathLength)).toEqual([0, 0, 1]);
        expect(averagePathLength(5)).toBeCloseTo(2.327020052042847, 12);
        expect(averagePathLength(256)).toBeCloseTo(10.244770920119917, 12);
        expect(averagePathLength(999)).toBeCloseTo(12.967939884427995, 12);
    });
});

describe('sampleOf', () => {
    it('draws different numbers below n, all of them when asked for n', () => {
        const random = new SeededRandom(1);
        for (const [n, size] of [
            [1, 1],
            [10, 3],
            [256, 256],
            [1_000_000, 256]
        ]) {
            const drawn = [...sampleOf(n, size, random)];
            expect(new Set(drawn).size).toBe(size);
            expect(drawn.every(number => number >= 0 && number < n)).toBe(true);
        }
    });

    it('draws each number as often as the others', () => {
        const random = new SeededRandom(7);
        const counts = new Array(10).fill(0);
        for (let round = 0; round < 20_000; round++) {
            sampleOf(10, 3, random).forEach(number => counts[number]++);
        }
        // 6,000 expected, with a standard deviation of 65.
        counts.forEach(count => expect(Math.abs(count - 6_000)).toBeLessThan(5 * 65));
    });
});

describe('growTree', () => {
    it('isolates each of a few values, and says how many cuts that took', () => {
        const { cuts, lengths } = growTree([Float64Array.of(1, 2, 3, 100)], 4, new SeededRandom(5));
        const lengthOf = (value: number): number => {
            let node = 1;
            while (node < 16) {
                node = 2 * node + (value >= cuts[node] ? 1 : 0);
            }
            return lengths[node - 16];
        };
        expect([1, 2, 3, 100].map(lengthOf).sort()).toEqual([1, 2, 3, 3]);
        expect(lengthOf(1e9)).toBe(lengthOf(100));
        expect(lengthOf(-1e9)).toBe(lengthOf(1));
    });

    it('gives values that it may not tell apart the cuts that it would take on average', () => {
        const { lengths } = growTree([new Float64Array(8).fill(7)], 3, new SeededRandom(5));
        expect(lengths[0]).toBe(averagePathLength(8));
    });

    it('cuts a column only where its values differ, and never leaves a side empty', () => {
        const steps = Float64Array.from({ length: 64 }, (_, row) => row % 2);
        const { columns, cuts } = growTree([new Float64Array(64).fill(3), steps], 6, new SeededRandom(5));
        expect(columns[1]).toBe(1);
        expect(cuts[1]).toBeGreaterThan(0);
        expect(cuts[1]).toBeLessThanOrEqual(1);
        expect([...cuts.subarray(2)].every(cut => cut === Infinity)).toBe(true);
    });

    it('cuts between values that differ in their last digit only, and between the least and greatest numbers', () => {
        for (const pair of [
            [1, 1 + 2 ** -52],
            [-Number.MAX_VALUE, Number.MAX_VALUE]
        ]) {
            const { cuts } = growTree([Float64Array.from(pair)], 1, new SeededRandom(2));
            expect(cuts[1]).toBeGreaterThan(pair[0]);
            expect(cuts[1]).toBeLessThanOrEqual(pair[1]);
        }
    });
});

describe('IsolationForest', () => {
    it('has scores from 0 to 1, highest for the row that lies apart', () => {
        const columns = table(2_000, 3);
        columns.forEach(column => (column[1_234] = 9));
        const scores = score(columns);
        expect(scores.every(each => each > 0 && each < 1)).toBe(true);
        expect(scores.indexOf(Math.max(...scores))).toBe(1_234);
        expect(scores[1_234]).toBeGreaterThan(0.75);
    });

    it('gives rows in the midst of many less than one half, and equal rows that', () => {
        const scores = score(table(2_000, 2)).sort();
        expect(scores[1_000]).toBeLessThan(0.5);
        const equal = score([new Float64Array(300).fill(7), new Float64Array(300).fill(1)]);
        expect(new Set(equal).size).toBe(1);
        expect(equal[0]).toBeCloseTo(0.5, 12);
    });

    it('answers the same for the same seed, bit for bit, and nearly the same for another', () => {
        const columns = table(3_000, 4);
        expect(score(columns, 42)).toEqual(score(columns, 42));
        const [first, other] = [score(columns, 42), score(columns, 43)];
        expect(other).not.toEqual(first);
        expect(Math.max(...first.map((each, row) => Math.abs(each - other[row])))).toBeLessThan(0.15);
    });

    it('scores a row by its values alone, wherever it stands among the others', () => {
        const columns = table(2 * CHUNK + 3, 2);
        const forest = IsolationForest.grow(columns, { seed: 1 });
        const scores = forest.score(columns);
        for (const from of [0, 1, 5, CHUNK - 1, 2 * CHUNK + 1]) {
            expect(forest.score(columns.map(column => column.slice(from)))).toEqual(scores.slice(from));
        }
    });

    it('does not depend on the unit of a column, nor on its zero', () => {
        const columns = table(1_000, 2);
        const other = [columns[0].map(value => 1024 * value), columns[1].map(value => value / 4096)];
        expect(score(other)).toEqual(score(columns));
    });

    it('neither learns from nor scores rows in which a value is missing', () => {
        const columns = table(500, 2);
        const gappy = columns.map((column, place) =>
            column.map((value, row) => (row % 5 === place ? [NaN, Infinity][place] : value))
        );
        const kept = [...columns[0].keys()].filter(row => row % 5 > 1);
        const scores = score(gappy);
        expect([...scores.keys()].filter(row => !Number.isNaN(scores[row]))).toEqual(kept);
        const rest = columns.map(column => Float64Array.from(kept, row => column[row]));
        expect(score(rest)).toEqual(Float64Array.from(kept, row => scores[row]));
    });

    it('does not change its input, and needs two rows', () => {
        const columns = table(400, 2);
        const before = columns.map(column => column.slice());
        score(columns);
        expect(columns).toEqual(before);
        expect(score([Float64Array.of(1, 2)]).every(each => each > 0 && each < 1)).toBe(true);
        expect(() => score([Float64Array.of(1, NaN)])).toThrow('there are 1');
        expect(() => score([new Float64Array(0)])).toThrow(RangeError);
    });
});
