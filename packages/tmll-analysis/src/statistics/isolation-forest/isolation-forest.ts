import { SeededRandom } from '../seeded-random';
import { averagePathLength } from './average-path-length';
import { growTree } from './isolation-tree';
import { sampleOf } from './sample';
import { addPathLengths, CHUNK, Trees } from './walk';

export interface IsolationForestOptions {
    /** Whole number that all random choices follow from: the same forest for the same seed. */
    readonly seed: number;
    /** Number of trees; 100 when not given. */
    readonly trees?: number;
    /** Number of rows that each tree is grown on, at most as many as there are; 256 when not given. */
    readonly sampleSize?: number;
}

/**
 * An isolation forest (Liu, Ting and Zhou, "Isolation Forest", ICDM 2008): values that few random cuts tell apart from
 * all others are anomalies.
 *
 * A table is given by its columns, Float64Arrays of equal length. Rows in which a value is missing (NaN or infinite) are
 * not learned from and have no score.
 */
export class IsolationForest {
    /** All trees one after the other, as in `IsolationTree`. */
    private readonly columns: Uint16Array;
    private readonly cuts: Float64Array;
    private readonly lengths: Float64Array;

    private constructor(
        private readonly trees: number,
        private readonly depth: number,
        private readonly usualLength: number
    ) {
        const nodes = trees << depth;
        this.columns = new Uint16Array(nodes);
        this.cuts = new Float64Array(nodes);
        this.lengths = new Float64Array(nodes);
    }

    /**
     * Grows a forest on a table.
     * @throws RangeError when fewer than two rows have all of their values
     */
    static grow(table: readonly Float64Array[], options: IsolationForestOptions): IsolationForest {
        const { seed, trees = 100, sampleSize = 256 } = options;
        const rows = completeRows(table);
        if (rows.length < 2) {
            throw new RangeError(
                `An isolation forest needs two rows in which no value is missing; there are ${rows.length}.`
            );
        }
        const random = new SeededRandom(seed);
        const size = Math.min(sampleSize, rows.length);
        const depth = Math.ceil(Math.log2(size));
        const forest = new IsolationForest(trees, depth, averagePathLength(size));
        for (let tree = 0; tree < trees; tree++) {
            const drawn = sampleOf(rows.length, size, random);
            const sample = table.map(column => Float64Array.from(drawn, place => column[rows[place]]));
            const { columns, cuts, lengths } = growTree(sample, depth, random);
            forest.columns.set(columns, tree * columns.length);
            forest.cuts.set(cuts, tree * cuts.length);
            forest.lengths.set(lengths, tree * lengths.length);
        }
        return forest;
    }

    /**
     * The anomaly score of each row, 2^(−h/c): h is the mean length of its paths through the trees and c the average
     * path length of a sample (equation 2 of the paper). Near 1 = anomaly; well below 0.5 = usual; all near 0.5 = nothing
     * stands out. NaN where a value is missing.
     */
    score(table: readonly Float64Array[]): Float64Array {
        const scores = new Float64Array(table[0].length);
        const { depth, cuts, lengths } = this;
        const trees = { depth, cuts, lengths, offsets: Int32Array.from(this.columns, column => column * CHUNK) };
        // The values of a chunk, column after column: small enough for the fastest cache.
        const chunk = new Float64Array(table.length * CHUNK);
        for (let start = 0; start < scores.length; start += CHUNK) {
            const part = scores.subarray(start, start + CHUNK);
            table.forEach((column, place) => chunk.set(column.subarray(start, start + part.length), place * CHUNK));
            this.scoreChunk(trees, chunk, part);
        }
        return scores;
    }

    private scoreChunk(trees: Trees, chunk: Float64Array, scores: Float64Array): void {
        const sums = new Float64Array(CHUNK);
        for (let first = 0; first < trees.cuts.length; first += 1 << this.depth) {
            addPathLengths(trees, first, chunk, scores.length, sums);
        }
        const scale = -1 / (this.trees * this.usualLength);
        for (let row = 0; row < scores.length; row++) {
            // 0 where all values are there, else NaN.
            let missing = 0;
            for (let place = row; place < chunk.length; place += CHUNK) {
                missing += chunk[place] - chunk[place];
            }
            scores[row] = 2 ** (sums[row] * scale) + missing;
        }
    }
}

/** Indices of the rows in which no value is missing. */
function completeRows(table: readonly Float64Array[]): Uint32Array {
    const rows = new Uint32Array(table[0].length);
    let count = 0;
    for (let row = 0; row < rows.length; row++) {
        rows[count] = row;
        count += table.every(column => Number.isFinite(column[row])) ? 1 : 0;
    }
    return rows.subarray(0, count);
}
