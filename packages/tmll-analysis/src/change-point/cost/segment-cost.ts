/**
 * What a stretch of a series costs when one model describes it: the less, the better the model fits. A cost that is the
 * sum of squared distances from the model (`isSquared`) is to be divided by the variance of the noise; others are twice a
 * negative logarithm of a likelihood already.
 */
export interface SegmentCost {
    /** Number of values. */
    readonly length: number;
    /** Numbers that the model of one stretch has. */
    readonly parameters: number;
    readonly isSquared: boolean;
    /** Cost of the values from `start`, inclusive, to `end`, exclusive; there is at least one. */
    of(start: number, end: number): number;
    /** Distances of the values of a stretch from its model, written into `residuals` at the same places. */
    writeResiduals(start: number, end: number, residuals: Float64Array): void;
}

/** Makes the cost of values that are all finite. Takes one or two passes over them. */
export type CostOf = (values: Float64Array) => SegmentCost;

/** Sums of the first 0, 1, … n values. */
export function runningSums(values: Float64Array): Float64Array {
    const sums = new Float64Array(values.length + 1);
    for (let index = 0; index < values.length; index++) {
        sums[index + 1] = sums[index] + values[index];
    }
    return sums;
}

/** The values less their mean, so that differences of their sums do not cancel. */
export function centered(values: Float64Array): Float64Array {
    let sum = 0;
    for (let index = 0; index < values.length; index++) {
        sum += values[index] - values[0];
    }
    const middle = values[0] + sum / values.length;
    return values.map(value => value - middle);
}

/** Distances of all values from the models of the segments that the changes cut. */
export function residualsOf(cost: SegmentCost, changes: readonly number[]): Float64Array {
    const residuals = new Float64Array(cost.length);
    const ends = [...changes, cost.length];
    ends.forEach((end, index) => cost.writeResiduals(index === 0 ? 0 : ends[index - 1], end, residuals));
    return residuals;
}
