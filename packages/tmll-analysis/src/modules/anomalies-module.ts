import { wait } from 'tmll-tsp';
import { AnomalyData, SeriesAnomalies } from '../anomaly/anomaly-result';
import { ANOMALY_SCHEMA, AnomalyParameters } from '../anomaly/anomaly-schema';
import { detectAnomalies } from '../anomaly/detect-anomalies';
import { anomalyFindings } from '../anomaly/findings';
import { AnalysisRequest, AnalysisResult } from '../series/analysis';
import { parseDuration } from '../series/duration';
import { ParameterError } from '../series/parameter-error';
import { resample } from '../series/resample';
import { TimeRange } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchedSeries } from '../trace/fetch-series';
import { niceStep } from '../trace/nice-step';
import { SelectionError } from '../trace/selection-error';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { DefaultSeries, defaultSeries } from './default-series';
import { reproducingCommand } from './reproducing-command';
import { validateParameters } from './validate-parameters';

/** Share of the progress that is fetching. */
const FETCHING = 0.8;

/**
 * Finds what stands out in series. Without a selection it looks at what `defaultSeries` chooses, without the parameter
 * `resample` in steps of `niceStep`. It looks at whole steps inside the trace only: a shorter one at the end of the range would stand out for being
 * shorter.
 */
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
    { experiment, request, signal, progress }: AnalysisContext,
    { onGrid = true }: AnomalySearch = {}
): Promise<AnalysisResult<AnomalyData>> {
    const started = performance.now();
    const parameters = validateParameters<AnomalyParameters>(ANOMALY_SCHEMA, request.parameters);
    const asked = within(experiment, request.range);
    const stepNs = parameters.resample === '' ? niceStep(asked) : parseDuration(parameters.resample);
    const range = onGrid ? gridRange(experiment, asked, stepNs) : asked;
    const { entries, warnings } = await chooseSeries(experiment, request, signal);
    const fetched = await experiment.fetchSeries(entries, {
        range,
        stepNs,
        signal,
        progress: ({ fraction, message }) => progress({ fraction: fraction * FETCHING, message })
    });
    const series: SeriesAnomalies[] = [];
    for (const [index, each] of fetched.entries()) {
        const fraction = FETCHING + ((1 - FETCHING) * index) / fetched.length;
        progress({ fraction, message: `looking at ${each.name}` });
        // Lets a wish to cancel come through between two series.
        await wait(0, signal);
        series.push(detect(each, onGrid, stepNs, range, parameters));
    }
    const result = { series };
    return {
        provenance: {
            module: anomaliesModule.id,
            moduleVersion: anomaliesModule.version,
            experimentId: experiment.uuid,
            experimentName: experiment.name,
            parameters: { ...parameters },
            range,
            series: series.map(({ id }) => id),
            points: series.reduce((sum, { length }) => sum + length, 0),
            resamplingNs: onGrid ? stepNs : undefined,
            method: parameters.method,
            methodReason: request.parameters.method === undefined ? 'It is the default.' : 'It was asked for.',
            warnings: [...warnings, ...missing(entries.length, fetched.length)],
            durationMs: performance.now() - started,
            command: reproducingCommand({
                command: anomaliesModule.id,
                experiment,
                request,
                schema: ANOMALY_SCHEMA,
                parameters: { ...parameters },
                stepNs
            })
        },
        findings: anomalyFindings(series),
        data: result
    };
}

function detect(
    series: FetchedSeries,
    onGrid: boolean,
    stepNs: bigint,
    range: TimeRange,
    parameters: AnomalyParameters
): SeriesAnomalies {
    const { outputId, path } = series;
    const points = onGrid ? resample(series, { stepNs, range }) : series;
    return detectAnomalies(points, { outputId, path }, parameters);
}

/** The part of a range that the trace covers. */
function within(experiment: Experiment, range: TimeRange = experiment.range): TimeRange {
    const startNs = range.startNs > experiment.start ? range.startNs : experiment.start;
    const endNs = range.endNs < experiment.end ? range.endNs : experiment.end;
    if (endNs < startNs) {
        throw new ParameterError(
            `The range from ${range.startNs} to ${range.endNs} ns has nothing of the trace, which lasts from ` +
                `${experiment.start} to ${experiment.end} ns.`
        );
    }
    return { startNs, endNs };
}

/**
 * The part of a range that whole steps cover. A value may stand for the step before it (a rate does), so that at the trace's
 * start it stands for nothing and would stand out for being 0: the first value is that of the first step inside the trace.
 * A range too short for that is taken as it is.
 */
function gridRange(experiment: Experiment, asked: TimeRange, stepNs: bigint): TimeRange {
    if (stepNs <= 0n) {
        throw new ParameterError('"resample" is a step of 0 ns; it must be a duration above that, such as "100ms".');
    }
    const first = experiment.start + stepNs;
    const startNs = asked.startNs > first ? asked.startNs : first;
    return asked.endNs - startNs < stepNs
        ? asked
        : { startNs, endNs: asked.endNs - ((asked.endNs - startNs) % stepNs) };
}

async function chooseSeries(
    experiment: Experiment,
    { selection }: AnalysisRequest,
    signal: AbortSignal
): Promise<DefaultSeries> {
    const isOpen = (selection?.outputs?.length ?? 0) + (selection?.series?.length ?? 0) === 0;
    const chosen =
        selection === undefined || isOpen
            ? await defaultSeries(experiment, { signal })
            : { entries: await experiment.selectSeries(selection, { signal }), warnings: [] };
    if (chosen.entries.length === 0) {
        throw new SelectionError(
            selection === undefined || isOpen
                ? `${experiment.name} has no series over time to look at.`
                : `Of what was selected, nothing has a series over time in ${experiment.name}.`
        );
    }
    return chosen;
}

function missing(asked: number, fetched: number): string[] {
    return asked === fetched ? [] : [`${asked - fetched} of ${asked} series have no points in this range.`];
}
