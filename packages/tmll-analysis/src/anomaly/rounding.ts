/** Relative to the values, differences below this come from rounding: a double has 16 digits. */
const ROUNDING = 1e-12;

/** The difference up to which values of some magnitude count as equal, because floating point may have made it. */
export function roundingError(magnitude: number): number {
    return Math.abs(magnitude) * ROUNDING;
}
