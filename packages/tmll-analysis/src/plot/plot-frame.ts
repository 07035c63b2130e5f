import type { EChartsOption } from 'echarts';
import { Plot } from './plot';

const GRID = { left: 72, right: 28, top: 44, bottom: 56 } as const;
/** Left and right of a title. */
const TITLE_MARGIN = 16;

/** What plots have around them unless they say otherwise: a title, cut where it would not fit, and room for axes. @param width pixels */
export function plotFrame({ title }: Pick<Plot, 'title'>, width: number): Pick<EChartsOption, 'title' | 'grid'> {
    const textStyle = { width: Math.max(1, width - 2 * TITLE_MARGIN), overflow: 'truncate' } as const;
    return { title: { text: title, left: 'center', top: 6, textStyle }, grid: GRID };
}

/** A legend below the axis, however narrow the plot is, and room for both; options of a plot. */
export const LEGEND_BELOW = { legend: { bottom: 0, type: 'scroll' }, grid: { ...GRID, bottom: 84 } } as const;
