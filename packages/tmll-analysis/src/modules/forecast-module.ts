import { wait } from 'tmll-tsp';
import { CapacityData, ResourceForecast } from '../forecast/capacity-result';
import { CAPACITY_SCHEMA, CapacityParameters } from '../forecast/capacity-schema';
import { capacityFindings } from '../forecast/findings';
import { forecastResource } from '../forecast/forecast-capacity';
import { forecastTogether } from '../forecast/forecast-together';
import { resourceKindOf } from '../series/resource-kind';
import { AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

/** Forecasts resources and tells when their limits are exceeded. Without a selection it looks at CPU, memory and disk. */
export const forecastModule: AnalysisModule<CapacityData> = {
    id: 'forecast',
    name: CAPACITY_SCHEMA.title,
    description: CAPACITY_SCHEMA.description,
    version: 2,
    schema: CAPACITY_SCHEMA,
    run: async context => {
        const started = performance.now();
        const { request, signal, progress } = context;
        const parameters = validateParameters<CapacityParameters>(CAPACITY_SCHEMA, request.parameters);
        const input = await fetchSeriesInput(context, {
            resample: parameters.resample,
            fits: ({ name }) => resourceKindOf([name]) !== 'other'
        });
        const series = input.series.map(each => ({ fetched: each, points: inputPoints(input, each) }));
        const together =
            parameters.method === 'var'
                ? forecastTogether(
                      series.map(({ points }) => points),
                      parameters.forecastSteps
                  )
                : new Map();
        const resources: ResourceForecast[] = [];
        for (const [index, { fetched, points }] of series.entries()) {
            const fraction = FETCHING + ((1 - FETCHING) * index) / series.length;
            progress({ fraction, message: `forecasting ${points.name}` });
            // Lets a wish to cancel come through between two series.
            await wait(0, signal);
            const reference = { outputId: fetched.outputId, path: fetched.path };
            const alone = parameters.method === 'var' ? { ...parameters, method: 'auto' } : parameters;
            const resource = forecastResource(points, reference, alone, together.get(points));
            resources.push(...(resource === undefined ? [] : [resource]));
        }
        const isAlone = parameters.method === 'var' && together.size < series.length;
        return {
            provenance: seriesProvenance({
                module: forecastModule,
                context,
                input,
                parameters,
                points: resources.reduce((sum, { length }) => sum + length, 0),
                method: parameters.method,
                methodReason: request.parameters.method === undefined ? 'It is the default.' : 'It was asked for.',
                warnings: isAlone
                    ? [
                          `${series.length - together.size} series were forecast alone: too short, or the only one of a kind.`
                      ]
                    : [],
                started
            }),
            findings: capacityFindings(resources),
            data: { resources }
        };
    }
};
