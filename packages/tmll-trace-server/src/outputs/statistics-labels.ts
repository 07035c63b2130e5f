import type { Interval, IntervalStatistics } from './columns/interval-summary';
import { formatDuration } from './format';
import { textHeaders, type TreeHeader } from './output';

/** The columns of Trace Compass's statistics of intervals. */
export const statisticsHeaders: readonly TreeHeader[] = [
    ...textHeaders('Label', 'Minimum', 'Maximum', 'Average', 'Std Dev', 'Count', 'Total'),
    { name: 'Min Time Range', dataType: 'TIME_RANGE' },
    { name: 'Max Time Range', dataType: 'TIME_RANGE' }
];

const NO_VALUE = '---';
/** Trace Compass gives a standard deviation from three intervals on. */
const FEWEST_FOR_DEVIATION = 3;

/**
 * Statistics as the texts of those columns.
 *
 * @param origin ns since the epoch of the trace's origin
 */
export function statisticsLabels(label: string, statistics: IntervalStatistics, origin: bigint): string[] {
    const { count, total, mean, deviation, shortest, longest } = statistics;
    return [
        label,
        formatDuration(shortest.end - shortest.start),
        formatDuration(longest.end - longest.start),
        formatDuration(mean),
        count < FEWEST_FOR_DEVIATION ? NO_VALUE : formatDuration(deviation),
        String(count),
        formatDuration(total),
        rangeText(shortest, origin),
        rangeText(longest, origin)
    ];
}

function rangeText({ start, end }: Interval, origin: bigint): string {
    return `[${origin + BigInt(start)},${origin + BigInt(end)}]`;
}
