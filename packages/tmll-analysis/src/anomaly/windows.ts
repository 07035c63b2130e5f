/** First indices of windows of a size, one every `hop` points, the last moved back so that it ends with the series. */
export function windowStarts(length: number, size: number, hop: number): Uint32Array {
    const count = length < size ? 0 : Math.ceil((length - size) / hop) + 1;
    return Uint32Array.from({ length: count }, (_, place) => Math.min(place * hop, length - size));
}

/** Number of values that are there in each window. */
export function countsIn(values: Float64Array, starts: Uint32Array, size: number): Uint32Array {
    const until = new Uint32Array(values.length + 1);
    for (let index = 0; index < values.length; index++) {
        until[index + 1] = until[index] + (Number.isFinite(values[index]) ? 1 : 0);
    }
    return starts.map(start => until[start + size] - until[start]);
}

/**
 * Scores of windows as scores of points: a window's is that of its middle; between two middles it changes evenly, before
 * the first and after the last it stays. Points without a value have none.
 * @param starts ascending, one at least
 */
export function pointScores(
    values: Float64Array,
    starts: Uint32Array,
    size: number,
    scores: Float64Array
): Float64Array {
    const result = new Float64Array(values.length);
    const half = (size - 1) / 2;
    const last = starts.length - 1;
    let next = 0;
    for (let index = 0; index < values.length; index++) {
        const start = index - half;
        while (next <= last && starts[next] <= start) {
            next++;
        }
        if (!Number.isFinite(values[index])) {
            result[index] = NaN;
        } else if (next === 0 || next > last) {
            result[index] = scores[next === 0 ? 0 : last];
        } else {
            const share = (start - starts[next - 1]) / (starts[next] - starts[next - 1]);
            result[index] = scores[next - 1] + share * (scores[next] - scores[next - 1]);
        }
    }
    return result;
}
