/** A function of several variables that is to become small. It may return NaN or Infinity where it is not defined. */
export type Objective = (x: Float64Array) => number;

/** Cube root of the rounding error of a double: the step that balances truncation and rounding of a central difference. */
const STEP = Math.cbrt(Number.EPSILON);

/**
 * The gradient by central differences; its error is of the order of 1e-10 relative to the function and its third
 * derivatives. Costs two evaluations a variable. A component is NaN where the function is not defined on both sides.
 */
export function centralGradient(objective: Objective, x: Float64Array): Float64Array {
    const probe = Float64Array.from(x);
    return x.map((center, index) => {
        const above = center + STEP * Math.max(1, Math.abs(center));
        const below = center - (above - center);
        probe[index] = above;
        const high = objective(probe);
        probe[index] = below;
        const low = objective(probe);
        probe[index] = center;
        return (high - low) / (above - below);
    });
}
