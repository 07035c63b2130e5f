import { wait } from 'tmll-tsp';
import { correlateSeries } from '../correlation/correlate-series';
import { correlationFindings, isRelated, MOST_FINDINGS } from '../correlation/correlation-findings';
import { CorrelationData } from '../correlation/correlation-result';
import { CORRELATION_SCHEMA, CorrelationParameters } from '../correlation/correlation-schema';
import { AnalysisResult } from '../series/analysis';
import { ParameterError } from '../series/parameter-error';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

/** More series make pairs that nobody looks through. */
const MOST_SERIES = 300;

/** Pairs times points: about 20 s of work. */
const MOST_LAG_WORK = 2e7;

/** Compares all pairs of the series that `fetchSeriesInput` brings. */
export const correlateModule: AnalysisModule<CorrelationData> = {
    id: 'correlate',
    name: CORRELATION_SCHEMA.title,
    description: CORRELATION_SCHEMA.description,
    version: 1,
    schema: CORRELATION_SCHEMA,
    run: correlate
};

async function correlate(context: AnalysisContext): Promise<AnalysisResult<CorrelationData>> {
    const started = performance.now();
    const { request, signal, progress } = context;
    const asked = validateParameters<CorrelationParameters>(CORRELATION_SCHEMA, request.parameters);
    const input = await fetchSeriesInput(context, { resample: asked.resample });
    if (input.series.length > MOST_SERIES) {
        throw new ParameterError(
            `${input.series.length} series are too many to compare each with each; choose up to ${MOST_SERIES}.`
        );
    }
    const series = input.series.map(each => ({ ...inputPoints(input, each), outputId: each.outputId }));
    const points = series.reduce((sum, { values }) => sum + values.length, 0);
    const work = (points * (series.length - 1)) / 2;
    const parameters = { ...asked, lags: asked.lags && work <= MOST_LAG_WORK };
    const data = await correlateSeries(series, input.stepNs, parameters, async fraction => {
        progress({ fraction: FETCHING + (1 - FETCHING) * fraction, message: 'comparing pairs of series' });
        // Lets a wish to cancel come through between two rows.
        await wait(0, signal);
    });
    const related = data.pairs.filter(isRelated).filter(({ isNested }) => !isNested).length;
    return {
        provenance: seriesProvenance({
            module: correlateModule,
            context,
            input,
            parameters: asked,
            points,
            method: asked.method,
            methodReason:
                asked.method === 'auto'
                    ? 'Each pair takes the method that fits its data, and says why.'
                    : 'It was asked for.',
            warnings: [
                ...(series.length < 2 ? ['One series alone has nothing to be compared with; select more.'] : []),
                ...(asked.lags && !parameters.lags
                    ? [
                          'Lags were not looked at: so many pairs of so many points take too long; choose fewer series or a longer step.'
                      ]
                    : []),
                ...(related > MOST_FINDINGS
                    ? [`The ${MOST_FINDINGS} strongest of ${related} relations are listed; the matrix has all.`]
                    : [])
            ],
            started
        }),
        findings: correlationFindings(data, input.range),
        data
    };
}
