import type { EChartsOption } from 'echarts';
import { linePoints } from '../../plot/line-points';
import { Plot, PlotSize } from '../../plot/plot';
import { LEGEND_BELOW } from '../../plot/plot-frame';
import { PLOT_COLORS } from '../../plot/plot';
import { TimeAxis, timeAxis } from '../../plot/time-axis';
import { LeakData, UsageSeries } from '../leak-result';

const DEFAULT_SIZE = { width: 960, height: 320 };
/** Calls are counted in about as many windows: thinner ones would be a fence. */
const CALL_WINDOWS = 100;

/** The four plots of the quickstart: memory in use, calls, lifetimes, fragmentation. */
export function leakPlots(data: LeakData, size: PlotSize = {}): Plot[] {
    const { usage } = data;
    const axis = timeAxis({ startNs: usage.startNs, endNs: usage.endNs });
    const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = size;
    return [memoryUsage(usage, axis), operations(usage, axis), lifetimes(data), fragmentation(data, axis)].map(
        plot => ({
            ...plot,
            width,
            height
        })
    );
}

type Picture = Omit<Plot, 'width' | 'height'>;

function memoryUsage(usage: UsageSeries, axis: TimeAxis): Picture {
    return {
        id: 'memory-usage',
        title: 'Memory Usage Over Time',
        description: 'Live bytes of the program over time, with their rolling mean and the trend by Theil and Sen.',
        option: {
            ...LEGEND_BELOW,
            xAxis: axis.option,
            yAxis: byteAxis(usage.liveValues),
            series: [
                line('Memory usage', usage, usage.liveValues, axis, scaleOf(usage.liveValues).divisor),
                {
                    ...line('Rolling mean', usage, usage.rollingMeanValues, axis, scaleOf(usage.liveValues).divisor),
                    color: PLOT_COLORS.expected
                },
                {
                    ...line('Trend', usage, usage.trendValues, axis, scaleOf(usage.liveValues).divisor),
                    color: PLOT_COLORS.trend,
                    lineStyle: { type: 'dashed' }
                }
            ]
        }
    };
}

function operations(usage: UsageSeries, axis: TimeAxis): Picture {
    const joined = Math.max(1, Math.round(usage.times.length / CALL_WINDOWS));
    const coarse = { ...usage, times: usage.times.filter((_, index) => isLast(index, joined, usage.times.length)) };
    return {
        id: 'memory-operations',
        title: 'Memory Operations Over Time',
        description: 'Allocations and deallocations in each window of time.',
        option: {
            ...LEGEND_BELOW,
            xAxis: axis.option,
            yAxis: { type: 'value', name: 'calls' },
            series: [
                line('Allocations', coarse, sums(usage.allocationValues, joined), axis),
                {
                    ...line('Deallocations', coarse, sums(usage.deallocationValues, joined), axis),
                    lineStyle: { type: 'dashed' }
                }
            ]
        }
    };
}

function isLast(index: number, joined: number, length: number): boolean {
    return index % joined === joined - 1 || index === length - 1;
}

/** Sums of so many values each; the last one may be of fewer. */
function sums(values: Float64Array, joined: number): Float64Array {
    return Float64Array.from({ length: Math.ceil(values.length / joined) }, (_, index) =>
        values.subarray(index * joined, (index + 1) * joined).reduce((sum, value) => sum + value, 0)
    );
}

function lifetimes({ lifetimes: { edgeValues, countValues }, metrics }: LeakData): Picture {
    const { unit, ns } = unitOf(metrics.maximumLifetimeNs);
    const place = (time: number): number => Math.max(time, 1) / ns;
    const bars = Array.from(countValues, (count, bin): [number, number] => [
        Math.sqrt(place(edgeValues[bin]) * place(edgeValues[bin + 1])),
        count
    ]);
    const mark = (name: string, time: number, position: 'end' | 'insideEndTop'): object => ({
        name,
        xAxis: place(time),
        label: { formatter: name, position }
    });
    const data = [
        mark('mean', metrics.averageLifetimeNs, 'end'),
        mark('median', metrics.medianLifetimeNs, 'insideEndTop')
    ];
    return {
        id: 'pointer-lifetimes',
        title: 'Pointer Lifetime Distribution',
        description: 'How long blocks lived that were released, on a logarithmic scale, with mean and median.',
        option: {
            xAxis: { type: 'log', name: `lifetime in ${unit}`, nameLocation: 'middle', nameGap: 28 },
            yAxis: { type: 'value', name: 'blocks' },
            series: [
                {
                    type: 'bar',
                    name: 'Blocks',
                    data: bars,
                    ...(bars.length > 0
                        ? { markLine: { symbol: 'none', data, lineStyle: { color: PLOT_COLORS.trend } } }
                        : {})
                }
            ]
        }
    };
}

const TIME_UNITS = [
    { unit: 's', ns: 1e9 },
    { unit: 'ms', ns: 1e6 },
    { unit: 'µs', ns: 1e3 },
    { unit: 'ns', ns: 1 }
];

/** The largest unit of which a duration has ten. */
function unitOf(duration: number): (typeof TIME_UNITS)[number] {
    return TIME_UNITS.find(({ ns }) => duration >= 10 * ns) ?? TIME_UNITS[TIME_UNITS.length - 1];
}

function fragmentation({ usage, fragmentationThreshold }: LeakData, axis: TimeAxis): Picture {
    const percent = usage.fragmentationValues.map(share => 100 * share);
    return {
        id: 'memory-fragmentation',
        title: 'Memory Fragmentation Analysis',
        description: 'Share of the bytes of touched pages that no live block uses, with the threshold.',
        option: {
            xAxis: axis.option,
            yAxis: { type: 'value', name: '%', min: 0, max: 100 },
            series: [
                {
                    ...line('Fragmentation', usage, percent, axis),
                    markLine: {
                        symbol: 'none',
                        lineStyle: { color: PLOT_COLORS.threshold, type: 'dashed' },
                        data: [{ yAxis: 100 * fragmentationThreshold, name: 'threshold' }]
                    }
                }
            ]
        }
    };
}

type LineSeries = Extract<Extract<EChartsOption['series'], readonly unknown[]>[number], { type?: 'line' }>;

function line(name: string, usage: UsageSeries, values: Float64Array, axis: TimeAxis, divisor = 1): LineSeries {
    const series = {
        id: name,
        name,
        path: [name],
        unit: '',
        origin: usage.originNs,
        times: usage.times,
        values: divisor === 1 ? values : values.map(value => value / divisor)
    };
    return { type: 'line', name, showSymbol: false, data: linePoints(series, axis) };
}

function byteAxis(values: Float64Array): EChartsOption['yAxis'] {
    return { type: 'value', name: scaleOf(values).unit };
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** The unit in which the greatest value has one to four digits. */
function scaleOf(values: Float64Array): { readonly unit: string; readonly divisor: number } {
    const most = values.reduce((greatest, value) => Math.max(greatest, value), 1);
    const power = Math.min(Math.floor(Math.log2(most) / 10), UNITS.length - 1);
    return { unit: UNITS[power], divisor: 1024 ** power };
}
