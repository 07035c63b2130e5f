import { TimeRange } from 'tmll-analysis/algorithms';
import { SampleTimes } from '../outputs/sample-times';

/** How far a pulse rises above everything else that a chart shows. */
const ABOVE = 1.05;

/**
 * A line that is up during periods and 0 elsewhere. The value at a time stands for the bin that ends there, so that no period
 * is lost between two times, however far a chart is zoomed out.
 * @param periods in any order
 * @param top the greatest value that the chart shows
 */
export function pulseAt(periods: readonly TimeRange[], at: SampleTimes, top: number): Float64Array {
    const high = ABOVE * (top > 0 ? top : 1);
    const { offsets } = at;
    const pulse = new Float64Array(offsets.length);
    for (const { startNs, endNs } of periods) {
        const start = Number(startNs - at.first);
        const end = Number(endNs - at.first);
        for (let index = firstFrom(offsets, start); index < offsets.length; index++) {
            pulse[index] = high;
            if (offsets[index] >= end) {
                break;
            }
        }
    }
    clearBefore(pulse, periods, at);
    return pulse;
}

/** The first bin is as long as the second, that of a single time 1 ns; a period that ended before it is not in it. */
function clearBefore(pulse: Float64Array, periods: readonly TimeRange[], { first, offsets }: SampleTimes): void {
    const before = offsets.length > 1 ? 2 * offsets[0] - offsets[1] : offsets[0] - 1;
    const isIn = periods.some(
        ({ startNs, endNs }) => Number(startNs - first) <= offsets[0] && Number(endNs - first) > before
    );
    pulse[0] = isIn ? pulse[0] : 0;
}

/** Index of the first time at or after another. */
function firstFrom(times: Float64Array, time: number): number {
    let [low, high] = [0, times.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (times[middle] < time) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
