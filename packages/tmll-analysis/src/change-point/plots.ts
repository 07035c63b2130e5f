import { formatValue } from '../series/format';
import { TimeRange } from '../series/time-series';
import { linePoints } from '../plot/line-points';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { TimeAxis, timeAxis } from '../plot/time-axis';
import { ChangePoint, ChangePointData, Curve, JointChangePoint, SeriesChangePoints } from './change-point-result';

const DEFAULT_SIZE = { width: 1100, height: 280 };
/** Series that are drawn together. */
const MOST_TOGETHER = 8;

/** The lines, marks and areas of one ECharts series, as plain as a plot needs them. */
type Line = Readonly<Record<string, unknown>>;

/**
 * A plot a series that changes, with the stretches between its changes; and one of all series, each from 0 to 1, for each way
 * to look at them together that found something.
 * @param range of the time axis
 */
export function changePointPlots({ series, joint }: ChangePointData, range: TimeRange, size: PlotSize = {}): Plot[] {
    const together = joint
        .filter(({ changes }) => changes.length > 0)
        .map(({ method, changes, component }) => {
            const axis = timeAxis(range);
            const drawn = series.slice(0, MOST_TOGETHER);
            const lines = drawn.map(({ name, curve }) => normalised(name, curve, axis));
            const common = component === undefined ? [] : [normalised('First principal component', component, axis)];
            return {
                ...DEFAULT_SIZE,
                ...size,
                id: `change-points-${method}`,
                title: TITLES[method],
                description: `${drawn.length} series, each from 0 to 1, and ${changes.length} moments at which they change together.`,
                option: {
                    xAxis: axis.option,
                    yAxis: { type: 'value' as const, min: 0, max: 1 },
                    legend: { bottom: 0, type: 'scroll' as const },
                    grid: { left: 72, right: 28, top: 44, bottom: 84 },
                    series: [...lines, ...common, jointMarks(changes, axis)] as never
                }
            };
        });
    return [
        ...together,
        ...series.filter(({ changes }) => changes.length > 0).map(each => seriesPlot(each, range, size))
    ];
}

const TITLES = {
    voting: 'Changes of several series at once',
    zscore: 'Changes of all series together',
    pca: 'Changes of what the series have in common'
} as const;

function seriesPlot(series: SeriesChangePoints, range: TimeRange, size: PlotSize): Plot {
    const axis = timeAxis(range);
    const { name, unit, curve, changes, segments } = series;
    const levels = segments.flatMap(({ startNs, endNs, mean, slope }) => {
        const half = (slope * Number(endNs - startNs)) / 2e9;
        return [
            [axis.at(startNs), mean - half],
            [axis.at(endNs), mean + half],
            [axis.at(endNs), null]
        ];
    });
    const option = {
        xAxis: axis.option,
        yAxis: { type: 'value' as const, name: unit, scale: true },
        series: [
            { type: 'line', name, showSymbol: false, lineStyle: { width: 1 }, data: pointsOf(curve, axis) },
            {
                type: 'line',
                name: 'Stretches',
                showSymbol: false,
                lineStyle: { width: 2, color: PLOT_COLORS.trend },
                itemStyle: { color: PLOT_COLORS.trend },
                data: levels
            },
            changeMarks(changes, unit, axis)
        ] as never
    };
    return {
        ...DEFAULT_SIZE,
        ...size,
        id: `change-points-${idOf(series.id)}`,
        title: name,
        description: `${name} with ${changes.length} change points and the stretches between them.`,
        option
    };
}

function changeMarks(changes: readonly ChangePoint[], unit: string, axis: TimeAxis): Line {
    const lines = changes.map(({ ns, step, slopeChange }) => {
        const what = step === 0 ? slopeChange : step;
        return { xAxis: axis.at(ns), label: { formatter: `Δ ${formatValue(what, unit)}` } };
    });
    return marks(lines, changes, axis);
}

function jointMarks(changes: readonly JointChangePoint[], axis: TimeAxis): Line {
    const lines = changes.map(({ ns, members, of }) => ({
        xAxis: axis.at(ns),
        label: { formatter: `${members.length} of ${of}` }
    }));
    return marks(lines, changes, axis);
}

function marks(lines: readonly object[], intervals: readonly TimeRange[], axis: TimeAxis): Line {
    const color = PLOT_COLORS.severity.critical;
    return {
        type: 'line',
        name: 'Change points',
        data: [],
        itemStyle: { color },
        lineStyle: { color },
        markLine: {
            symbol: 'none',
            lineStyle: { color, type: 'dashed' },
            label: { position: 'insideEndTop' },
            data: lines
        },
        markArea: {
            itemStyle: { color, opacity: 0.12 },
            data: intervals.map(({ startNs, endNs }) => [{ xAxis: axis.at(startNs) }, { xAxis: axis.at(endNs) }])
        }
    };
}

function normalised(name: string, curve: Curve, axis: TimeAxis): Line {
    const there = curve.values.filter(Number.isFinite);
    const least = there.reduce((a, b) => Math.min(a, b), Infinity);
    const span = there.reduce((a, b) => Math.max(a, b), -Infinity) - least;
    const values = curve.values.map(value => (span > 0 ? (value - least) / span : 0.5));
    return {
        type: 'line',
        name,
        showSymbol: false,
        lineStyle: { width: 1 },
        data: pointsOf({ ...curve, values }, axis)
    };
}

function pointsOf({ originNs, times, values }: Curve, axis: TimeAxis): (number | null)[][] {
    return linePoints({ origin: originNs, times, values }, axis);
}

/** In dash-case, for the name of a file. */
function idOf(id: string): string {
    return id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
}
