import { linePoints } from '../../plot/line-points';
import { Plot, PLOT_COLORS, PlotSize } from '../../plot/plot';
import { timeAxis } from '../../plot/time-axis';
import { TimeSeries } from '../../series/time-series';
import { WindowCause, WindowChange, WindowData } from './window-result';

/** Causes that are ranked in the picture. */
const MOST_RANKED = 12;
const BAR = 26;
const LONGEST_NAME = 34;

/** How important each cause is, the most important on top. */
export function causeRankPlot({ causes }: WindowData, size: PlotSize = {}): Plot {
    const ranked = causes.slice(0, MOST_RANKED);
    const names = ranked.map(({ subject }) => subject);
    return {
        id: 'causes',
        title: 'Causes by Importance',
        description: `${ranked.length} causes; the most important is ${names[0] ?? 'none'}.`,
        width: size.width ?? 900,
        height: size.height ?? 110 + ranked.length * BAR,
        option: {
            grid: { left: 250, right: 60, top: 44, bottom: 50 },
            xAxis: { type: 'value', name: 'importance', nameLocation: 'middle', nameGap: 28, min: 0, max: 1 },
            yAxis: { type: 'category', inverse: true, data: names.map(shortName) },
            series: [
                {
                    type: 'bar',
                    barMaxWidth: 16,
                    label: { show: true, position: 'right' },
                    data: ranked.map(({ changes: [change] }) => Number(change.importance.toFixed(2)))
                }
            ]
        }
    };
}

/** What of a cause changed most, over time: its baseline, what came before the window, and the window. */
export function causePlot(data: WindowData, { subject, changes: [change] }: WindowCause, size: PlotSize = {}): Plot {
    const { window, baseline, stepNs } = data;
    const startNs = baseline.startNs < change.windowStartNs ? baseline.startNs : change.windowStartNs;
    const endNs = baseline.endNs > window.endNs ? baseline.endNs : window.endNs;
    const axis = timeAxis({ startNs, endNs });
    const line = (name: string, origin: bigint, values: Float64Array): object => ({
        type: 'line',
        name,
        step: 'end',
        showSymbol: values.length === 1,
        data: linePoints(onBins(change, origin, stepNs, values), axis)
    });
    return {
        id: `cause-${change.outputId}-${change.id}`.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase(),
        title: subject === change.name ? subject : `${subject}: ${change.name}`,
        description: `${change.name} in the baseline and around the window, which is shaded.`,
        width: size.width ?? 900,
        height: size.height ?? 280,
        option: {
            legend: { bottom: 0 },
            grid: { left: 84, right: 28, top: 44, bottom: 84 },
            xAxis: axis.option,
            yAxis: { type: 'value', name: change.unit, scale: true },
            series: [
                line('Baseline', baseline.startNs, change.baselineValues),
                {
                    ...line('Before and in the window', change.windowStartNs, change.windowValues),
                    markArea: {
                        silent: true,
                        itemStyle: { color: PLOT_COLORS.muted, opacity: 0.2 },
                        data: [[{ xAxis: axis.at(window.startNs) }, { xAxis: axis.at(window.endNs) }]]
                    },
                    markLine: {
                        symbol: 'none',
                        silent: true,
                        lineStyle: { color: PLOT_COLORS.threshold, type: 'dashed' },
                        label: { formatter: 'begins', position: 'insideEndTop' },
                        data: [{ xAxis: axis.at(change.onsetNs) }]
                    }
                }
            ] as never
        }
    };
}

function onBins(
    { id, name, path, unit }: WindowChange,
    origin: bigint,
    stepNs: bigint,
    values: Float64Array
): TimeSeries {
    const times = Float64Array.from(values, (_, bin) => bin * Number(stepNs));
    return { id, name, path, unit, origin, times, values };
}

/** The end of a name, which tells most. */
function shortName(name: string): string {
    return name.length <= LONGEST_NAME ? name : `…${name.slice(1 - LONGEST_NAME)}`;
}
