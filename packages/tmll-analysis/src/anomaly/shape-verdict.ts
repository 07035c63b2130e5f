import { selectQuantile } from '../statistics/quantile';
import { Detection } from './detection';

/**
 * The detection of a method that judges shapes by scores alone: points are flagged where the score exceeds the threshold.
 *
 * Such a method expects no value in particular; what is usual is told by the values that are not flagged: their median,
 * and the range from the least to the greatest, the same for each point.
 */
export function shapeVerdict(
    values: Float64Array,
    verdict: Pick<Detection, 'score' | 'threshold' | 'baseline' | 'support'>
): Detection {
    const { score, threshold } = verdict;
    const length = values.length;
    const flags = new Uint8Array(length);
    const usual = new Float64Array(length);
    let count = 0;
    let low = Infinity;
    let high = -Infinity;
    for (let index = 0; index < length; index++) {
        const value = values[index];
        if (score[index] > threshold) {
            flags[index] = 1;
        } else if (Number.isFinite(value)) {
            usual[count++] = value;
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
    }
    const column = (content: number): Float64Array => new Float64Array(length).fill(count > 0 ? content : NaN);
    return {
        ...verdict,
        flags,
        expected: column(selectQuantile(usual.subarray(0, count), 0.5)),
        low: column(low),
        high: column(high),
        judges: 'shape',
        memory: 0
    };
}
