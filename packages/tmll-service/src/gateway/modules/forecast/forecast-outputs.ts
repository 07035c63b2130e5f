import {
    CapacityData,
    formatDuration,
    formatShare,
    formatValue,
    interpretCapacity,
    ResourceForecast
} from 'tmll-analysis/algorithms';
import { dataTreeView, TreeLine } from '../../outputs/data-tree-view';
import { GenericSeries, genericXyView } from '../../outputs/generic-xy-view';
import { sampleAt, SampleTimes } from '../../outputs/sample-times';
import { timeXyView } from '../../outputs/time-xy-view';
import { documentView } from '../document-view';
import { ModuleOutputs } from '../module-outputs';

/** What was and what is to come of resources, all in percent of their limits, so that one axis serves all. */
export const forecastOutputs: ModuleOutputs<CapacityData> = {
    module: 'forecast',
    views: [
        timeXyView<CapacityData>({
            id: 'use',
            name: 'Use',
            description: 'How much of its limit each resource used, in percent',
            draw: 'line',
            folding: 'max',
            series: ({ data }) =>
                limited(data).map(({ series, threshold, history: { originNs, times, values } }) => ({
                    path: series.path,
                    unit: '%',
                    isDefault: true,
                    data: { origin: originNs, times, values: values.map(value => (100 * value) / threshold) }
                }))
        }),
        genericXyView<CapacityData>({
            id: 'forecast',
            name: 'Forecast',
            description: 'How much of its limit each resource is going to use after the end of the trace, in percent',
            draw: 'line',
            series: ({ data }) => forecastSeries(limited(data))
        }),
        dataTreeView<CapacityData>({
            id: 'outlook',
            name: 'Outlook',
            description: 'Each resource with its limit; below, when it is going to be exceeded',
            headers: [
                { name: 'Resource', tooltip: 'What was forecast' },
                { name: 'Now', tooltip: 'The last value known; of a stretch to come, the highest' },
                { name: 'Limit', tooltip: 'What it should not exceed' },
                { name: 'Risk', tooltip: 'Highest probability that the limit is exceeded' },
                { name: 'After', tooltip: 'How long after the last value known' }
            ],
            lines: ({ data }) => data.resources.map(outlookLine)
        }),
        documentView(interpretCapacity)
    ]
};

function limited({ resources }: CapacityData): ResourceForecast[] {
    return resources.filter(({ threshold }) => threshold > 0);
}

/** On the axis of the resource that is foreseen in the finest steps: charts of this type have one axis for all. */
function forecastSeries(resources: readonly ResourceForecast[]): GenericSeries[] {
    const [finest] = [...resources].sort((a, b) => b.forecast.times.length - a.forecast.times.length);
    if (finest === undefined || finest.forecast.times.length === 0) {
        return [];
    }
    const after = afterEnd(finest);
    const ranges = Array.from(after, (end, index) => ({
        start: BigInt(index === 0 ? 0 : after[index - 1]),
        end: BigInt(end) - 1n
    }));
    const at = new SampleTimes(0n, after);
    return resources.flatMap(resource => {
        const { series, forecast, threshold } = resource;
        const times = afterEnd(resource);
        const part = (name: string, values: Float64Array): GenericSeries => ({
            path: [...series.path, name],
            unit: '%',
            x: { ranges, label: 'After the last value', unit: 'ns', dataType: 'DURATION' },
            values: sampleAt({ origin: 0n, times, values }, at, 'hold').map(value => (100 * value) / threshold)
        });
        return [
            part('forecast', forecast.meanValues),
            part('at least', forecast.lowValues),
            part('at most', forecast.highValues)
        ];
    });
}

/** The times of a forecast in whole ns after the last value known. */
function afterEnd({ history, forecast }: ResourceForecast): Float64Array {
    const end = Number(forecast.originNs - history.originNs) - (history.times.at(-1) ?? 0);
    return forecast.times.map(time => Math.round(time + end));
}

function outlookLine(resource: ResourceForecast): TreeLine {
    const { series, unit, current, threshold, risk, violations, history } = resource;
    const last = history.originNs + BigInt(Math.round(history.times.at(-1) ?? 0));
    return {
        labels: [
            series.path.join('/'),
            formatValue(current, unit),
            formatValue(threshold, unit),
            formatShare(risk),
            ''
        ],
        children: violations.map(({ startNs, peak, probability, isSustained }) => ({
            labels: [
                isSustained ? 'exceeded for long' : 'exceeded for a moment',
                ...[formatValue(peak, unit), '', formatShare(probability)],
                formatDuration(startNs - last)
            ]
        }))
    };
}
