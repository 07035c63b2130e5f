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
 * the next (van Herk 1992); both are Welford sums, merged by the formula of Chan, Golub and LeVeque (1983).
 * @throws RangeError when the window is not a whole number from 1 on.
 */
export function rollingMoments(values: Float64Array, options: RollingOptions): RollingMoments {
    const { window, minimumCount = window, end = 'inclusive' } = options;
    if (!Number.isInteger(window) || window < 1) {
        throw new RangeError(`A rolling window has a whole number of points from 1 on, not ${window}.`);
    }
    const length = values.length;
    const shift = end === 'inclusive' ? 0 : 1;
    const mean = new Float64Array(length).fill(NaN);
    const standardDeviation = new Float64Array(length).fill(NaN);
    const tails = new BlockTails(Math.min(window, length));
    for (let start = 0; start < length; start += window) {
        const stop = Math.min(start + window, length - shift);
        let count = 0;
        let average = 0;
        let squares = 0;
        for (let index = start; index < stop; index++) {
            const value = values[index];
            if (Number.isFinite(value)) {
                count++;
                const deviation = value - average;
                average += deviation / count;
                squares += deviation * (value - average);
            }
            const rest = index - start + 1;
            const restCount = tails.count[rest];
            const total = count + restCount;
            if (total >= minimumCount && total > 0) {
                const distance = tails.mean[rest] - average;
                const share = restCount / total;
                mean[index + shift] = average + distance * share;
                standardDeviation[index + shift] = Math.sqrt(
                    (squares + tails.squares[rest] + distance * distance * count * share) / (total - 1)
                );
            }
        }
        tails.read(values, start);
    }
    return { mean, standardDeviation };
}

/** Moments of a block's points from each place on to the block's end. */
class BlockTails {
    readonly count: Float64Array;
    readonly mean: Float64Array;
    readonly squares: Float64Array;

    constructor(private readonly window: number) {
        this.count = new Float64Array(window + 1);
        this.mean = new Float64Array(window + 1);
        this.squares = new Float64Array(window + 1);
    }

    /** Takes the block that starts at an index; a last block that is cut short is never needed. */
    read(values: Float64Array, start: number): void {
        let count = 0;
        let average = 0;
        let squares = 0;
        for (let place = this.window - 1; place >= 0; place--) {
            const value = values[start + place];
            if (Number.isFinite(value)) {
                count++;
                const deviation = value - average;
                average += deviation / count;
                squares += deviation * (value - average);
            }
            this.count[place] = count;
            this.mean[place] = average;
            this.squares[place] = squares;
        }
    }
}
