/**
 * p-values corrected for their number: calling those up to α significant keeps the expected share of false ones among them
 * at α. Benjamini and Hochberg, "Controlling the false discovery rate" (1995); valid for independent and for positively
 * dependent tests.
 *
 * @param pValues from 0 to 1, NaN for tests that could not be made, which do not count
 * @returns in the same order, never below the p-value itself
 */
export function adjustPValues(pValues: Float64Array): Float64Array {
    const order = Array.from(pValues.keys())
        .filter(index => !Number.isNaN(pValues[index]))
        .sort((a, b) => pValues[b] - pValues[a]);
    const adjusted = new Float64Array(pValues.length).fill(NaN);
    let least = 1;
    order.forEach((index, place) => {
        least = Math.min(least, (pValues[index] * order.length) / (order.length - place));
        adjusted[index] = least;
    });
    return adjusted;
}
