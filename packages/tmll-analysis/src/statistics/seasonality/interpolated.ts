/** From the first value that is there to the last, the missing ones between on straight lines. */
export interface Interpolated {
    readonly values: Float64Array;
    /** Missing values before the first. */
    readonly offset: number;
    /** Number of values that were there. */
    readonly there: number;
}

/** NaN and infinite values are missing. Undefined when none is there. */
export function interpolated(values: Float64Array): Interpolated | undefined {
    const offset = values.findIndex(Number.isFinite);
    if (offset < 0) {
        return undefined;
    }
    const filled = new Float64Array(values.length - offset);
    let last = offset;
    let there = 0;
    for (let t = offset; t < values.length; t++) {
        if (Number.isFinite(values[t])) {
            const slope = (values[t] - values[last]) / Math.max(1, t - last);
            for (let between = last; between <= t; between++) {
                filled[between - offset] = values[last] + slope * (between - last);
            }
            filled[t - offset] = values[t];
            last = t;
            there++;
        }
    }
    return { values: filled.subarray(0, last - offset + 1), offset, there };
}
