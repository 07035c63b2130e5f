import { Detection } from './detection';

/** What is usual in a series, the same from its first point to its last. */
export interface SteadyBand {
    readonly expected: number;
    /** Values from `from` to `to` have score 0. */
    readonly from: number;
    readonly to: number;
    /** Distance beyond them that counts as a score of 1; positive. */
    readonly unit: number;
    /** The score beyond which a value stands out. */
    readonly threshold: number;
    /** Number of values it was made from. */
    readonly support: number;
}

/** Compares each value with the band. */
export function detectOutside(band: SteadyBand, values: Float64Array): Detection {
    const { expected, from, to, unit, threshold, support } = band;
    const length = values.length;
    const score = new Float64Array(length);
    const flags = new Uint8Array(length);
    const low = from - threshold * unit;
    const high = to + threshold * unit;
    for (let index = 0; index < length; index++) {
        const value = values[index];
        // The difference of a value with itself is 0, or NaN where there is none, which is then the maximum.
        const distance = Math.max(value - to, from - value, value - value);
        score[index] = distance / unit;
        if ((value > high || value < low) && distance < Infinity) {
            flags[index] = 1;
        }
    }
    return {
        score,
        expected: new Float64Array(length).fill(expected),
        low: new Float64Array(length).fill(low),
        high: new Float64Array(length).fill(high),
        flags,
        threshold,
        support,
        memory: 0
    };
}
