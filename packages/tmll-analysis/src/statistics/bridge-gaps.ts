/**
 * A copy without missing values, for computations that cannot do without: between two values those of the straight line
 * that joins them, before the first and after the last that one. NaN and infinite values count as missing. All NaN when
 * there is no value.
 */
export function bridgeGaps(values: Float64Array): Float64Array {
    const result = values.slice();
    let before = -1;
    for (let index = 0; index < values.length; index++) {
        if (!Number.isFinite(values[index])) {
            continue;
        }
        if (index - before > 1) {
            drawLine(result, before, index);
        }
        before = index;
    }
    result.fill(before < 0 ? NaN : values[before], before + 1);
    return result;
}

/** Between two points, exclusive; before the first there is none, at −1. */
function drawLine(values: Float64Array, from: number, to: number): void {
    const start = from < 0 ? values[to] : values[from];
    const slope = (values[to] - start) / (to - from);
    for (let index = from + 1; index < to; index++) {
        values[index] = start + slope * (index - from);
    }
}
