import { selectQuantile } from '../statistics/quantile';
import { Detection } from './detection';

/**
 * What is usual in a series by the values that are not flagged: their median, and the range from the least to the
 * greatest, the same for each point. For methods that judge shapes and so expect no value in particular.
 */
export function unflaggedBand(
    values: Float64Array,
    flags: Uint8Array
): Pick<Detection, 'expected' | 'low' | 'high' | 'judges'> {
    const usual = new Float64Array(values.length);
    let count = 0;
    let low = Infinity;
    let high = -Infinity;
    for (let index = 0; index < values.length; index++) {
        const value = values[index];
        if (flags[index] === 0 && Number.isFinite(value)) {
            usual[count++] = value;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
    const column = (content: number): Float64Array => new Float64Array(values.length).fill(count > 0 ? content : NaN);
    return {
        expected: column(selectQuantile(usual.subarray(0, count), 0.5)),
        low: column(low),
        high: column(high),
        judges: 'shape'
    };
}
