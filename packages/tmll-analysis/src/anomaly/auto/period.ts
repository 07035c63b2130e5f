import { seasonalPeriod } from '../../statistics/seasonality';

/** Points looked at: more would take longer than all the rest. */
const SAMPLE = 4096;

/**
 * The period of a series in points, looked for in 4,096 points in its middle and, where these have none, in the means of
 * 4,096 blocks, which show periods of up to a fifth of a long series, to a block exactly. Undefined when there is none.
 */
export function periodOf(values: Float64Array): number | undefined {
    const start = Math.max(0, (values.length - SAMPLE) >> 1);
    const period = seasonalPeriod(scaled(values.subarray(start, start + SAMPLE)));
    if (period !== undefined || values.length < 2 * SAMPLE) {
        return period;
    }
    const size = Math.ceil(values.length / SAMPLE);
    const blocks = seasonalPeriod(scaled(blockMeans(values, size)));
    return blocks === undefined ? undefined : blocks * size;
}

function blockMeans(values: Float64Array, size: number): Float64Array {
    return Float64Array.from({ length: Math.floor(values.length / size) }, (_, block) => {
        let sum = 0;
        let count = 0;
        for (let index = block * size; index < (block + 1) * size; index++) {
            if (Number.isFinite(values[index])) {
                sum += values[index];
                count++;
            }
        }
        return sum / count;
    });
}

/** Brought to at most 1, for the squares of huge values are none. */
function scaled(values: Float64Array): Float64Array {
    let largest = 0;
    for (let index = 0; index < values.length; index++) {
        const size = Math.abs(values[index]);
        largest = size > largest && size < Infinity ? size : largest;
    }
    return largest > 0 ? values.map(value => value / largest) : values;
}
