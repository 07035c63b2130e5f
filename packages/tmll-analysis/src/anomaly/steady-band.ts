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

/** The lowest and the highest value that do not stand out. */
export function endsOf({ from, to, unit, threshold }: SteadyBand): { low: number; high: number } {
    return { low: from - threshold * unit, high: to + threshold * unit };
}

/** Compares each value with the band. */
export function detectOutside(band: SteadyBand, values: Float64Array): Detection {
    const { expected, threshold, support } = band;
    const { low, high } = endsOf(band);
    const column = (content: number): Float64Array => new Float64Array(values.length).fill(content);
    return {
        ...scoreOutside(band, values),
        expected: column(expected),
        low: column(low),
        high: column(high),
        threshold,
        support,
        memory: 0
    };
}

/** Score and flag of each value. */
export function scoreOutside(band: SteadyBand, values: Float64Array): Pick<Detection, 'score' | 'flags'> {
    const { from, to, unit } = band;
    const { low, high } = endsOf(band);
    const length = values.length;
    const score = new Float64Array(length);
    const flags = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
        const value = values[index];
        // The difference of a value with itself is 0, or NaN where there is none, which is then the maximum.
        const distance = Math.max(value - to, from - value, value - value);
        score[index] = distance / unit;
        if ((value > high || value < low) && distance < Infinity) {
            flags[index] = 1;
        }
    }
    return { score, flags };
}
