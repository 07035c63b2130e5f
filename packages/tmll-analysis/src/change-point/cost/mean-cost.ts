import { centered, runningSums, SegmentCost } from './segment-cost';

/** Squared distances from the mean of the stretch: finds where the level changes. */
export function meanCost(values: Float64Array): SegmentCost {
    const level = centered(values);
    const sums = runningSums(level);
    const squares = runningSums(level.map(value => value * value));
    return {
        length: values.length,
        parameters: 1,
        isSquared: true,
        of: (start, end) => {
            const sum = sums[end] - sums[start];
            return Math.max(0, squares[end] - squares[start] - (sum * sum) / (end - start));
        },
        writeResiduals: (start, end, residuals) => {
            const mean = (sums[end] - sums[start]) / (end - start);
            for (let index = start; index < end; index++) {
                residuals[index] = level[index] - mean;
            }
        }
    };
}
