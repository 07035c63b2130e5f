/**
 * A copy of the values that are there: neither NaN nor infinite. All statistics here leave the others out, as numpy's
 * `nan…` functions do.
 * @param copy where they are written, from the start on; at least as long as the values
 */
export function finiteValues(values: Float64Array, copy: Float64Array = new Float64Array(values.length)): Float64Array {
    let count = 0;
    for (let index = 0; index < values.length; index++) {
        copy[count] = values[index];
        count += Number.isFinite(values[index]) ? 1 : 0;
    }
    return copy.subarray(0, count);
}
