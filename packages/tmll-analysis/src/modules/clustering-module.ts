import { wait } from 'tmll-tsp';
import { ClusteringData } from '../clustering/clustering-result';
import { CLUSTERING_SCHEMA, ClusteringParameters } from '../clustering/clustering-schema';
import { findPhases } from '../clustering/find-phases';
import { clusteringFindings } from '../clustering/findings';
import { groupSeries, NamedSeries } from '../clustering/group-series';
import { align } from '../series/align';
import { parseDuration } from '../series/duration';
import { AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

const WINDOWS = 100n;

/** Groups series that move alike, and finds the phases of a trace. */
export const clusteringModule: AnalysisModule<ClusteringData> = {
    id: 'cluster',
    name: CLUSTERING_SCHEMA.title,
    description: CLUSTERING_SCHEMA.description,
    version: 1,
    schema: CLUSTERING_SCHEMA,
    run: async context => {
        const started = performance.now();
        const { request, signal, progress } = context;
        const parameters = validateParameters<ClusteringParameters>(CLUSTERING_SCHEMA, request.parameters);
        const { method, clusters, eps, minSamples, randomState: seed, scaling, of } = parameters;
        const input = await fetchSeriesInput(context, { resample: parameters.resample });
        const points = align(input.series.map(each => inputPoints(input, each)));
        const series = input.series.map(({ outputId, path, id, name }, index): NamedSeries => ({
            series: { outputId, path },
            id,
            name,
            points: points[index]
        }));
        const { startNs, endNs } = input.range;
        const windowNs = parameters.window === '' ? (endNs - startNs) / WINDOWS : parseDuration(parameters.window);
        const options = { method, clusters, eps, minSamples, seed };
        progress({ fraction: FETCHING, message: 'looking for phases' });
        await wait(0, signal);
        const atLeastAStep = windowNs > input.stepNs ? windowNs : input.stepNs;
        const phases = of === 'series' ? undefined : findPhases(series, atLeastAStep, scaling, options);
        progress({ fraction: (1 + FETCHING) / 2, message: 'grouping series' });
        await wait(0, signal);
        const groups = of === 'phases' ? undefined : groupSeries(series, options);
        const data: ClusteringData = {
            ...(groups === undefined ? {} : { groups }),
            ...(phases === undefined ? {} : { phases })
        };
        return {
            provenance: seriesProvenance({
                module: clusteringModule,
                context,
                input,
                parameters,
                points: points.reduce((sum, { values }) => sum + values.length, 0),
                method,
                methodReason: request.parameters.method === undefined ? 'It is the default.' : 'It was asked for.',
                started
            }),
            findings: clusteringFindings(data),
            data
        };
    }
};
