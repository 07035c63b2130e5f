/**
 * A copy of the values that are there: neither NaN nor infinite. All statistics here leave the others out, as numpy's
 * `nan…` functions do.
 */
export function finiteValues(values: Float64Array): Float64Array {
    const copy = new Float64Array(values.length);
    let count = 0;
    for (let index = 0; index < values.length; index++) {
        copy[count] = values[index];
        count += Number.isFinite(values[index]) ? 1 : 0;
    }
    return copy.subarray(0, count);
}
