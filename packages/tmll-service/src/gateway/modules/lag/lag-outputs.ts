import { LagData, LaggedSeries } from 'tmll-analysis/algorithms';
import { GenericXAxis, genericXyView } from '../../outputs/generic-xy-view';
import { ChartSeries, timeXyView } from '../../outputs/time-xy-view';
import { ModuleOutputs } from '../module-outputs';

/** Lags: how closely two series move together at each lag, and the two beside each other. */
export const lagOutputs: ModuleOutputs<LagData> = {
    module: 'lag',
    views: [
        genericXyView<LagData>({
            id: 'lags',
            name: 'Lags',
            description: 'How closely both move together at each lag, in percent; above 0 the first series leads',
            draw: 'line',
            series: ({ data }) => {
                const { lags, band } = data;
                const x = lagAxis(data);
                const flat = (percent: number): Float64Array => new Float64Array(lags.length).fill(percent);
                return [
                    {
                        path: ['coefficient'],
                        unit: '%',
                        x,
                        values: Float64Array.from(lags, lag => 100 * lag.coefficient)
                    },
                    {
                        path: ['chance, upper end'],
                        unit: '%',
                        x,
                        values: flat(100 * band)
                    },
                    {
                        path: ['chance, lower end'],
                        unit: '%',
                        x,
                        values: flat(-100 * band)
                    }
                ];
            }
        }),
        timeXyView<LagData>({
            id: 'series',
            name: 'Series',
            description: 'The two series, each scaled to its own range, in percent',
            draw: 'line',
            folding: 'mean',
            series: ({ data }) => [data.first, data.second].flatMap(series => scaled(series, data))
        })
    ]
};

function lagAxis({ lags, stepNs }: LagData): GenericXAxis {
    const ranges = lags.map(({ ns }) => ({ start: ns, end: ns + stepNs - 1n }));
    return { ranges, label: 'Lag', unit: 'ns', dataType: 'DURATION' };
}

/** Series of different units share one axis; long ones are not kept with the result. */
function scaled({ series, values }: LaggedSeries, { startNs, stepNs }: LagData): ChartSeries[] {
    if (values === undefined) {
        return [];
    }
    const known = values.filter(Number.isFinite);
    const low = known.reduce((least, value) => Math.min(least, value), Infinity);
    const high = known.reduce((most, value) => Math.max(most, value), -Infinity);
    const range = high > low ? high - low : 1;
    return [
        {
            path: series.path,
            unit: '%',
            isDefault: true,
            data: {
                origin: startNs,
                times: Float64Array.from(values, (_, index) => index * Number(stepNs)),
                values: values.map(value => (100 * (value - low)) / range)
            }
        }
    ];
}
