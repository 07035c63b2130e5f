import { formatValue } from '../series/format';
import { TimeRange, TracePlace } from '../series/time-series';
import { linePoints } from '../plot/line-points';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { LEGEND_BELOW } from '../plot/plot-frame';
import { MARK_LABEL, MarkList } from '../plot/mark-list';
import { TimeAxis, timeAxis } from '../plot/time-axis';
import { valueAxis } from '../plot/value-axis';
import {
    ChangePoint,
    ChangePointData,
    Curve,
    JointChangePoint,
    JointChangePoints,
    SeriesChangePoints
} from './change-point-result';

const DEFAULT_SIZE = { width: 1100, height: 280 };
/** The strip of probabilities below a series, in pixels, and the room between them. */
const STRIP = 50;
const BETWEEN = 24;
const STRIP_AXIS = {
    type: 'value',
    name: 'sure, %',
    nameLocation: 'middle',
    nameGap: 40,
    min: 0,
    max: 100,
    interval: 100
} as const;
/** Changes that are so near to the next one have no label of their own; a share of the range. */
const LEAST_APART = 0.12;
/** Series that are drawn together. */
const MOST_TOGETHER = 8;

/** The lines, marks and areas of one ECharts series, as plain as a plot needs them. */
type Line = Readonly<Record<string, unknown>>;

/**
 * A plot a series that changes, with the stretches between its changes; and one of all series, each from 0 to 1, for each way
 * to look at them together that found something.
 * @param range of the time axis
 */
export function changePointPlots(data: ChangePointData, range: TimeRange, size: PlotSize = {}): Plot[] {
    return [
        ...data.joint
            .filter(({ changes }) => changes.length > 0)
            .map(joint => jointChangesPlot(data, joint, range, size)),
        ...data.series.filter(({ changes }) => changes.length > 0).map(each => seriesChangesPlot(each, range, size))
    ];
}

/** Several series, each from 0 to 1, and the moments at which they change together. */
export function jointChangesPlot(
    { series }: ChangePointData,
    { method, changes, component }: JointChangePoints,
    range: TimeRange,
    size: PlotSize = {}
): Plot {
    const axis = timeAxis(range);
    const marks = new MarkList(axis);
    const drawn = foremost(series, changes);
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
            ...LEGEND_BELOW,
            series: [...lines, ...common, jointMarks(changes, range, marks)] as never
        },
        places: marks.places
    };
}

/** Those that change most often together first. */
function foremost(series: readonly SeriesChangePoints[], changes: readonly JointChangePoint[]): SeriesChangePoints[] {
    const countOf = ({ name }: SeriesChangePoints): number =>
        changes.filter(({ members }) => members.some(member => member.name === name)).length;
    return [...series].sort((a, b) => countOf(b) - countOf(a)).slice(0, MOST_TOGETHER);
}

const TITLES = {
    voting: 'Changes of several series at once',
    zscore: 'Changes of all series together',
    pca: 'Changes of what the series have in common'
} as const;

/** A series, the level of each stretch between its changes, and below them the probability of a change at each time. */
export function seriesChangesPlot(series: SeriesChangePoints, range: TimeRange, size: PlotSize = {}): Plot {
    const axis = timeAxis(range);
    const marks = new MarkList(axis);
    const { name, unit, curve, changes, segments, probability } = series;
    const { width, height } = { ...DEFAULT_SIZE, height: DEFAULT_SIZE.height + STRIP + BETWEEN, ...size };
    const values = valueAxis([curve.values], unit);
    const levels = segments.flatMap(({ startNs, endNs, mean, slope }) => {
        const half = (slope * Number(endNs - startNs)) / 2e9;
        return [
            [axis.at(startNs), values.at(mean - half)],
            [axis.at(endNs), values.at(mean + half)],
            [axis.at(endNs), null]
        ];
    });
    const strip = { xAxisIndex: 1, yAxisIndex: 1, showSymbol: false, type: 'line', name: 'Probability of a change' };
    const percent = probability.values.map(value => 100 * value);
    const option = {
        grid: [
            { left: 72, right: 28, top: 44, bottom: 56 + STRIP + BETWEEN },
            { left: 72, right: 28, height: STRIP, bottom: 56 }
        ],
        xAxis: [
            { ...axis.option, name: '', axisLabel: { show: false } },
            { ...axis.option, gridIndex: 1 }
        ],
        yAxis: [values.option, { ...STRIP_AXIS, gridIndex: 1 }],
        series: [
            {
                type: 'line',
                name,
                showSymbol: false,
                lineStyle: { width: 1 },
                data: pointsOf({ ...curve, values: values.all(curve.values) }, axis)
            },
            {
                type: 'line',
                name: 'Stretches',
                showSymbol: false,
                lineStyle: { width: 2, color: PLOT_COLORS.trend },
                itemStyle: { color: PLOT_COLORS.trend },
                data: levels
            },
            changeMarks(series, changes, range, marks),
            {
                ...strip,
                lineStyle: { width: 1, color: PLOT_COLORS.severity.critical },
                itemStyle: { color: PLOT_COLORS.severity.critical },
                areaStyle: { color: PLOT_COLORS.severity.critical, opacity: 0.25 },
                data: pointsOf({ ...probability, values: percent }, axis)
            }
        ]
    };
    return {
        width,
        height,
        id: `change-points-${idOf(series.id)}`,
        title: name,
        description: `${name} with ${changes.length} change points, the stretches between them, and how sure a change is at each time.`,
        option: option as never,
        places: marks.places
    };
}

function changeMarks(
    { unit, series }: SeriesChangePoints,
    changes: readonly ChangePoint[],
    range: TimeRange,
    marks: MarkList
): Line {
    const labelled = labels(changes, range);
    const lines = changes.map(({ ns, startNs, endNs, step, slopeChange }, index) => {
        const formatter = `Δ ${formatValue(step === 0 ? slopeChange : step, unit)}`;
        return marks.line(ns, { startNs, endNs, series }, { label: { show: labelled[index], formatter } });
    });
    return marksOf(
        lines,
        changes.map(({ startNs, endNs }) => ({ startNs, endNs, series })),
        marks
    );
}

function jointMarks(changes: readonly JointChangePoint[], range: TimeRange, marks: MarkList): Line {
    const labelled = labels(changes, range);
    const lines = changes.map(({ ns, startNs, endNs, members, of }, index) =>
        marks.line(
            ns,
            { startNs, endNs },
            { label: { show: labelled[index], formatter: `${members.length} of ${of}` } }
        )
    );
    return marksOf(lines, changes, marks);
}

/** Which changes are labelled: none so near before the next one that its label would lie under that. */
function labels(changes: readonly { readonly ns: bigint }[], { startNs, endNs }: TimeRange): boolean[] {
    const least = Number(endNs - startNs) * LEAST_APART;
    return changes.map(({ ns }, index) => index + 1 === changes.length || Number(changes[index + 1].ns - ns) >= least);
}

function marksOf(lines: readonly object[], intervals: readonly TracePlace[], marks: MarkList): Line {
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
            label: MARK_LABEL,
            data: lines
        },
        markArea: { itemStyle: { color, opacity: 0.12 }, data: intervals.map(each => marks.area(each)) }
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
