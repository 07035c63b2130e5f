/**
 * Ranks from 1 on in ascending order; equal values have the mean of their ranks (`rankdata` of scipy by default). In n·log n.
 * @param values none of them NaN
 */
export function ranks(values: Float64Array): Float64Array {
    const sorted = values.slice().sort();
    const meanRanks = new Float64Array(sorted.length);
    for (let first = 0; first < sorted.length;) {
        let end = first + 1;
        while (end < sorted.length && sorted[end] === sorted[first]) {
            end++;
        }
        meanRanks.fill((first + 1 + end) / 2, first, end);
        first = end;
    }
    return values.map(value => meanRanks[placeOf(value, sorted)]);
}

/** Where a value stands first. */
function placeOf(value: number, sorted: Float64Array): number {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle] < value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
