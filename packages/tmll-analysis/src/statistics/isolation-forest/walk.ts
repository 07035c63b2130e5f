/** Rows that go through a tree together. A multiple of four. */
export const CHUNK = 1024;

/** Trees one after the other, each laid out as in `IsolationTree`. */
export interface Trees {
    /** Where in a chunk the column of each node's cut begins. */
    readonly offsets: Int32Array;
    readonly cuts: Float64Array;
    readonly lengths: Float64Array;
    readonly depth: number;
}

/**
 * Adds the length of each row's path through a tree to its sum.
 *
 * Four rows go at once: each step waits for the one before it, and the processor fills the wait with the other rows'.
 * The side is added as a number, not jumped to, since it cannot be predicted.
 * @param first where the tree begins
 * @param chunk columns of `CHUNK` values each
 * @param count number of rows in it; what follows up to a multiple of four is walked, too
 */
export function addPathLengths(
    { offsets, cuts, lengths, depth }: Trees,
    first: number,
    chunk: Float64Array,
    count: number,
    sums: Float64Array
): void {
    const leaves = first - (1 << depth);
    for (let row = 0; row < count; row += 4) {
        let a = 1;
        let b = 1;
        let c = 1;
        let d = 1;
        for (let level = 0; level < depth; level++) {
            a = (a << 1) | +(chunk[offsets[first + a] + row] >= cuts[first + a]);
            b = (b << 1) | +(chunk[offsets[first + b] + row + 1] >= cuts[first + b]);
            c = (c << 1) | +(chunk[offsets[first + c] + row + 2] >= cuts[first + c]);
            d = (d << 1) | +(chunk[offsets[first + d] + row + 3] >= cuts[first + d]);
        }
        sums[row] += lengths[leaves + a];
        sums[row + 1] += lengths[leaves + b];
        sums[row + 2] += lengths[leaves + c];
        sums[row + 3] += lengths[leaves + d];
    }
}
