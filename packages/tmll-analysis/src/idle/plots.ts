import { linePoints } from '../plot/line-points';
import { areasOf, MarkList } from '../plot/mark-list';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { LEGEND_BELOW } from '../plot/plot-frame';
import { timeAxis } from '../plot/time-axis';
import { valueAxis } from '../plot/value-axis';
import { formatValue } from '../series/format';
import { TimeRange } from '../series/time-series';
import { CpuScheduling, IdleData, IdleResource } from './idle-result';

const DEFAULT_SIZE = { width: 1100, height: 280 };

/** A plot a resource: its use, its threshold and its idle periods. */
export function resourceUtilizationPlots({ resources }: IdleData, range: TimeRange, size: PlotSize = {}): Plot[] {
    return resources.map((resource, index) => ({
        ...resourcePlot(resource, range, size),
        id: `resource-utilization-${index + 1}`
    }));
}

/** The use of one resource, its threshold and its idle periods. */
export function resourcePlot(resource: IdleResource, range: TimeRange, size: PlotSize = {}): Plot {
    const { name, unit, threshold, periods, curve, series: reference } = resource;
    const axis = timeAxis(range);
    const marks = new MarkList(axis);
    const values = valueAxis([curve.values], unit);
    const series = {
        type: 'line',
        name,
        showSymbol: false,
        lineStyle: { width: 1 },
        data: linePoints({ origin: curve.originNs, times: curve.times, values: values.all(curve.values) }, axis),
        markLine: {
            symbol: 'none',
            lineStyle: { color: PLOT_COLORS.threshold, type: 'dashed' },
            label: { formatter: `idle below ${formatValue(threshold, unit)}`, position: 'insideEndTop' },
            data: [{ yAxis: values.at(threshold) }]
        },
        markArea: {
            itemStyle: { color: PLOT_COLORS.idle, opacity: 0.2 },
            data: areasOf(periods, reference, marks)
        }
    };
    return {
        ...DEFAULT_SIZE,
        ...size,
        id: 'resource-utilization',
        title: name,
        description: `${name} with ${periods.length} idle periods below ${formatValue(threshold, unit)}.`,
        option: { xAxis: axis.option, yAxis: { ...values.option, scale: false }, series: [series] as never },
        places: marks.places
    };
}

/** How busy each CPU was over time, how its time was shared, and the tasks that ran longest. */
export function cpuSchedulingPlots(scheduling: CpuScheduling, size: PlotSize = {}): Plot[] {
    const names = scheduling.cpus.map(({ cpu }) => `CPU ${cpu}`);
    if (names.length === 0) {
        return [];
    }
    const slices = scheduling.cpus[0].sliceValues.length;
    const cells = scheduling.cpus.flatMap(({ sliceValues }, row) =>
        Array.from(sliceValues, (share, slice) => [
            slice,
            row,
            Number.isFinite(share) ? Math.round(1000 * share) / 10 : null
        ])
    );
    const heat: Plot = {
        ...DEFAULT_SIZE,
        height: 120 + 28 * names.length,
        ...size,
        id: 'cpu-utilization',
        title: 'CPU utilization',
        description: `How busy each of ${names.length} CPUs was in ${slices} equal slices of the range.`,
        option: {
            grid: { left: 72, right: 90, top: 44, bottom: 40 },
            xAxis: {
                type: 'category',
                name: 'slice',
                nameLocation: 'middle',
                nameGap: 26,
                data: Array.from({ length: slices }, (_, slice) => `${slice + 1}`)
            },
            yAxis: { type: 'category', data: names },
            visualMap: {
                min: 0,
                max: 100,
                right: 0,
                top: 'middle',
                text: ['100 %', '0 %'],
                inRange: { color: ['#ffffcc', '#fd8d3c', '#800026'] }
            },
            series: [{ type: 'heatmap', data: cells as never }]
        }
    };
    return [heat, sharesPlot(scheduling, names, size), tasksPlot(scheduling, size)];
}

/** Tasks told apart in the picture of shares. */
const MOST_TASKS = 5;

function sharesPlot({ cpus, tasks }: CpuScheduling, names: readonly string[], size: PlotSize): Plot {
    const foremost = tasks.slice(0, MOST_TASKS).map(({ name }) => name);
    const shareOf = (index: number, task: string): number =>
        cpus[index].tasks.find(({ name }) => name === task)?.share ?? 0;
    const rows = foremost.map(task => ({ name: task, data: names.map((_, index) => percentOf(shareOf(index, task))) }));
    const rest = names.map((_, index) =>
        percentOf(Math.max(0, cpus[index].utilization - foremost.reduce((sum, task) => sum + shareOf(index, task), 0)))
    );
    const idle = names.map((_, index) => percentOf(1 - cpus[index].utilization));
    const bars = [...rows, { name: 'others', data: rest }, { name: 'idle', data: idle }];
    return {
        ...DEFAULT_SIZE,
        height: 140 + 32 * names.length,
        ...size,
        id: 'cpu-task-shares',
        title: 'Tasks by CPU',
        description: 'The share of the time of each CPU that the five foremost tasks, others and idleness had.',
        option: {
            ...LEGEND_BELOW,
            xAxis: { type: 'value', name: '%', max: 100 },
            yAxis: { type: 'category', data: [...names] },
            series: bars.map(({ name, data }) => ({
                type: 'bar',
                name,
                stack: 'time',
                data,
                ...(name === 'idle' ? { itemStyle: { color: PLOT_COLORS.muted, opacity: 0.25 } } : {})
            })) as never
        }
    };
}

function tasksPlot({ tasks }: CpuScheduling, size: PlotSize): Plot {
    const ascending = [...tasks].reverse();
    return {
        ...DEFAULT_SIZE,
        height: 120 + 18 * ascending.length,
        ...size,
        id: 'top-tasks',
        title: `Top ${tasks.length} tasks`,
        description: 'The tasks that ran longest, by their share of the time of all CPUs.',
        option: {
            grid: { left: 200, right: 28, top: 44, bottom: 40 },
            xAxis: { type: 'value', name: '%' },
            yAxis: { type: 'category', data: ascending.map(({ name }) => name) },
            series: [{ type: 'bar', data: ascending.map(({ share }) => percentOf(share)) }]
        }
    };
}

function percentOf(share: number): number {
    return Math.round(10_000 * share) / 100;
}
