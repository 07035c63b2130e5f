import { wait } from 'tmll-tsp';
import { ChangePointData, SeriesChangePoints } from '../change-point/change-point-result';
import { CHANGE_POINT_SCHEMA, ChangePointParameters } from '../change-point/change-point-schema';
import { detectSeriesChangePoints, jointOf } from '../change-point/detect-change-points';
import { changePointFindings } from '../change-point/findings';
import { ReferencedSeries } from '../change-point/referenced-series';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, SeriesInput, seriesProvenance } from './series-input';
import { fetchUnfreedMemory } from './unfreed-memory';
import { validateParameters } from './validate-parameters';

/** Finds when series begin to behave in another way, each alone and several together. */
export const changePointsModule: AnalysisModule<ChangePointData> = {
    id: 'changepoints',
    name: CHANGE_POINT_SCHEMA.title,
    description: CHANGE_POINT_SCHEMA.description,
    version: 2,
    schema: CHANGE_POINT_SCHEMA,
    run: async context => {
        const started = performance.now();
        const { request, signal, progress } = context;
        const parameters = validateParameters<ChangePointParameters>(CHANGE_POINT_SCHEMA, request.parameters);
        const input = await withUnfreedMemory(
            context,
            await fetchSeriesInput(context, { resample: parameters.resample })
        );
        const series: ReferencedSeries[] = input.series.map(each => ({
            points: inputPoints(input, each),
            reference: { outputId: each.outputId, path: each.path }
        }));
        const found: SeriesChangePoints[] = [];
        for (const [index, { points, reference }] of series.entries()) {
            const fraction = FETCHING + ((1 - FETCHING) * index) / series.length;
            progress({ fraction, message: `looking at ${points.name}` });
            // Lets a wish to cancel come through between two series.
            await wait(0, signal);
            found.push(detectSeriesChangePoints(points, reference, parameters));
        }
        const data = { series: found, joint: jointOf(series, found, parameters) };
        return {
            provenance: seriesProvenance({
                module: changePointsModule,
                context,
                input,
                parameters,
                points: found.reduce((sum, { length }) => sum + length, 0),
                method: parameters.method,
                methodReason: request.parameters.method === undefined ? 'It is the default.' : 'It was asked for.',
                started
            }),
            findings: changePointFindings(data),
            data
        };
    }
};

/** What is looked at when nothing is selected, and the memory that is not freed, where the trace tells it. */
async function withUnfreedMemory(
    { experiment, request, signal }: AnalysisContext,
    input: SeriesInput
): Promise<SeriesInput> {
    const { outputs = [], series = [] } = request.selection ?? {};
    const unfreed =
        outputs.length + series.length > 0 ? undefined : await fetchUnfreedMemory(experiment, input, { signal });
    return unfreed === undefined ? input : { ...input, series: [...input.series, unfreed] };
}
