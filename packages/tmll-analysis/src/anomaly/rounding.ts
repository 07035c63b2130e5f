/** Relative to the largest value, differences below this come from rounding: a double has 16 digits. */
const ROUNDING = 1e-12;

/** The difference up to which two values of a series count as equal, because floating point may have made it. */
export function roundingError(values: Float64Array): number {
    let largest = 0;
    for (let index = 0; index < values.length; index++) {
        const magnitude = Math.abs(values[index]);
        largest = magnitude > largest && magnitude < Infinity ? magnitude : largest;
    }
    return largest * ROUNDING;
}
