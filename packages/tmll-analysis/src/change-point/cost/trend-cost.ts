import { centered, runningSums, SegmentCost } from './segment-cost';

/**
 * Squared distances from the straight line that fits the stretch best, over places that are evenly spaced: finds where a
 * level or a slope changes, as where a leak begins.
 */
export function trendCost(values: Float64Array): SegmentCost {
    const level = centered(values);
    // Places count from the middle, so that their sums stay small.
    const middle = (values.length - 1) / 2;
    const sums = runningSums(level);
    const squares = runningSums(level.map(value => value * value));
    const products = runningSums(level.map((value, place) => value * (place - middle)));
    /** Slope per place, about the middle of the stretch. */
    const slopeOf = (start: number, end: number): number => {
        const count = end - start;
        const center = (start + end - 1) / 2 - middle;
        const product = products[end] - products[start] - center * (sums[end] - sums[start]);
        return count < 2 ? 0 : (12 * product) / (count * (count * count - 1));
    };
    return {
        length: values.length,
        parameters: 2,
        isSquared: true,
        of: (start, end) => {
            const count = end - start;
            const sum = sums[end] - sums[start];
            const slope = slopeOf(start, end);
            const explained = (slope * slope * count * (count * count - 1)) / 12;
            return Math.max(0, squares[end] - squares[start] - (sum * sum) / count - explained);
        },
        writeResiduals: (start, end, residuals) => {
            const mean = (sums[end] - sums[start]) / (end - start);
            const slope = slopeOf(start, end);
            const center = (start + end - 1) / 2;
            for (let index = start; index < end; index++) {
                residuals[index] = level[index] - mean - slope * (index - center);
            }
        }
    };
}
