import { TracePlace } from '../series/time-series';
import { MarkList } from './mark-list';

interface RowLook {
    readonly name: string;
    /** A colour of the theme where it is left out. */
    readonly color?: string;
    /** Pixels. */
    readonly width: number;
}

/** More bars are drawn as one line, none of which leads anywhere: they could not be told apart, and marks are slow. */
const MOST_BARS = 400;

/**
 * An ECharts series of bars along a time axis, on rows of a category axis, as in a time graph. Each bar leads to its place.
 * @param bars on which row, and from when to when
 */
export function rowLine(
    bars: readonly { readonly row: number; readonly place: TracePlace }[],
    { name, color, width }: RowLook,
    marks: MarkList
): object {
    const paint = color === undefined ? {} : { color };
    const lineStyle = { type: 'solid', cap: 'butt', width, ...paint };
    const line = { type: 'line', name, showSymbol: false, lineStyle, itemStyle: paint };
    if (bars.length <= MOST_BARS) {
        const data = bars.map(({ row, place }) => marks.bar(row, place));
        return { ...line, data: [], markLine: { symbol: 'none', label: { show: false }, lineStyle, data } };
    }
    const data = bars.flatMap(({ row, place: { startNs, endNs } }) => [
        [marks.axis.at(startNs), row],
        [marks.axis.at(endNs), row],
        [marks.axis.at(endNs), null]
    ]);
    return { ...line, data };
}
