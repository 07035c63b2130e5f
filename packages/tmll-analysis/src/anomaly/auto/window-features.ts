/** A stretch of points, the last excluded. */
export interface Stretch {
    readonly from: number;
    readonly to: number;
}

/** Sums of the first 0, 1, 2, … values, or of the sums of two series. */
export function runningSums(values: Float64Array, others?: Float64Array): Float64Array {
    const sums = new Float64Array(values.length + 1);
    for (let index = 0; index < values.length; index++) {
        sums[index + 1] = sums[index] + values[index] + (others === undefined ? 0 : others[index]);
    }
    return sums;
}

/** The window of a width around a point, cut off at the ends of the series. */
export function windowAround(at: number, width: number, length: number): Stretch {
    const from = at - (width >> 1);
    return { from: Math.max(0, from), to: Math.min(length, from + width) };
}

/**
 * The mean over the window around every `stride`-th point. At the ends of the series, where less than the window is there
 * and noise makes the mean larger, it is made smaller by as much.
 * @param target where the means are written
 * @returns those written
 */
export function windowMeans(sums: Float64Array, width: number, stride: number, target: Float64Array): Float64Array {
    const length = sums.length - 1;
    const count = Math.ceil(length / stride);
    for (let place = 0; place < count; place++) {
        const start = place * stride - (width >> 1);
        const from = Math.max(0, start);
        const to = Math.min(length, start + width);
        target[place] = (sums[to] - sums[from]) / Math.sqrt((to - from) * width);
    }
    return target.subarray(0, count);
}

/**
 * The mean over the `width` points from every `stride`-th point on, less that over as many before it; NaN where half of
 * either is not there.
 * @param target where the differences are written
 * @returns those written
 */
export function windowSteps(sums: Float64Array, width: number, stride: number, target: Float64Array): Float64Array {
    const length = sums.length - 1;
    const count = Math.ceil(length / stride);
    for (let place = 0; place < count; place++) {
        const at = place * stride;
        const before = Math.min(width, at);
        const after = Math.min(width, length - at);
        const share = Math.sqrt(Math.min(before, after) / width);
        target[place] =
            2 * Math.min(before, after) < width
                ? NaN
                : share * ((sums[at + after] - sums[at]) / after - (sums[at] - sums[at - before]) / before);
    }
    return target.subarray(0, count);
}
