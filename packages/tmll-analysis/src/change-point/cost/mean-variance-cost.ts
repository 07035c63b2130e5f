import { centered, runningSums, SegmentCost } from './segment-cost';

/** Relative to the variance of the whole, a variance below this comes from rounding or from repeated values. */
const SMALLEST_VARIANCE = 1e-4;

/**
 * Twice the negative logarithm of the Gaussian likelihood with the mean and variance of the stretch, up to a constant:
 * n·ln(variance). Finds where the level changes, or how much the values scatter. The variance counts as at least 10⁻⁴ of
 * that of all values, for a likelihood has no bound where values repeat.
 */
export function meanVarianceCost(values: Float64Array): SegmentCost {
    const level = centered(values);
    const sums = runningSums(level);
    const squares = runningSums(level.map(value => value * value));
    const smallest = (SMALLEST_VARIANCE * squares[values.length]) / values.length || Number.MIN_VALUE;
    const varianceOf = (start: number, end: number): number => {
        const mean = (sums[end] - sums[start]) / (end - start);
        return Math.max(smallest, (squares[end] - squares[start]) / (end - start) - mean * mean);
    };
    return {
        length: values.length,
        parameters: 2,
        isSquared: false,
        of: (start, end) => (end - start) * Math.log(varianceOf(start, end) / smallest),
        writeResiduals: (start, end, residuals) => {
            const mean = (sums[end] - sums[start]) / (end - start);
            const deviation = Math.sqrt(varianceOf(start, end));
            for (let index = start; index < end; index++) {
                residuals[index] = (level[index] - mean) / deviation;
            }
        }
    };
}
