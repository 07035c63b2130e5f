/**
 * What overlaps of two series when the second is taken `lag` samples later: first[t] beside second[t + lag], as views on the same
 * memory.
 */
export function shifted(first: Float64Array, second: Float64Array, lag: number): readonly [Float64Array, Float64Array] {
    const length = Math.max(0, first.length - Math.abs(lag));
    const [skipFirst, skipSecond] = [Math.max(0, -lag), Math.max(0, lag)];
    return [first.subarray(skipFirst, skipFirst + length), second.subarray(skipSecond, skipSecond + length)];
}
