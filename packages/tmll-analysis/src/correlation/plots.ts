import { PLOT_COLORS, Plot, PlotSize } from '../plot/plot';
import { linePoints } from '../plot/line-points';
import { timeAxis } from '../plot/time-axis';
import { rangeOf, TimeSeries } from '../series/time-series';
import { moments } from '../statistics/moments';
import { isRelated } from './correlation-findings';
import { CorrelationData } from './correlation-result';

/** Diverging colours that those who do not tell red from green tell apart: falling, nothing, rising. */
const DIVERGING = ['#2166ac', '#67a9cf', '#d1e5f0', '#f7f7f7', '#fddbc7', '#ef8a62', '#b2182b'];

/** With more series the values do not fit their cells. */
const MOST_LABELLED = 20;

/** With more series not all names fit. */
const MOST_NAMED = 60;

const CELL = 34;
/** Cells of many series are smaller, so that the matrix stays about this wide. */
const WIDEST = 900;
const SMALLEST_CELL = 3;
const MARGIN = 190;
const LONGEST_NAME = 28;

/**
 * The correlation matrix below its diagonal: blue where one falls as the other rises, red where they rise together, faint where
 * it may be chance. Related series stand side by side.
 */
export function correlationMatrixPlot(data: CorrelationData, size: PlotSize = {}): Plot {
    const { order, pairs, series } = data;
    const places = new Map(order.map((index, place) => [index, place]));
    const names = order.map(index => shortName(series[index].name));
    const isLabelled = series.length <= MOST_LABELLED;
    const cells = pairs.map(pair => {
        const [column, row] = [places.get(pair.first) ?? 0, places.get(pair.second) ?? 0].sort((a, b) => a - b);
        const isSure = pair.isSignificant;
        const sign = isRelated(pair) && !isSure ? ' ⇄' : '';
        return {
            value: [column, row, Number(pair.coefficient.toFixed(4))],
            itemStyle: { opacity: isSure ? 1 : 0.35 },
            label: {
                show: isLabelled,
                formatter: `${pair.coefficient.toFixed(2)}${sign}`,
                fontWeight: isSure ? 'bold' : 'normal'
            }
        };
    });
    const cell = Math.max(SMALLEST_CELL, Math.min(CELL, WIDEST / Math.max(1, series.length)));
    const side = MARGIN + Math.round(Math.max(4, series.length) * cell);
    const interval = series.length <= MOST_NAMED ? 0 : ('auto' as const);
    return {
        id: 'correlation-matrix',
        title: 'Correlation Matrix',
        description: `How ${series.length} series move together, pair by pair; faint where it may be chance.`,
        width: size.width ?? side + 90,
        height: size.height ?? side,
        option: {
            grid: { left: MARGIN, top: 44, right: 90, bottom: MARGIN - 60 },
            xAxis: {
                type: 'category',
                data: names,
                axisLabel: { rotate: 50, interval },
                splitArea: { show: false }
            },
            yAxis: { type: 'category', data: names, inverse: true, axisLabel: { interval } },
            visualMap: {
                min: -1,
                max: 1,
                precision: 1,
                calculable: false,
                orient: 'vertical',
                right: 8,
                top: 'center',
                inRange: { color: DIVERGING }
            },
            series: [
                {
                    type: 'heatmap',
                    data: cells as never,
                    label: { show: isLabelled, color: '#1b1b1b', fontSize: 10 },
                    itemStyle: { borderColor: PLOT_COLORS.muted, borderWidth: 0.5 },
                    emphasis: { itemStyle: { borderColor: PLOT_COLORS.trend, borderWidth: 3, opacity: 1 } }
                }
            ]
        }
    };
}

/**
 * Series over one another, each in standard deviations from its own mean, so that shapes can be compared whatever the units.
 * @param series at least one with points
 */
export function overlaidSeriesPlot(series: readonly TimeSeries[], size: PlotSize = {}): Plot {
    const ranges = series.map(rangeOf).filter(range => range !== undefined);
    const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
    const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
    const axis = timeAxis({
        startNs: ranges.map(({ startNs }) => startNs).reduce(least, ranges[0]?.startNs ?? 0n),
        endNs: ranges.map(({ endNs }) => endNs).reduce(greatest, ranges[0]?.endNs ?? 0n)
    });
    return {
        id: 'overlaid-series',
        title: 'Series over Time',
        description: `${series.map(({ name }) => name).join(', ')} over one another, each in its own standard deviations.`,
        width: size.width ?? 960,
        height: size.height ?? 420,
        option: {
            legend: { bottom: 0, type: 'scroll' },
            grid: { left: 60, right: 28, top: 44, bottom: 76 },
            xAxis: axis.option,
            yAxis: { type: 'value', name: 'standard deviations', nameLocation: 'middle', nameGap: 36, scale: true },
            series: series.map(each => ({
                type: 'line' as const,
                name: each.name,
                showSymbol: false,
                lineStyle: { width: 1.2 },
                data: linePoints({ ...each, values: standardScores(each.values) }, axis)
            }))
        }
    };
}

/** Deviations from the mean in standard deviations; 0 for constants. */
export function standardScores(values: Float64Array): Float64Array {
    const { count, mean, squares } = moments(values);
    const deviation = Math.sqrt(squares / count) || 1;
    return values.map(value => (value - mean) / deviation);
}

/** The end of a name, which tells most. */
function shortName(name: string): string {
    return name.length <= LONGEST_NAME ? name : `…${name.slice(1 - LONGEST_NAME)}`;
}
