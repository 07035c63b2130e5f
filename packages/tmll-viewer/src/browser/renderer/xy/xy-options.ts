import type * as uPlot from 'uplot';
import { TimeWindow } from '../../session/time-model';
import { ChartTheme } from '../../theme/chart-theme';
import { TimeDisplay } from '../../time/time-display';
import { PLOT_PADDING_BOTTOM, PLOT_PADDING_TOP, Y_AXIS_WIDTH } from '../../timeline/plot-geometry';
import { Size } from '../../react/use-size';
import { ValueFormat } from './value-format';
import { SeriesStyle } from './xy-data';
import { yRange } from './y-range';
import { UPlot } from './uplot';

/** How one series looks. */
export interface SeriesLook {
    readonly color: string;
    readonly style: SeriesStyle;
}

export interface XyOptionsInput {
    readonly size: Size;
    readonly theme: ChartTheme;
    readonly series: readonly SeriesLook[];
    readonly format: ValueFormat;
    readonly fromZero: boolean;
    /** Where the time axis has round times. */
    readonly ticks: TimeDisplay['ticks'];
    /** What the user has zoomed the Y axis to, at the time of drawing; undefined: the values decide. */
    yWindow(): [number, number] | undefined;
    /** What is on screen at the time of drawing. */
    view(): TimeWindow;
    readonly plugins: uPlot.Plugin[];
}

const AREA_OPACITY = '33';
const POINT_SIZE = 4;

/**
 * How uPlot draws an XY chart. Time runs along the X axis in ns from the session's origin and has no labels, for all panes
 * share those above them; mouse, cursor and legend are not uPlot's.
 */
export function xyOptions(input: XyOptionsInput): uPlot.Options {
    const { size, series, format, fromZero, view, plugins } = input;
    return {
        ...size,
        padding: [PLOT_PADDING_TOP, 0, PLOT_PADDING_BOTTOM, 0],
        legend: { show: false },
        cursor: { show: false },
        select: { show: false, left: 0, top: 0, width: 0, height: 0 },
        scales: {
            x: {
                time: false,
                range: () => {
                    const { start, end } = view();
                    return [start, end];
                }
            },
            y: { range: (_, low, high) => input.yWindow() ?? yRange(low ?? undefined, high ?? undefined, fromZero) }
        },
        axes: [timeAxis(input), valueAxis(input.theme, format)],
        series: [{}, ...series.map(seriesOptions)],
        plugins
    };
}

function timeAxis({ theme, view, ticks }: XyOptionsInput): uPlot.Axis {
    return {
        size: 0,
        splits: plot => ticks(view(), plot.width - Y_AXIS_WIDTH).ticks.map(tick => tick.time),
        values: (_, splits) => splits.map(() => ''),
        grid: { stroke: theme.grid, width: 1 },
        ticks: { show: false }
    };
}

function valueAxis(theme: ChartTheme, format: ValueFormat): uPlot.Axis {
    return {
        size: Y_AXIS_WIDTH,
        gap: 6,
        space: 26,
        font: theme.font,
        stroke: theme.text,
        incrs: format.steps,
        values: (_, splits, __, ___, step) => splits.map(value => format.formatTick(value, step)),
        grid: { stroke: theme.grid, width: 1 },
        ticks: { show: false }
    };
}

function seriesOptions({ color, style }: SeriesLook): uPlot.Series {
    const points: uPlot.Series.Points = { size: POINT_SIZE, width: 0, fill: color };
    const line: uPlot.Series = { stroke: color, width: 1, points };
    switch (style) {
        case 'scatter':
            return { ...line, paths: () => null, points: { ...points, show: true } };
        case 'bar':
            return {
                ...line,
                fill: color,
                width: 0,
                paths: UPlot.paths.bars?.({ size: [1] }),
                points: { show: false }
            };
        case 'area':
            return { ...line, fill: `${color}${AREA_OPACITY}` };
        case 'step':
            // A value stands for the time that ends at it.
            return { ...line, paths: UPlot.paths.stepped?.({ align: -1 }) };
        case 'line':
            return line;
    }
}
