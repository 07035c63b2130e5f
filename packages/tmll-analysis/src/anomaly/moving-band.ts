import { Detection } from './detection';

/** What is usual at each point of a series, as columns as long as the series. */
export interface MovingBand {
    /** NaN where nothing is expected; such a point is not judged. */
    readonly expected: Float64Array;
    /** Distance from it that counts as a score of 1; positive. */
    readonly deviation: Float64Array;
    /** The score beyond which a value stands out. */
    readonly threshold: number;
    readonly support: number;
    readonly memory: number;
}

/** Compares each value with what is usual there. */
export function detectAround(band: MovingBand, values: Float64Array): Detection {
    const { expected, deviation, threshold, support, memory } = band;
    const length = values.length;
    const score = new Float64Array(length);
    const low = new Float64Array(length);
    const high = new Float64Array(length);
    const flags = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
        const distance = Math.abs(values[index] - expected[index]);
        const reach = threshold * deviation[index];
        score[index] = distance < Infinity ? distance / deviation[index] : NaN;
        low[index] = expected[index] - reach;
        high[index] = expected[index] + reach;
        if (distance > reach && distance < Infinity) {
            flags[index] = 1;
        }
    }
    return { score, expected, low, high, flags, threshold, support, memory };
}

/**
 * Replaces, in place, deviations that come from rounding alone: where there is no spread, the smallest difference would be
 * infinitely far out.
 * @param rounding deviation up to which there is none
 * @param least what stands in for it, unless that is less than the rounding
 */
export function widen(deviations: Float64Array, rounding: number, least: number): Float64Array {
    const instead = Math.max(rounding, least);
    for (let index = 0; index < deviations.length; index++) {
        if (deviations[index] <= rounding) {
            deviations[index] = instead;
        }
    }
    return deviations;
}
