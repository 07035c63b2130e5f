import { CapacityData, formatValue, PLOT_COLORS, ResourceForecast } from 'tmll-analysis/algorithms';
import { nls } from '@theia/core';
import type { Overlay } from 'tmll-viewer';
import { EXPECTED } from './overlay-category';

/**
 * For each resource its limit over the trace, and what is forecast after its end with the band that it lies in, by output.
 * @param resultId makes the ids of overlays of several results differ
 */
export function forecastOverlays(resultId: string, { resources }: CapacityData): ReadonlyMap<string, Overlay[]> {
    const byOutput = new Map<string, Overlay[]>();
    for (const resource of resources) {
        const { outputId } = resource.series;
        const own = [limit(resultId, resource), ...continuation(resultId, resource)];
        byOutput.set(outputId, [...(byOutput.get(outputId) ?? []), ...own]);
    }
    return byOutput;
}

function limit(resultId: string, { series, id, unit, history, forecast, threshold }: ResourceForecast): Overlay {
    const origin = history.originNs;
    const end = Number(forecast.originNs - origin) + (forecast.times.at(-1) ?? 0);
    return {
        kind: 'line',
        id: `${resultId}/${id}/limit`,
        series: series.path,
        origin,
        times: Float64Array.of(history.times[0] ?? 0, end),
        values: Float64Array.of(threshold, threshold),
        severity: 'high',
        color: PLOT_COLORS.threshold,
        dashed: true,
        tooltip: () => [nls.localize('tmll/overlay/limit', 'Limit: {0}', formatValue(threshold, unit))]
    };
}

function continuation(resultId: string, { series, id, unit, forecast }: ResourceForecast): Overlay[] {
    const { originNs: origin, times, meanValues, lowValues, highValues, riskValues } = forecast;
    const base = { series: series.path, origin, times };
    return [
        {
            ...base,
            kind: 'band',
            id: `${resultId}/${id}/interval`,
            category: EXPECTED,
            low: lowValues,
            high: highValues
        },
        {
            ...base,
            kind: 'line',
            id: `${resultId}/${id}/forecast`,
            values: meanValues,
            severity: 'info',
            color: PLOT_COLORS.expected,
            dashed: true,
            tooltip: index => [
                nls.localize('tmll/overlay/forecast', 'Forecast: {0}', formatValue(meanValues[index], unit)),
                nls.localize(
                    'tmll/overlay/risk',
                    'Probability to exceed the limit: {0} %',
                    Math.round(100 * riskValues[index])
                )
            ]
        }
    ];
}
