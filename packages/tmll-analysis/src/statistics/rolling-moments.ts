export interface RollingOptions {
    /** Number of points in a window. */
    readonly window: number;
    /** Values that a window needs to have moments; by default all its points. NaN and infinite ones are left out. */
    readonly minimumCount?: number;
    /** The window of a point ends with it (default), or with the point before it. */
    readonly end?: 'inclusive' | 'exclusive';
}

/** Moments of the window that belongs to each point; NaN where it has too few values. */
export interface RollingMoments {
    readonly mean: Float64Array;
    /** Sample standard deviation, so divided by n − 1. */
    readonly standardDeviation: Float64Array;
}

/**
 * Mean and standard deviation over the trailing window of each point, in linear time whatever the window, without ever
 * subtracting a value again: the error stays that of each window by itself, and a constant window has its exact mean
 * and deviation 0.
 *
 * The points are cut into blocks of the window's length, so that each window is the end of one block and the start of
 * the next (van Herk 1992). Both are Welford sums, merged by the formula of Chan, Golub and LeVeque (1983). Each sum is
 * relative to the first value that it took, so that it is exact to the spread of its values, not to their size.
 * @throws RangeError when the window is not a whole number from 1 on
 */
export function rollingMoments(values: Float64Array, options: RollingOptions): RollingMoments {
    const { window, minimumCount = window, end = 'inclusive' } = options;
    if (!Number.isInteger(window) || window < 1) {
        throw new RangeError(`A rolling window has a whole number of points from 1 on, not ${window}.`);
    }
    const length = values.length;
    const block = Math.max(1, Math.min(window, length));
    const result = { mean: new Float64Array(length), standardDeviation: new Float64Array(length) };
    const shift = end === 'inclusive' ? 0 : 1;
    result.mean.fill(NaN, 0, shift);
    result.standardDeviation.fill(NaN, 0, shift);
    const tails = new BlockTails(block);
    const enough = Math.max(1, minimumCount);
    for (let start = 0; start < length - shift; start += block) {
        growFrom(start, Math.min(start + block, length - shift), values, tails, enough, shift, result);
        tails.read(values, start);
    }
    return result;
}

/** Moments of the windows that end from `start` on, in the block after that of `tails`. */
function growFrom(
    start: number,
    stop: number,
    values: Float64Array,
    tails: BlockTails,
    enough: number,
    shift: number,
    result: RollingMoments
): void {
    const { mean, standardDeviation } = result;
    const { count: tailCount, mean: tailMean, squares: tailSquares, inverse } = tails;
    let count = 0;
    let pivot = tails.pivot;
    let average = 0;
    let squares = 0;
    for (let index = start; index < stop; index++) {
        const value = values[index];
        if (Math.abs(value) < Infinity) {
            pivot = count === 0 ? value : pivot;
            count++;
            const relative = value - pivot;
            const deviation = relative - average;
            average += deviation * inverse[count];
            squares += deviation * (relative - average);
        }
        const rest = index - start + 1;
        const total = count + tailCount[rest];
        if (total >= enough) {
            const distance = tails.pivot - pivot + tailMean[rest] - average;
            const share = tailCount[rest] * inverse[total];
            const sum = squares + tailSquares[rest] + distance * distance * count * share;
            mean[index + shift] = pivot + (average + distance * share);
            standardDeviation[index + shift] = Math.sqrt(sum * inverse[total - 1]);
        } else {
            mean[index + shift] = NaN;
            standardDeviation[index + shift] = NaN;
        }
    }
}

/** Moments of a block's points from each place on to the block's end. Before the first block there is none. */
class BlockTails {
    readonly count: Int32Array;
    /** Relative to `pivot`, the last value of the block. */
    readonly mean: Float64Array;
    readonly squares: Float64Array;
    /** 1/n for each n up to the length: multiplying is faster, and keeps the mean of equal values exact. */
    readonly inverse: Float64Array;
    pivot = 0;

    constructor(private readonly length: number) {
        this.count = new Int32Array(length + 1);
        this.mean = new Float64Array(length + 1);
        this.squares = new Float64Array(length + 1);
        this.inverse = Float64Array.from({ length: length + 1 }, (_, n) => 1 / n);
    }

    /** Takes the block that starts at an index. Places beyond the last value read as missing. */
    read(values: Float64Array, start: number): void {
        const { count: counts, mean, squares: sums, inverse } = this;
        let count = 0;
        let pivot = 0;
        let average = 0;
        let squares = 0;
        for (let place = Math.min(this.length, values.length - start) - 1; place >= 0; place--) {
            const value = values[start + place];
            if (Math.abs(value) < Infinity) {
                pivot = count === 0 ? value : pivot;
                count++;
                const relative = value - pivot;
                const deviation = relative - average;
                average += deviation * inverse[count];
                squares += deviation * (relative - average);
            }
            counts[place] = count;
            mean[place] = average;
            sums[place] = squares;
        }
        this.pivot = pivot;
    }
}
