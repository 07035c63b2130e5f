import { SeededRandom } from '../seeded-random';
import { averagePathLength } from './average-path-length';

/**
 * A tree that cuts a sample in two at random until each value is alone or the tree is as deep as it may be.
 *
 * All of its paths have the same length: the tree is a heap, whose root is node 1 and whose node k has the children 2k,
 * of values below the cut, and 2k + 1. Where a value is alone earlier, the nodes below have the cut Infinity, so that
 * the rest of the way is always left and tests nothing.
 */
export interface IsolationTree {
    /** Column of the cut at each node; the nodes are 1 … 2^depth − 1. */
    readonly columns: Uint16Array;
    /** Values from the cut on go right. */
    readonly cuts: Float64Array;
    /** Path length of each leaf: the number of cuts above it, and what it would take to tell those in it apart. */
    readonly lengths: Float64Array;
}

/**
 * Grows a tree on a sample: at each node a column is drawn among those whose values differ there, and a cut uniformly
 * between the least and the greatest of them.
 * @param sample its columns
 * @param depth number of cuts on a path
 */
export function growTree(sample: readonly Float64Array[], depth: number, random: SeededRandom): IsolationTree {
    const nodes = 1 << depth;
    const tree = {
        columns: new Uint16Array(nodes),
        cuts: new Float64Array(nodes).fill(Infinity),
        lengths: new Float64Array(nodes)
    };
    const rows = Uint32Array.from(sample[0].keys());
    const grow = (node: number, level: number, from: number, to: number): void => {
        const cut = level < depth ? drawCut(sample, rows, from, to, random) : undefined;
        if (cut === undefined) {
            tree.lengths[(node << (depth - level)) - nodes] = level + averagePathLength(to - from);
            return;
        }
        tree.columns[node] = cut.column;
        tree.cuts[node] = cut.value;
        const middle = part(sample[cut.column], cut.value, rows, from, to);
        grow(2 * node, level + 1, from, middle);
        grow(2 * node + 1, level + 1, middle, to);
    };
    grow(1, 0, 0, rows.length);
    return tree;
}

interface Cut {
    readonly column: number;
    readonly value: number;
}

/** Undefined when all rows are equal. */
function drawCut(
    sample: readonly Float64Array[],
    rows: Uint32Array,
    from: number,
    to: number,
    random: SeededRandom
): Cut | undefined {
    const ranges = sample.map(values => rangeOf(values, rows, from, to));
    const differing = [...ranges.keys()].filter(column => ranges[column].least < ranges[column].greatest);
    if (differing.length === 0) {
        return undefined;
    }
    const column = differing[Math.floor(random.uniform() * differing.length)];
    const { least, greatest } = ranges[column];
    const share = random.uniform();
    const value = least * (1 - share) + greatest * share;
    // Both sides get a value at least, however the sum is rounded.
    return { column, value: value > least && value <= greatest ? value : greatest };
}

function rangeOf(
    values: Float64Array,
    rows: Uint32Array,
    from: number,
    to: number
): { least: number; greatest: number } {
    let least = values[rows[from]];
    let greatest = least;
    for (let place = from + 1; place < to; place++) {
        const value = values[rows[place]];
        least = value < least ? value : least;
        greatest = value > greatest ? value : greatest;
    }
    return { least, greatest };
}

/** Brings the rows below the cut to the front and returns where the others begin. */
function part(values: Float64Array, cut: number, rows: Uint32Array, from: number, to: number): number {
    let middle = from;
    for (let place = from; place < to; place++) {
        const row = rows[place];
        if (values[row] < cut) {
            rows[place] = rows[middle];
            rows[middle] = row;
            middle++;
        }
    }
    return middle;
}
