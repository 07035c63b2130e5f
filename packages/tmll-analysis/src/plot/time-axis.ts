import type { XAXisComponentOption } from 'echarts';
import { formatNs } from '../series/format';
import { TimeRange } from '../series/time-series';

/** A time axis of a plot: times count from the start of its range, for ns since the epoch do not fit the axis' doubles. */
export interface TimeAxis {
    readonly option: XAXisComponentOption;
    /** Place on the axis of a time in ns since the epoch. */
    at(ns: bigint): number;
    /** Place on the axis of a time in ns from an origin in ns since the epoch, exact as far as doubles of the axis' unit are. */
    from(origin: bigint): (offset: number) => number;
}

const UNITS: readonly (readonly [name: string, ns: number])[] = [
    ['h', 3_600e9],
    ['min', 60e9],
    ['s', 1e9],
    ['ms', 1e6],
    ['µs', 1e3],
    ['ns', 1]
];

/** A range is shown in the largest unit of which it has at least this many. */
const FEWEST_UNITS = 3;

/** The axis of a range, in the unit that suits its length. */
export function timeAxis({ startNs, endNs }: TimeRange): TimeAxis {
    const length = Number(endNs - startNs);
    const [unit, size] = UNITS.find(([, ns]) => length >= FEWEST_UNITS * ns) ?? UNITS[UNITS.length - 1];
    return {
        option: {
            type: 'value',
            name: `${unit} since ${formatNs(startNs)}`,
            nameLocation: 'middle',
            nameGap: 28,
            min: 0,
            max: Math.max(length, 1) / size,
            splitLine: { show: false }
        },
        at: ns => Number(ns - startNs) / size,
        from: origin => {
            const shift = Number(origin - startNs);
            return offset => (offset + shift) / size;
        }
    };
}
