import { wait } from 'tmll-tsp';
import { AnomalyData, SeriesAnomalies } from '../anomaly/anomaly-result';
import { ANOMALY_SCHEMA, AnomalyParameters } from '../anomaly/anomaly-schema';
import { CombineMethod, combineSeries } from '../anomaly/combine-series';
import { detectAnomalies } from '../anomaly/detect-anomalies';
import { anomalyFindings } from '../anomaly/findings';
import { lostEventsWarning, markLostEvents } from '../anomaly/lost-events';
import { detectAmongPeers, PeerCandidate, peerGroups } from '../anomaly/peers';
import { align } from '../series/align';
import { AnalysisResult } from '../series/analysis';
import { TimeSeries } from '../series/time-series';
import { AnalysisContext, AnalysisModule } from './analysis-module';
import { fetchSeriesInput, FETCHING, inputPoints, seriesProvenance } from './series-input';
import { validateParameters } from './validate-parameters';

/** Finds what stands out in series, those that `fetchSeriesInput` brings. */
export const anomaliesModule: AnalysisModule<AnomalyData> = {
    id: 'anomalies',
    name: ANOMALY_SCHEMA.title,
    description: ANOMALY_SCHEMA.description,
    version: 2,
    schema: ANOMALY_SCHEMA,
    run: context => findAnomalies(context)
};

/** Stands in references for the output of the series that is made of all. */
const COMBINED_OUTPUT = 'tmll.combined';

/** What most trace servers compute for a time is for the step up to it. */
const BINS = 'upTo';

export interface AnomalySearch {
    /** Whether points are brought to an even grid (default), or taken as the trace server has them. */
    readonly onGrid?: boolean;
    /** Is handed the series that are looked at, before they are. */
    readonly onSeries?: (series: readonly TimeSeries[]) => void;
}

/** What `anomaliesModule` runs; the arguments beyond its context are those of the library's `AnomalyDetection`. */
export async function findAnomalies(
    context: AnalysisContext,
    { onGrid, onSeries = () => undefined }: AnomalySearch = {}
): Promise<AnalysisResult<AnomalyData>> {
    const started = performance.now();
    const { request, signal, progress } = context;
    const parameters = validateParameters<AnomalyParameters>(ANOMALY_SCHEMA, request.parameters);
    const input = await fetchSeriesInput(context, { resample: parameters.resample, onGrid });
    const candidates = input.series.map(each => ({
        points: inputPoints(input, each),
        reference: { outputId: each.outputId, path: each.path }
    }));
    const all = parameters.comparePeers ? onOneGrid(candidates) : [...candidates, ...combined(candidates, parameters)];
    onSeries(all.map(({ points }) => points));
    const tasks = tasksOf(all, parameters);
    const series: SeriesAnomalies[] = [];
    for (const [index, { what, detect }] of tasks.entries()) {
        const fraction = FETCHING + ((1 - FETCHING) * index) / tasks.length;
        progress({ fraction, message: `looking at ${what}` });
        // Lets a wish to cancel come through between two series.
        await wait(0, signal);
        series.push(...detect());
    }
    const lost = await context.experiment.fetchLostEvents(input.range, { signal });
    const marked = markLostEvents(series, lost);
    return {
        provenance: seriesProvenance({
            module: anomaliesModule,
            context,
            input,
            parameters,
            points: series.reduce((sum, { length }) => sum + length, 0),
            method: parameters.method,
            methodReason: request.parameters.method === undefined ? 'It is the default.' : 'It was asked for.',
            warnings: [...warningsOf(parameters, tasks.length), ...lostEventsWarning(lost, input.range)],
            started
        }),
        findings: anomalyFindings(marked),
        data: { series: marked, ...(lost.length > 0 && { lostEvents: lost }) }
    };
}

/** A part of the work between two looks at whether it was cancelled. */
interface Task {
    readonly what: string;
    detect(): SeriesAnomalies[];
}

function tasksOf(series: readonly PeerCandidate[], parameters: AnomalyParameters): Task[] {
    if (parameters.comparePeers) {
        return peerGroups(series).map(group => ({
            what: `${group[0].points.name} and its peers`,
            detect: () => detectAmongPeers(group, parameters, BINS)
        }));
    }
    return series.map(({ points, reference }) => ({
        what: points.name,
        detect: () => [detectAnomalies(points, reference, parameters, BINS)]
    }));
}

function combined(series: readonly PeerCandidate[], { combineMethod }: AnomalyParameters): PeerCandidate[] {
    const points =
        combineMethod === 'none'
            ? undefined
            : combineSeries(
                  onOneGrid(series).map(each => each.points),
                  combineMethod as CombineMethod
              );
    return points === undefined ? [] : [{ points, reference: { outputId: COMBINED_OUTPUT, path: points.path } }];
}

/** As they are, unless they were taken as the trace server has them. */
function onOneGrid(series: readonly PeerCandidate[]): PeerCandidate[] {
    const aligned = align(series.map(({ points }) => points));
    return series.map((each, index) => ({ ...each, points: aligned[index] }));
}

function warningsOf({ comparePeers }: AnomalyParameters, tasks: number): string[] {
    return comparePeers && tasks === 0
        ? ['There are no peers to compare: no three series of an output lie side by side; select such, as all CPUs.']
        : [];
}
