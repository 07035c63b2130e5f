import { linePoints } from '../plot/line-points';
import { Plot, PlotSize } from '../plot/plot';
import { timeAxis } from '../plot/time-axis';
import { TimeRange } from '../series/time-series';
import { ClusteringData, SeriesGroups, TracePhases } from './clustering-result';

const DEFAULT_SIZE = { width: 1100, height: 280 };
const MOST_GROUPS = 8;

/** The phases as a time graph, and the shapes of the groups of series. */
export function clusteringPlots({ groups, phases }: ClusteringData, range: TimeRange, size: PlotSize = {}): Plot[] {
    return [
        ...(phases === undefined ? [] : [phasesPlot(phases, range, size)]),
        ...(groups === undefined ? [] : [groupsPlot(groups, range, size)])
    ];
}

function phasesPlot({ kinds, phases }: TracePhases, range: TimeRange, size: PlotSize): Plot {
    const axis = timeAxis(range);
    const lines = kinds.map(({ name }, kind) => ({
        type: 'line',
        name,
        showSymbol: false,
        lineStyle: { width: 14, cap: 'butt' },
        data: phases
            .filter(phase => phase.kind === kind)
            .flatMap(({ startNs, endNs }) => [
                [axis.at(startNs), kind],
                [axis.at(endNs), kind],
                [axis.at(endNs), null]
            ])
    }));
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
                data: kinds.map(({ name, share }) => `${name} (${(100 * share).toFixed(0)} %)`)
            },
            series: lines as never
        }
    };
}

function groupsPlot({ groups }: SeriesGroups, range: TimeRange, size: PlotSize): Plot {
    const axis = timeAxis(range);
    const shown = groups.slice(0, MOST_GROUPS);
    return {
        ...DEFAULT_SIZE,
        height: 320,
        ...size,
        id: 'series-groups',
        title: 'Groups of series that move alike',
        description: `The mean of each of ${groups.length} groups of series, each series at mean 0 and standard deviation 1.`,
        option: {
            xAxis: axis.option,
            yAxis: { type: 'value', name: 'standard deviations' },
            legend: { bottom: 0, type: 'scroll' },
            grid: { left: 72, right: 28, top: 44, bottom: 84 },
            series: shown.map(({ members, curve }, index) => ({
                type: 'line',
                name: `Group ${index + 1} (${members.length})`,
                showSymbol: false,
                data: linePoints({ origin: curve.originNs, times: curve.times, values: curve.values }, axis)
            })) as never
        }
    };
}
