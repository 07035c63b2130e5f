import { wait } from 'tmll-tsp';
import { cpuScheduling } from '../idle/cpu-scheduling';
import { idleFindings } from '../idle/findings';
import { idleResource } from '../idle/idle-resource';
import { IdleData, IdleResource } from '../idle/idle-result';
import { IDLE_SCHEMA, IdleParameters } from '../idle/idle-schema';
import { resourceKindOf } from '../series/resource-kind';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { fetchCpuStates, resourcesStatusOf } from './cpu-states';
import { fetchSeriesInput, inputPoints, SeriesInput, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

/** Share of the progress that is fetching series; the rest is fetching states. */
const SERIES_SHARE = 0.5;

/** Finds resources that rest, and tells how threads share the CPUs. Without a selection it looks at CPU, memory and disk. */
export const idleModule: AnalysisModule<IdleData> = {
    id: 'idle',
    name: IDLE_SCHEMA.title,
    description: IDLE_SCHEMA.description,
    version: 1,
    schema: IDLE_SCHEMA,
    run: async context => {
        const started = performance.now();
        const { request, signal } = context;
        const parameters = validateParameters<IdleParameters>(IDLE_SCHEMA, request.parameters);
        const input = await fetchSeriesInput(context, {
            resample: parameters.resample,
            progressShare: SERIES_SHARE,
            fits: ({ name }) => resourceKindOf([name]) !== 'other'
        });
        const resources: IdleResource[] = [];
        for (const each of input.series) {
            // Lets a wish to cancel come through between two series.
            await wait(0, signal);
            const reference = { outputId: each.outputId, path: each.path };
            const resource = idleResource(inputPoints(input, each), reference, input.range, parameters);
            resources.push(...(resource === undefined ? [] : [resource]));
        }
        const scheduling = parameters.scheduling ? await schedulingOf(context, input) : undefined;
        const data: IdleData = { resources, scheduling };
        return {
            provenance: seriesProvenance({
                module: idleModule,
                context,
                input,
                parameters,
                points: resources.reduce((sum, { length }) => sum + length, 0),
                method: scheduling === undefined ? 'thresholds' : 'thresholds and states',
                methodReason:
                    scheduling === undefined
                        ? 'The trace has no states of CPUs, or they were not asked for.'
                        : 'The trace has states of CPUs.',
                started
            }),
            findings: idleFindings(data, input.range),
            data
        };
    }
};

/** Undefined where the trace has no states of CPUs. */
async function schedulingOf(
    { experiment, signal, progress }: AnalysisContext,
    { range }: SeriesInput
): Promise<IdleData['scheduling']> {
    const output = resourcesStatusOf(experiment);
    if (output === undefined) {
        return undefined;
    }
    const cpus = await fetchCpuStates(experiment, output, range, {
        signal,
        progress: ({ fraction, message }) =>
            progress({ fraction: SERIES_SHARE + (1 - SERIES_SHARE) * fraction, message })
    });
    return cpus.length === 0 ? undefined : cpuScheduling(cpus, range);
}
