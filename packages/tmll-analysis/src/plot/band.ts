import { linePoints } from './line-points';
import { TimeAxis } from './time-axis';

interface BandLines {
    readonly origin: bigint;
    readonly times: Float64Array;
    /** NaN interrupts the band. */
    readonly low: Float64Array;
    readonly high: Float64Array;
}

/**
 * ECharts series for a region between two lines: one that is not seen, and on it an area of the height between them.
 * @param name of the area, for a legend
 */
export function bandBetween(name: string, lines: BandLines, axis: TimeAxis, color: string, opacity: number): object[] {
    const { origin, times, low, high } = lines;
    const line = {
        type: 'line',
        showSymbol: false,
        lineStyle: { opacity: 0 },
        silent: true,
        stack: name,
        stackStrategy: 'all'
    };
    const pointsOf = (values: Float64Array): object[] => linePoints({ origin, times, values }, axis);
    return [
        { ...line, name: `${name}, from`, data: pointsOf(low) },
        {
            ...line,
            name,
            areaStyle: { color, opacity },
            itemStyle: { color },
            data: pointsOf(high.map((value, index) => value - low[index]))
        }
    ];
}
