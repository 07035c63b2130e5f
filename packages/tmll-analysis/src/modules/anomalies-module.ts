import { wait } from 'tmll-tsp';
import { AnomalyData, SeriesAnomalies } from '../anomaly/anomaly-result';
import { ANOMALY_SCHEMA, AnomalyParameters } from '../anomaly/anomaly-schema';
import { detectAnomalies } from '../anomaly/detect-anomalies';
import { anomalyFindings } from '../anomaly/findings';
import { AnalysisResult } from '../series/analysis';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

/** Finds what stands out in series, those that `fetchSeriesInput` brings. */
export const anomaliesModule: AnalysisModule<AnomalyData> = {
    id: 'anomalies',
    name: ANOMALY_SCHEMA.title,
    description: ANOMALY_SCHEMA.description,
    version: 1,
    schema: ANOMALY_SCHEMA,
    run: context => findAnomalies(context)
};

export interface AnomalySearch {
    /** Whether points are brought to an even grid (default), or taken as the trace server has them. */
    readonly onGrid?: boolean;
}

/** What `anomaliesModule` runs; the arguments beyond its context are those of the library's `AnomalyDetection`. */
export async function findAnomalies(
    context: AnalysisContext,
    { onGrid }: AnomalySearch = {}
): Promise<AnalysisResult<AnomalyData>> {
    const started = performance.now();
    const { request, signal, progress } = context;
    const parameters = validateParameters<AnomalyParameters>(ANOMALY_SCHEMA, request.parameters);
    const input = await fetchSeriesInput(context, { resample: parameters.resample, onGrid });
    const series: SeriesAnomalies[] = [];
    for (const [index, each] of input.series.entries()) {
        const fraction = FETCHING + ((1 - FETCHING) * index) / input.series.length;
        progress({ fraction, message: `looking at ${each.name}` });
        // Lets a wish to cancel come through between two series.
        await wait(0, signal);
        const { outputId, path } = each;
        series.push(detectAnomalies(inputPoints(input, each), { outputId, path }, parameters));
    }
    return {
        provenance: seriesProvenance({
            module: anomaliesModule,
            context,
            input,
            parameters,
            points: series.reduce((sum, { length }) => sum + length, 0),
            method: parameters.method,
            methodReason: request.parameters.method === undefined ? 'It is the default.' : 'It was asked for.',
            started
        }),
        findings: anomalyFindings(series),
        data: { series }
    };
}
