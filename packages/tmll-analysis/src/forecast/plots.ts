import { bandBetween } from '../plot/band';
import { linePoints } from '../plot/line-points';
import { MARK_LABEL, MarkList } from '../plot/mark-list';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { LEGEND_BELOW } from '../plot/plot-frame';
import { timeAxis } from '../plot/time-axis';
import { ValueAxis, valueAxis } from '../plot/value-axis';
import { formatDuration } from '../series/duration';
import { formatValue } from '../series/format';
import { normalQuantile } from '../statistics/normal-distribution';
import { CapacityData, ResourceForecast } from './capacity-result';
import { nextViolation } from './findings';

const DEFAULT_SIZE = { width: 1100, height: 320 };
/** Of a zoomed plot: so many times as long as the forecast. */
const ZOOM = 3;
/** A limit is in sight up to so many times the highest value, and with so much room above it. */
const FAR = 4;
const ROOM = 1.08;

/** Share of the values to come that lie within the outer and the inner band. */
const OUTER = 0.95;
const INNER = 0.8;

export interface CapacityPlotOptions extends PlotSize {
    /** That of the forecast's band, a parameter of the analysis. Default: 0.95. */
    readonly confidence?: number;
    /** Shows only as much of the past as makes two thirds of the picture. */
    readonly zoomed?: boolean;
}

/** A plot a resource: what was, what is to come with its band, the limit, and where it is exceeded. */
export function capacityPlots({ resources }: CapacityData, options: CapacityPlotOptions = {}): Plot[] {
    return resources.map((resource, index) => ({
        ...forecastPlot(resource, options),
        id: `capacity-forecast-${index + 1}`
    }));
}

/**
 * One resource: its past, its forecast with the bands that hold 80 % and 95 % of what may come, the limit, and the time at which it is
 * first exceeded.
 */
export function forecastPlot(resource: ResourceForecast, options: CapacityPlotOptions = {}): Plot {
    const { zoomed, confidence = OUTER, ...size } = options;
    const { history, forecast, name, unit, threshold, series } = resource;
    const { originNs: origin, times, meanValues } = forecast;
    const lastNs = history.originNs + BigInt(history.times[history.times.length - 1] ?? 0);
    const endNs = origin + BigInt(times[times.length - 1]);
    const startNs = zoomed ? endNs - (endNs - lastNs) * BigInt(ZOOM) : history.originNs + BigInt(history.times[0] ?? 0);
    const axis = timeAxis({ startNs, endNs });
    const marks = new MarkList(axis);
    const color = PLOT_COLORS.expected;
    const values = valueAxis([history.values, forecast.highValues], unit);
    const bandOf = (share: number, opacity: number): object[] => {
        const { low, high } = interval(resource, confidence, share);
        return bandBetween(
            `${100 * share} %`,
            { origin, times, low: values.all(low), high: values.all(high) },
            axis,
            color,
            opacity
        );
    };
    const option = {
        xAxis: axis.option,
        yAxis: { ...values.option, ...limitInSight(resource, values) },
        ...LEGEND_BELOW,
        legend: { ...LEGEND_BELOW.legend, data: ['History', 'Forecast', `${100 * INNER} %`, `${100 * OUTER} %`] },
        series: [
            {
                type: 'line',
                name: 'History',
                showSymbol: false,
                data: linePoints(
                    { origin: history.originNs, times: history.times, values: values.all(history.values) },
                    axis
                ),
                markLine: {
                    symbol: 'none',
                    data: [
                        {
                            yAxis: values.at(threshold),
                            lineStyle: { color: PLOT_COLORS.threshold },
                            label: { formatter: `limit ${formatValue(threshold, unit)}`, position: 'insideEndTop' }
                        },
                        {
                            xAxis: axis.at(lastNs),
                            lineStyle: { color: PLOT_COLORS.muted },
                            label: { ...MARK_LABEL, formatter: 'end of the trace', align: 'right' }
                        },
                        ...crossing(resource, marks)
                    ]
                },
                markArea: {
                    itemStyle: { color: PLOT_COLORS.threshold, opacity: 0.15 },
                    data: resource.violations
                        .filter(({ isSustained }) => isSustained)
                        .map(each => marks.area({ startNs: each.startNs, endNs: each.endNs, series }))
                }
            },
            ...bandOf(OUTER, 0.15),
            ...bandOf(INNER, 0.25),
            {
                type: 'line',
                name: 'Forecast',
                showSymbol: false,
                lineStyle: { color, type: 'dashed', width: 2 },
                itemStyle: { color },
                data: linePoints({ origin, times, values: values.all(meanValues) }, axis)
            }
        ] as never
    };
    return {
        ...DEFAULT_SIZE,
        ...size,
        id: 'capacity-forecast',
        title: name,
        description:
            `${name} up to the end of the trace, its forecast with the bands that hold 80 % and 95 % of what may come, ` +
            `and the limit of ${formatValue(threshold, unit)}.`,
        option,
        places: marks.places
    };
}

/** Axes end at the values: room for a limit above them, unless it is so far that nothing else could be seen. */
function limitInSight(
    { threshold, history, forecast }: ResourceForecast,
    values: ValueAxis
): { readonly max?: number } {
    const highest = [...history.values, ...forecast.highValues].reduce(
        (most, value) => (value > most ? value : most),
        -Infinity
    );
    return threshold > highest && threshold < FAR * highest ? { max: values.at(ROOM * threshold) } : {};
}

/** The band that holds a share of the values to come; below zero only where the series has been there. */
function interval(
    { history, forecast: { meanValues, highValues } }: ResourceForecast,
    confidence: number,
    share: number
): { low: Float64Array; high: Float64Array } {
    const wider = normalQuantile((1 + share) / 2) / normalQuantile((1 + confidence) / 2);
    const floor = history.values.some(value => value < 0) ? -Infinity : 0;
    const distance = highValues.map((high, step) => wider * (high - meanValues[step]));
    return {
        low: meanValues.map((mean, step) => Math.min(mean, Math.max(mean - distance[step], floor))),
        high: meanValues.map((mean, step) => mean + distance[step])
    };
}

/** When the limit is first exceeded, or may be. */
function crossing(resource: ResourceForecast, marks: MarkList): object[] {
    const violation = nextViolation(resource);
    const ns = violation?.startNs ?? resource.possibleFromNs;
    if (ns === undefined) {
        return [];
    }
    const { history, series } = resource;
    const lastNs = history.originNs + BigInt(history.times[history.times.length - 1] ?? 0);
    const when = ns > lastNs ? `${formatDuration(ns - lastNs)} after the end` : 'at once';
    const label = violation ? `exceeded ${when}` : `may be exceeded ${when}`;
    return [
        marks.line(
            ns,
            { startNs: ns, endNs: violation?.endNs ?? ns, series },
            {
                lineStyle: { color: PLOT_COLORS.threshold },
                label: {
                    rotate: 0,
                    distance: 4,
                    position: 'insideStartTop',
                    formatter: label,
                    align: 'right',
                    color: PLOT_COLORS.threshold
                }
            }
        )
    ];
}
