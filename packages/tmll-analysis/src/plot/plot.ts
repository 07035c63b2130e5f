import type { EChartsOption } from 'echarts';
import { TracePlace } from '../series/time-series';

/**
 * A picture of a result: what to draw, not where. Made by pure functions, one `plots.ts` an analysis; drawn as SVG by
 * `renderSvg` (files, reports) or by ECharts in a view. The option is plain JSON without functions and names no colour of a
 * theme, so that it can cross processes and suits light and dark.
 */
export interface Plot {
    /** In dash-case, unique within a result; the name of its file. */
    readonly id: string;
    readonly title: string;
    /** One sentence that tells what it shows, for those who do not see it. */
    readonly description: string;
    /** Pixels. */
    readonly width: number;
    readonly height: number;
    readonly option: EChartsOption;
    /** What marks speak of: an item of the option whose `place` is an index into these leads there in a view. */
    readonly places?: readonly TracePlace[];
}

/** Size of a plot in pixels; what is missing takes the plot's own default. */
export interface PlotSize {
    readonly width?: number;
    readonly height?: number;
}

/** Colours with a meaning, readable on light and on dark ground. All others are chosen by the theme. */
export const PLOT_COLORS = {
    severity: { info: '#8a8f98', low: '#3d8fd1', medium: '#c9930a', high: '#e0701b', critical: '#d9363e' },
    /** A fitted trend or a rolling mean. */
    trend: '#d9822b',
    /** A limit that was set. */
    threshold: '#d9363e',
    /** What was expected, and the band around it. */
    expected: '#2e9e6b',
    /** Stretches that rest. */
    idle: '#2e9e6b',
    /** What is there but does not matter. */
    muted: '#8a8f98'
} as const;
