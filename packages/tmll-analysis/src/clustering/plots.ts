import { linePoints } from '../plot/line-points';
import { MarkList } from '../plot/mark-list';
import { Plot, PlotSize } from '../plot/plot';
import { LEGEND_BELOW } from '../plot/plot-frame';
import { rowLine } from '../plot/row-line';
import { timeAxis } from '../plot/time-axis';
import { formatShare } from '../series/format';
import { TimeRange } from '../series/time-series';
import { ClusteringData, SeriesGroup, SeriesGroups, TracePhases } from './clustering-result';

const DEFAULT_SIZE = { width: 1100, height: 280 };
const MOST_GROUPS = 8;
/** Of kinds of behaviour, readable on light and on dark ground: marks do not take the colours of a theme. */
const KIND_COLORS = ['#3d8fd1', '#e0701b', '#2e9e6b', '#c06ba5', '#a88a1f', '#7a63c7', '#8a8f98', '#d9363e'];

/** The phases as a time graph, and the shapes of the groups of series. */
export function clusteringPlots({ groups, phases }: ClusteringData, range: TimeRange, size: PlotSize = {}): Plot[] {
    return [
        ...(phases === undefined ? [] : [phasesPlot(phases, range, size)]),
        ...(groups === undefined ? [] : [groupsPlot(groups, range, size)])
    ];
}

/** The phases as a time graph of one row a kind of behaviour. */
export function phasesPlot({ kinds, phases }: TracePhases, range: TimeRange, size: PlotSize = {}): Plot {
    const axis = timeAxis(range);
    const marks = new MarkList(axis);
    const lines = kinds.map(({ name }, kind) => {
        const bars = phases
            .filter(phase => phase.kind === kind)
            .map(({ startNs, endNs }) => ({ row: kind, place: { startNs, endNs } }));
        return rowLine(bars, { name, color: KIND_COLORS[kind % KIND_COLORS.length], width: 14 }, marks);
    });
    return {
        ...DEFAULT_SIZE,
        height: 130 + 34 * kinds.length,
        ...size,
        id: 'phases',
        title: 'Phases',
        description: `${phases.length} phases of ${kinds.length} kinds of behaviour.`,
        option: {
            xAxis: axis.option,
            yAxis: {
                type: 'category',
                data: kinds.map(({ name, share }) => `${name} (${formatShare(share)})`)
            },
            series: lines as never
        },
        places: marks.places
    };
}

/** The mean courses of the groups of series. */
function groupsPlot({ groups }: SeriesGroups, range: TimeRange, size: PlotSize): Plot {
    const count = groups.length === 1 ? 'one group' : `each of ${groups.length} groups`;
    return {
        ...coursesPlot(groups.slice(0, MOST_GROUPS), 0, range, size),
        id: 'series-groups',
        title: 'Groups of series that move alike',
        description: `The mean of ${count} of series, each series at mean 0 and standard deviation 1.`
    };
}

/** The mean course of one group of series. */
export function groupPlot({ groups }: SeriesGroups, index: number, range: TimeRange, size: PlotSize = {}): Plot {
    const { members } = groups[index];
    return {
        ...coursesPlot([groups[index]], index, range, size),
        id: `series-group-${index + 1}`,
        title: `Group ${index + 1}`,
        description: `The mean of ${members.length} series, each at mean 0 and standard deviation 1.`
    };
}

/** @param first number of the first group, from 0 */
function coursesPlot(
    groups: readonly SeriesGroup[],
    first: number,
    range: TimeRange,
    size: PlotSize
): Pick<Plot, 'width' | 'height' | 'option'> {
    const axis = timeAxis(range);
    return {
        ...DEFAULT_SIZE,
        height: 320,
        ...size,
        option: {
            xAxis: axis.option,
            yAxis: { type: 'value', name: 'standard deviations' },
            ...LEGEND_BELOW,
            series: groups.map(({ members, curve }, index) => ({
                type: 'line',
                name: `Group ${first + index + 1} (${members.length})`,
                showSymbol: false,
                data: linePoints({ origin: curve.originNs, times: curve.times, values: curve.values }, axis)
            })) as never
        }
    };
}
