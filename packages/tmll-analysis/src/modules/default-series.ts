import { TspError } from 'tmll-tsp';
import { mean } from '../statistics/moments';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { FetchedSeries } from '../trace/fetch-series';
import { hasTimeSeries, Output } from '../trace/output';
import { SeriesEntry } from '../trace/series-entry';
import { holdTimesOrAddresses } from './clock-values';
import { isMeasurement } from './measurement-fields';

/** Series chosen for a user who named none, and what was left out, a sentence each. */
export interface DefaultSeries {
    readonly entries: readonly SeriesEntry[];
    /** Whether fields of events were chosen among them for the user, so that those whose values are no amounts may be left out. */
    readonly hasChosenFields: boolean;
    readonly warnings: readonly string[];
}

/** An output with more series is not taken whole: hundreds of them bury the findings that matter. */
const MOST_SERIES = 40;

/** So many are taken of such an output. */
const FEW_SERIES = 5;

/** Of the fields of events no more than these. */
const MOST_FIELDS = 24;

/** Part of the id of the output that has the processor time of each thread, and points to judge which are busy. */
const CPU_USAGE = 'CpuUsageDataProvider';
const GLIMPSE = 20n;

const EVENT_RATE = 'tmll.event-rate';
const EVENT_FIELDS = 'tmll.event-fields';
/** Parts of ids of outputs that repeat the total of the Event Rate. */
const EVENT_COUNTS = ['HistogramDataProvider', 'tmll.event-density'];

/**
 * What an analysis of series looks at when it is told nothing. Of each output over time it takes the series that the server
 * shows at first; where it shows none, all of them, or the five topmost when there are more than 40; of the CPU usage also the
 * five busiest threads. Left out are
 * - of the Event Fields all that are no measurements (`isMeasurement`): counters, addresses and checksums, and when they have come,
 *   those whose values are times or addresses (`withoutTimes`);
 * - Histogram and Event Density where there is the Event Rate, whose total they repeat;
 * - outputs that the server cannot compute.
 *
 * Whatever is left out gives a warning, but for these two.
 * @param fits which outputs are looked at, unless none of them does
 * @throws TspError when the server cannot compute any; the signal's reason when cancelled
 */
export async function defaultSeries(
    experiment: Experiment,
    options: FetchOptions,
    fits: (output: Output) => boolean = () => true
): Promise<DefaultSeries> {
    const entries: SeriesEntry[] = [];
    const warnings: string[] = [];
    const failures: TspError[] = [];
    const all = candidates(experiment.outputs);
    const fitting = all.filter(fits);
    for (const output of fitting.length > 0 ? fitting : all) {
        try {
            const own = await experiment.fetchEntries(output, options);
            const few = await foremost(experiment, output, own, options);
            entries.push(...few);
            if (few.length < own.length) {
                warnings.push(leftOut(output, few.length, own.length));
            }
        } catch (error) {
            if (!(error instanceof TspError)) {
                throw error;
            }
            failures.push(error);
            warnings.push(`${output.name} was left out: ${error.message}`);
        }
    }
    if (entries.length === 0 && failures.length > 0) {
        throw failures[0];
    }
    return { entries, hasChosenFields: true, warnings };
}

/**
 * Series chosen by their outputs: of the Event Fields, when all were chosen at once, those that are measurements. Who wants
 * another names it.
 */
export async function withoutCounters(
    experiment: Experiment,
    entries: readonly SeriesEntry[],
    options: FetchOptions
): Promise<DefaultSeries> {
    const output = experiment.getOutput(EVENT_FIELDS);
    const chosen = entries.filter(({ outputId }) => outputId === EVENT_FIELDS);
    const measurements = chosen.filter(isMeasurement);
    const all = output === undefined || measurements.length === 0 ? [] : await experiment.fetchEntries(output, options);
    if (output === undefined || chosen.length < all.length || all.length === 0) {
        return { entries, hasChosenFields: false, warnings: [] };
    }
    if (measurements.length === chosen.length) {
        return { entries, hasChosenFields: true, warnings: [] };
    }
    return {
        entries: entries.filter(entry => entry.outputId !== EVENT_FIELDS || isMeasurement(entry)),
        hasChosenFields: true,
        warnings: [leftOut(output, measurements.length, all.length)]
    };
}

function candidates(outputs: readonly Output[]): Output[] {
    const hasEventRate = outputs.some(({ id }) => id === EVENT_RATE);
    const repeats = ({ id }: Output): boolean => hasEventRate && EVENT_COUNTS.some(part => id.includes(part));
    return outputs.filter(output => hasTimeSeries(output) && !repeats(output));
}

async function foremost(
    experiment: Experiment,
    { id }: Output,
    entries: readonly SeriesEntry[],
    options: FetchOptions
): Promise<readonly SeriesEntry[]> {
    if (id === EVENT_FIELDS) {
        return entries.filter(isMeasurement).slice(0, MOST_FIELDS);
    }
    const shown = entries.filter(({ isDefault }) => isDefault);
    if (shown.length > 0) {
        const others = entries.filter(({ isDefault }) => !isDefault);
        return id.includes(CPU_USAGE) ? [...shown, ...(await busiest(experiment, others, options))] : shown;
    }
    const byLevel = [...entries].sort((a, b) => a.path.length - b.path.length);
    return entries.length > MOST_SERIES ? byLevel.slice(0, FEW_SERIES) : entries;
}

/**
 * Of series as they came, without the fields of events that hold times or addresses (`holdTimesOrAddresses`), whatever their names
 * say; all when nothing else is there.
 */
export function withoutTimes(series: readonly FetchedSeries[]): {
    readonly series: readonly FetchedSeries[];
    readonly warnings: readonly string[];
} {
    const left = series.filter(each => each.outputId !== EVENT_FIELDS || !holdTimesOrAddresses(each));
    const gone = series.filter(each => !left.includes(each));
    if (gone.length === 0 || left.length === 0) {
        return { series, warnings: [] };
    }
    const [first] = gone;
    const what = gone.length === 1 ? `${first.name} was` : `${first.name} and ${gone.length - 1} more series were`;
    return { series: left, warnings: [`${what} left out: the values are times or addresses; select them by name.`] };
}

/** The series with the highest means, by a glimpse at all. */
async function busiest(
    experiment: Experiment,
    entries: readonly SeriesEntry[],
    { signal, timeoutMs }: FetchOptions
): Promise<readonly SeriesEntry[]> {
    const stepNs = (experiment.end - experiment.start) / GLIMPSE;
    const series =
        stepNs > 0n && entries.length > 0 ? await experiment.fetchSeries(entries, { stepNs, signal, timeoutMs }) : [];
    const means = new Map(series.map(({ id, values }) => [id, mean(values)]));
    const meanOf = ({ id }: SeriesEntry): number => means.get(id) || 0;
    const most = [...entries].sort((a, b) => meanOf(b) - meanOf(a)).slice(0, FEW_SERIES);
    return entries.filter(entry => most.includes(entry) && meanOf(entry) > 0);
}

function leftOut({ name }: Output, taken: number, all: number): string {
    const how = taken === 0 ? 'None' : `Only ${taken}`;
    return `${how} of the ${all} series of ${name} ${taken === 1 ? 'was' : 'were'} looked at; select those that matter.`;
}
