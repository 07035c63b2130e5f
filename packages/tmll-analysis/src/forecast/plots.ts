import { linePoints } from '../plot/line-points';
import { Plot, PLOT_COLORS, PlotSize } from '../plot/plot';
import { timeAxis } from '../plot/time-axis';
import { formatValue } from '../series/format';
import { CapacityData, ResourceForecast } from './capacity-result';

const DEFAULT_SIZE = { width: 1100, height: 320 };
/** Of a zoomed plot: so many times as long as the forecast. */
const ZOOM = 3;

export interface CapacityPlotOptions extends PlotSize {
    /** Shows only as much of the past as makes two thirds of the picture. */
    readonly zoomed?: boolean;
}

/** A plot a resource: what was, what is to come with its band, the limit, and where it is exceeded. */
export function capacityPlots({ resources }: CapacityData, options: CapacityPlotOptions = {}): Plot[] {
    return resources.map((resource, index) => resourcePlot(resource, index, options));
}

function resourcePlot(resource: ResourceForecast, index: number, { zoomed, ...size }: CapacityPlotOptions): Plot {
    const { history, forecast, name, unit, threshold, violations } = resource;
    const { originNs, times } = forecast;
    const endNs = originNs + BigInt(times[times.length - 1]);
    const span = endNs - (originNs + BigInt(times[0]));
    const startNs = zoomed ? endNs - span * BigInt(ZOOM) : history.originNs + BigInt(history.times[0]);
    const axis = timeAxis({ startNs, endNs });
    const line = (values: Float64Array): (number | null)[][] => linePoints({ origin: originNs, times, values }, axis);
    const width = forecast.highValues.map((high, step) => high - forecast.lowValues[step]);
    const band = { type: 'line', stack: 'band', showSymbol: false, lineStyle: { opacity: 0 }, silent: true };
    const color = PLOT_COLORS.expected;
    const option = {
        xAxis: axis.option,
        yAxis: { type: 'value' as const, name: unit, scale: true },
        legend: { bottom: 0, data: ['History', 'Forecast'] },
        grid: { left: 72, right: 28, top: 44, bottom: 84 },
        series: [
            {
                type: 'line',
                name: 'History',
                showSymbol: false,
                data: linePoints({ origin: history.originNs, times: history.times, values: history.values }, axis),
                markLine: {
                    symbol: 'none',
                    lineStyle: { color: PLOT_COLORS.threshold },
                    label: { formatter: `limit ${formatValue(threshold, unit)}`, position: 'insideEndTop' },
                    data: [{ yAxis: threshold }]
                },
                markArea: {
                    itemStyle: { color: PLOT_COLORS.threshold, opacity: 0.15 },
                    data: violations
                        .filter(({ isSustained }) => isSustained)
                        .map(each => [{ xAxis: axis.at(each.startNs) }, { xAxis: axis.at(each.endNs) }])
                }
            },
            { ...band, name: 'Low', data: line(forecast.lowValues) },
            { ...band, name: 'Band', areaStyle: { color, opacity: 0.2 }, data: line(width) },
            {
                type: 'line',
                name: 'Forecast',
                showSymbol: false,
                lineStyle: { color, type: 'dashed', width: 2 },
                itemStyle: { color },
                data: line(forecast.meanValues)
            }
        ] as never
    };
    return {
        ...DEFAULT_SIZE,
        ...size,
        id: `capacity-forecast-${index + 1}`,
        title: name,
        description: `${name} up to the end of the trace, its forecast, and the limit of ${formatValue(threshold, unit)}.`,
        option
    };
}
