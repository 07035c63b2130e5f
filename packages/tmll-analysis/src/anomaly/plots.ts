import { linePoints } from '../plot/line-points';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { TimeAxis, timeAxis } from '../plot/time-axis';
import { formatDuration } from '../series/duration';
import { formatValue } from '../series/format';
import { TimeRange, TimeSeries } from '../series/time-series';
import { AnomalyParameters } from './anomaly-schema';
import { AnomalyPeriod, SeriesAnomalies } from './anomaly-result';
import { scorePoints } from './detect-anomalies';

const DEFAULT_SIZE = { width: 1100, height: 280 };
const OPACITY = { band: 0.15, period: 0.22 };
/** Marks of points, in pixels. */
const MARK = 8;
const SEVERITIES: readonly (readonly [from: number, color: string])[] = [
    [75, PLOT_COLORS.severity.critical],
    [50, PLOT_COLORS.severity.high],
    [35, PLOT_COLORS.severity.medium],
    [0, PLOT_COLORS.severity.low]
];

/**
 * A plot a series: its line, the band that is usual, periods as areas in the colour of their severity, and flagged points that
 * are a period by themselves as stars.
 * @param points the series as they were looked at
 * @param parameters those of the result
 * @param range of the time axis
 */
export function anomalyPlots(
    series: readonly SeriesAnomalies[],
    points: readonly TimeSeries[],
    parameters: AnomalyParameters,
    range: TimeRange,
    size: PlotSize = {}
): Plot[] {
    return series.flatMap((each, index) => {
        const own = points.find(({ id }) => id === each.id);
        return own === undefined ? [] : [seriesPlot(each, own, index, parameters, range, size)];
    });
}

function seriesPlot(
    anomalies: SeriesAnomalies,
    points: TimeSeries,
    index: number,
    parameters: AnomalyParameters,
    range: TimeRange,
    size: PlotSize
): Plot {
    const axis = timeAxis(range);
    const { name, unit, periods } = anomalies;
    const long = periods.filter(({ points: count, startNs, endNs }) => count > 1 || endNs - startNs > stepOf(points));
    const option = {
        xAxis: axis.option,
        yAxis: { type: 'value' as const, name: unit, scale: true },
        series: [
            {
                type: 'line',
                name,
                showSymbol: false,
                lineStyle: { width: 1 },
                data: linePoints(points, axis),
                markArea: { silent: true, data: long.map(period => area(period, axis)) }
            },
            {
                type: 'scatter',
                name: 'Anomalies',
                symbol: 'diamond',
                symbolSize: MARK,
                itemStyle: { color: PLOT_COLORS.severity.critical },
                data: anomalies.points
                    .filter(({ ns }) => !long.some(({ startNs, endNs }) => ns >= startNs && ns <= endNs))
                    .map(({ ns, value }) => [axis.at(ns), value])
            },
            // Last, so that the line has the first colour of the theme.
            ...(anomalies.peers === undefined ? bandLines(points, parameters, axis) : [])
        ] as never
    };
    return {
        ...DEFAULT_SIZE,
        ...size,
        id: `anomalies-${index + 1}-${slug(name)}`,
        title: `Anomaly Detection for "${name}" using "${parameters.method}" method`,
        description: describe(anomalies),
        option
    };
}

/** The usual band as a line that is not seen and an area on top of it. */
function bandLines(points: TimeSeries, parameters: AnomalyParameters, axis: TimeAxis): object[] {
    const { low, high, inside, flags } = scorePoints(points, parameters);
    const covered = inside ?? flags;
    // Inside an anomaly the band of what it was compared with may lie anywhere.
    const usual = (column: Float64Array): Float64Array =>
        column.map((value, index) => (covered[index] === 0 ? value : NaN));
    const floor = points.values.some(value => value < 0) ? -Infinity : 0;
    const bottom = usual(low).map(value => (value < floor ? floor : value));
    const top = usual(high);
    const line = { type: 'line', showSymbol: false, lineStyle: { opacity: 0 }, silent: true, stack: 'usual' };
    const height = top.map((value, index) => value - bottom[index]);
    return [
        { ...line, name: 'From', data: linePoints({ ...points, values: bottom }, axis) },
        {
            ...line,
            name: 'Usual',
            stackStrategy: 'all',
            areaStyle: { color: PLOT_COLORS.expected, opacity: OPACITY.band },
            itemStyle: { color: PLOT_COLORS.expected },
            data: linePoints({ ...points, values: height }, axis)
        }
    ];
}

function area({ startNs, endNs, severity }: AnomalyPeriod, axis: TimeAxis): object[] {
    const color = SEVERITIES.find(([from]) => severity >= from)?.[1];
    return [{ xAxis: axis.at(startNs), itemStyle: { color, opacity: OPACITY.period } }, { xAxis: axis.at(endNs) }];
}

function stepOf({ times }: TimeSeries): bigint {
    return times.length < 2 ? 0n : BigInt(Math.round((times[times.length - 1] - times[0]) / (times.length - 1)));
}

function describe({ name, unit, periods }: SeriesAnomalies): string {
    if (periods.length === 0) {
        return `${name}: nothing stands out.`;
    }
    const [worst] = [...periods].sort((a, b) => b.severity - a.severity);
    const lasting = formatDuration(worst.endNs - worst.startNs + 1n);
    const count = periods.length === 1 ? 'one period stands out' : `${periods.length} periods stand out`;
    return `${name}: ${count}, most of all ${formatValue(worst.actual, unit, [])} for ${lasting}.`;
}

function slug(name: string): string {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60);
}
