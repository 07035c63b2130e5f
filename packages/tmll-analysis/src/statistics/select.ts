/**
 * Puts the k-th smallest value of `values[left..right]` (both inclusive) at index k, smaller or equal ones before it,
 * greater or equal ones after it. Works in place, in linear time on average. There must be no NaN.
 *
 * Floyd and Rivest, "Algorithm 489: SELECT", Communications of the ACM 18 (1975).
 */
export function select(values: Float64Array, k: number, left = 0, right = values.length - 1): void {
    while (right > left) {
        if (right - left > 600) {
            // Selecting in a small sample around k first gives a pivot so close to the answer that little is left.
            const n = right - left + 1;
            const rank = k - left + 1;
            const z = Math.log(n);
            const size = 0.5 * Math.exp((2 * z) / 3);
            const spread = 0.5 * Math.sqrt((z * size * (n - size)) / n) * Math.sign(rank - n / 2);
            const from = Math.max(left, Math.floor(k - (rank * size) / n + spread));
            const to = Math.min(right, Math.floor(k + ((n - rank) * size) / n + spread));
            select(values, k, from, to);
        }
        const pivot = partition(values, k, left, right);
        if (pivot <= k) {
            left = pivot + 1;
        }
        if (k <= pivot) {
            right = pivot - 1;
        }
    }
}

/** Parts `values[left..right]` by the value at k and returns the index where that value ends up. */
function partition(values: Float64Array, k: number, left: number, right: number): number {
    const pivot = values[k];
    let i = left;
    let j = right;
    swap(values, left, k);
    if (values[right] > pivot) {
        swap(values, left, right);
    }
    while (i < j) {
        swap(values, i, j);
        i++;
        j--;
        while (values[i] < pivot) {
            i++;
        }
        while (values[j] > pivot) {
            j--;
        }
    }
    if (values[left] === pivot) {
        swap(values, left, j);
        return j;
    }
    swap(values, j + 1, right);
    return j + 1;
}

function swap(values: Float64Array, i: number, j: number): void {
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
}
