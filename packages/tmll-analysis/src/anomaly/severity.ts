/**
 * How much a stretch of points that stand out matters, 0 to 100: 100 · x/(x + 3) with x = r · (1 + log₄ n).
 *
 * A single point just beyond the threshold has 25, one at three times the threshold 50; a fourfold duration counts as
 * much as a twofold excess. Only the ratio to the method's own threshold enters, so it compares across methods.
 * @param ratio r, the highest score in units of the threshold, from 1 on
 * @param length n, the number of points from its first to its last, from 1 on
 */
export function severityOf(ratio: number, length: number): number {
    const weight = ratio * (1 + Math.log2(length) / 2);
    return weight === Infinity ? 100 : (100 * weight) / (weight + 3);
}

/**
 * How sure it is that such a stretch is no chance, 0 to 1: (1 − 1/(2 r² m)) · (1 − 1/√(2(s − 1))).
 *
 * The first factor starts at one half for a single point at the threshold. The second is how well the usual spread is
 * known: 1/√(2(s − 1)) is the relative standard error of a standard deviation from s values.
 * @param ratio r, the highest score in units of the threshold, from 1 on
 * @param flagged m, the number of points that stand out, from 1 on
 * @param support s, the number of values that the expectation rests on, from 2 on
 */
export function confidenceOf(ratio: number, flagged: number, support: number): number {
    const surprise = 1 - 1 / (2 * ratio * ratio * flagged);
    const knowledge = 1 - 1 / Math.sqrt(2 * (support - 1));
    return surprise * knowledge;
}
