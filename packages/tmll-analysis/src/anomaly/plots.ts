import { bandBetween } from '../plot/band';
import { linePoints } from '../plot/line-points';
import { MarkList } from '../plot/mark-list';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { timeAxis } from '../plot/time-axis';
import { valueAxis } from '../plot/value-axis';
import { formatDuration } from '../series/duration';
import { foremost } from '../series/severity';
import { formatValue } from '../series/format';
import { TimeRange, TimeSeries } from '../series/time-series';
import { AnomalyParameters } from './anomaly-schema';
import { SeriesAnomalies, VerdictCurve } from './anomaly-result';
import { scorePoints } from './detect-anomalies';

const DEFAULT_SIZE = { width: 1100, height: 280 };
const OPACITY = { band: 0.15, period: 0.22 };
/** Marks of points, in pixels. */
const MARK = 8;
/** Of a great many marks the most severe are drawn: more could not be told apart, and the chart library is slow with them. */
const MOST_MARKS = 300;
const SEVERITIES: readonly (readonly [from: number, color: string])[] = [
    [75, PLOT_COLORS.severity.critical],
    [50, PLOT_COLORS.severity.high],
    [35, PLOT_COLORS.severity.medium],
    [0, PLOT_COLORS.severity.low]
];

type Line = Pick<TimeSeries, 'origin' | 'times' | 'values'>;

/** A series and the band that is usual, NaN where there is none. */
interface Verdict {
    readonly line: Line;
    readonly low: Float64Array;
    readonly high: Float64Array;
}

/**
 * A plot a series: its line, the band that is usual, periods as areas in the colour of their severity, and flagged points that
 * are a period by themselves as diamonds.
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
        if (own === undefined) {
            return [];
        }
        const id = `anomalies-${index + 1}-${slug(each.name)}`;
        const title = `Anomaly Detection for "${each.name}" using "${parameters.method}" method`;
        return [verdictPlot({ id, title }, each, verdictOf(own, each, parameters), range, size)];
    });
}

/**
 * The plot of a series out of a result alone, from the curve that is kept with it; undefined for results of earlier versions, which
 * have none.
 * @param range of the time axis
 */
export function anomalyCurvePlot(series: SeriesAnomalies, range: TimeRange, size: PlotSize = {}): Plot | undefined {
    const { name, curve } = series;
    return (
        curve && verdictPlot({ id: `anomalies-${slug(name)}`, title: name }, series, curveVerdict(curve), range, size)
    );
}

function verdictOf(points: TimeSeries, { peers }: SeriesAnomalies, parameters: AnomalyParameters): Verdict {
    if (peers !== undefined) {
        const none = new Float64Array(points.values.length).fill(NaN);
        return { line: points, low: none, high: none };
    }
    const { low, high, inside, flags } = scorePoints(points, parameters);
    return { line: points, ...usualBand(low, high, inside ?? flags, points.values) };
}

function curveVerdict({ originNs, times, values, lowValues, highValues, scoreValues }: VerdictCurve): Verdict {
    const flags = scoreValues.map(score => Number(score > 0.5));
    return { line: { origin: originNs, times, values }, ...usualBand(lowValues, highValues, flags, values) };
}

/** Inside an anomaly the band of what it was compared with may lie anywhere; below zero it is of no interest where no value is. */
function usualBand(
    low: Float64Array,
    high: Float64Array,
    flags: ArrayLike<number>,
    values: Float64Array
): Pick<Verdict, 'low' | 'high'> {
    const floor = values.some(value => value < 0) ? -Infinity : 0;
    const usual = (column: Float64Array): Float64Array =>
        column.map((value, index) => (flags[index] === 0 ? value : NaN));
    return { low: usual(low).map(value => (value < floor ? floor : value)), high: usual(high) };
}

function verdictPlot(
    { id, title }: Pick<Plot, 'id' | 'title'>,
    anomalies: SeriesAnomalies,
    { line, low, high }: Verdict,
    range: TimeRange,
    size: PlotSize
): Plot {
    const axis = timeAxis(range);
    const marks = new MarkList(axis);
    const { name, unit, periods, series } = anomalies;
    const step = stepOf(line);
    const long = periods.filter(({ points, startNs, endNs }) => points > 1 || endNs - startNs > step);
    const single = foremost(outside(anomalies.points, long), MOST_MARKS);
    const values = valueAxis([line.values, high], unit);
    const option = {
        xAxis: axis.option,
        yAxis: values.option,
        series: [
            {
                type: 'line',
                name,
                showSymbol: false,
                lineStyle: { width: 1 },
                data: linePoints({ ...line, values: values.all(line.values) }, axis),
                markArea: {
                    data: foremost(long, MOST_MARKS).map(({ startNs, endNs, severity }) => {
                        const color = SEVERITIES.find(([from]) => severity >= from)?.[1];
                        return marks.area(
                            { startNs, endNs, series },
                            { itemStyle: { color, opacity: OPACITY.period } }
                        );
                    })
                }
            },
            {
                type: 'scatter',
                name: 'Anomalies',
                symbol: 'diamond',
                symbolSize: MARK,
                itemStyle: { color: PLOT_COLORS.severity.critical },
                data: single.map(({ ns, value }) =>
                    marks.point(ns, values.at(value), { startNs: ns, endNs: ns, series })
                )
            },
            // Last, so that the line has the first colour of the theme.
            ...(high.some(Number.isFinite)
                ? bandBetween(
                      'Usual',
                      { ...line, low: values.all(low), high: values.all(high) },
                      axis,
                      PLOT_COLORS.expected,
                      OPACITY.band
                  )
                : [])
        ] as never
    };
    return { ...DEFAULT_SIZE, ...size, id, title, description: describe(anomalies), option, places: marks.places };
}

/** The points that lie in none of the periods; both in the order of time. */
function outside(points: SeriesAnomalies['points'], periods: readonly TimeRange[]): SeriesAnomalies['points'] {
    let next = 0;
    return points.filter(({ ns }) => {
        while (next < periods.length && periods[next].endNs < ns) {
            next++;
        }
        return next === periods.length || ns < periods[next].startNs;
    });
}

function stepOf({ times }: Line): bigint {
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
