/** The places of values in their ascending order, equal values sharing one. */
export interface DenseRanks {
    /** Per value 0 for the smallest, 1 for the next greater one, …; −1 for NaN and infinite values. */
    readonly levels: Int32Array;
    /** How many values each level has. */
    readonly counts: Int32Array;
}

/** The dense ranks of values, in n·log n. */
export function denseRanks(values: Float64Array): DenseRanks {
    const ascending = values.filter(Number.isFinite).sort();
    const distinct = new Float64Array(ascending.length);
    const counts = new Int32Array(ascending.length);
    let size = 0;
    for (let index = 0; index < ascending.length; index++) {
        // Sorting puts −0 before 0, which are one value.
        if (size === 0 || ascending[index] !== distinct[size - 1]) {
            distinct[size++] = ascending[index];
        }
        counts[size - 1]++;
    }
    const levels = new Int32Array(values.length);
    for (let index = 0; index < values.length; index++) {
        levels[index] = Number.isFinite(values[index]) ? lastUpTo(distinct, size, values[index]) : -1;
    }
    return { levels, counts: counts.slice(0, size) };
}

/**
 * The ranks of values from 1 on, where equal values share the mean of the places that they take (`rankdata` of scipy). NaN
 * for values that are missing.
 */
export function averageRanks({ levels, counts }: DenseRanks): Float64Array {
    const ranks = new Float64Array(counts.length);
    let before = 0;
    for (let level = 0; level < counts.length; level++) {
        ranks[level] = before + (counts[level] + 1) / 2;
        before += counts[level];
    }
    return Float64Array.from(levels, level => (level < 0 ? NaN : ranks[level]));
}

/** How many values are below each level. */
export function startsOfLevels(counts: Int32Array): Int32Array {
    const starts = new Int32Array(counts.length);
    for (let level = 1; level < counts.length; level++) {
        starts[level] = starts[level - 1] + counts[level - 1];
    }
    return starts;
}

/** Index of the greatest of the first `size` ascending values that is at most `value`. */
function lastUpTo(ascending: Float64Array, size: number, value: number): number {
    let low = 0;
    let high = size;
    while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (ascending[middle] <= value) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}
