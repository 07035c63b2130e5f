import { AnalysisRequest, Provenance } from '../series/analysis';
import { parseDuration } from '../series/duration';
import { ParameterError } from '../series/parameter-error';
import { resample } from '../series/resample';
import { TimeRange, TimeSeries } from '../series/time-series';
import { Experiment } from '../trace/experiment';
import { FetchedSeries } from '../trace/fetch-series';
import { niceStep } from '../trace/nice-step';
import { Output } from '../trace/output';
import { SelectionError } from '../trace/selection-error';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { DefaultSeries, defaultSeries, withoutCounters, withoutTimes } from './default-series';
import { reproducingCommand } from './reproducing-command';

/** The series that an analysis looks at, as they came, and how they are to be looked at. */
export interface SeriesInput {
    readonly series: readonly FetchedSeries[];
    /** The part of what was asked for that is looked at; whole steps when `onGrid`. */
    readonly range: TimeRange;
    /** Time between points. */
    readonly stepNs: bigint;
    /** Whether points are brought to an even grid, one for all series, or taken as they come. */
    readonly onGrid: boolean;
    /** What was left out, a sentence each. */
    readonly warnings: readonly string[];
}

export interface SeriesInputOptions {
    /** Time between points, such as `100ms`; empty to choose one by the length of the range (`niceStep`). */
    readonly resample: string;
    /** Default: true. */
    readonly onGrid?: boolean;
    /** Which outputs fit the analysis when none is selected; where none does, all do. */
    readonly fits?: (output: Output) => boolean;
    /** Share of the whole analysis' progress that fetching is, 0 to 1. Default: 0.8. */
    readonly progressShare?: number;
}

/** Share of the progress that fetching is, unless a module says otherwise. */
export const FETCHING = 0.8;

/**
 * Fetches what an analysis of series is asked to look at: without a selection what `defaultSeries` chooses, without a range the
 * whole trace. On a grid only whole steps inside the trace are looked at: a shorter one at the end would stand out for being shorter.
 * @throws ParameterError when range or step are impossible, SelectionError when nothing fits; otherwise as `Experiment.fetchSeries`
 */
export async function fetchSeriesInput(
    { experiment, request, signal, progress }: AnalysisContext,
    { resample: step, onGrid = true, fits, progressShare = FETCHING }: SeriesInputOptions
): Promise<SeriesInput> {
    const asked = within(experiment, request.range);
    const stepNs = step === '' ? niceStep(asked) : parseDuration(step);
    const range = onGrid ? gridRange(experiment, asked, stepNs) : asked;
    const { entries, hasChosenFields, warnings } = await chooseSeries(experiment, request, signal, fits);
    const fetched = await experiment.fetchSeries(entries, {
        range,
        stepNs,
        signal,
        progress: ({ fraction, message }) => progress({ fraction: fraction * progressShare, message })
    });
    const { series, warnings: left } = hasChosenFields ? withoutTimes(fetched) : { series: fetched, warnings: [] };
    return {
        ...{ series, range, stepNs, onGrid },
        warnings: [...warnings, ...left, ...missing(entries.length, fetched.length)]
    };
}

/** The points of a series as they are to be looked at: on the grid of the input, or as they came. */
export function inputPoints({ onGrid, stepNs, range }: SeriesInput, series: FetchedSeries): TimeSeries {
    return onGrid ? resample(series, { stepNs, range }) : series;
}

/** What a module adds to the provenance of its result. */
export interface SeriesProvenance {
    readonly module: AnalysisModule;
    readonly context: AnalysisContext;
    readonly input: SeriesInput;
    /** With all defaults filled in. */
    readonly parameters: object;
    /** Points looked at, in all. */
    readonly points: number;
    readonly method: string;
    readonly methodReason: string;
    /** Beside those of the input. */
    readonly warnings?: readonly string[];
    /** `performance.now()` when the analysis began. */
    readonly started: number;
}

/** The provenance of a result that was computed from series. */
export function seriesProvenance(source: SeriesProvenance): Provenance {
    const { module, context, input, points, method, methodReason, warnings = [], started } = source;
    const { experiment, request } = context;
    const parameters = { ...source.parameters };
    return {
        module: module.id,
        moduleVersion: module.version,
        experimentId: experiment.uuid,
        experimentName: experiment.name,
        parameters,
        range: input.range,
        series: input.series.map(({ id }) => id),
        points,
        resamplingNs: input.onGrid ? input.stepNs : undefined,
        method,
        methodReason,
        warnings: [...input.warnings, ...warnings],
        durationMs: performance.now() - started,
        command: reproducingCommand({
            module,
            experiment,
            request,
            parameters,
            stepNs: input.stepNs
        })
    };
}

/**
 * The part of a range that the trace covers; the whole trace for none.
 * @throws ParameterError when there is no such part
 */
export function within(experiment: Experiment, range: TimeRange = experiment.range): TimeRange {
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
    signal: AbortSignal,
    fits?: (output: Output) => boolean
): Promise<DefaultSeries> {
    const isOpen = (selection?.outputs?.length ?? 0) + (selection?.series?.length ?? 0) === 0;
    const chosen =
        selection === undefined || isOpen
            ? await defaultSeries(experiment, { signal }, fits)
            : await withoutCounters(experiment, await experiment.selectSeries(selection, { signal }), { signal });
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
