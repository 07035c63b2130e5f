import { TspError } from 'tmll-tsp';
import { Experiment } from '../trace/experiment';
import { FetchOptions } from '../trace/fetch-options';
import { hasTimeSeries, Output } from '../trace/output';
import { SeriesEntry } from '../trace/series-entry';

/** Series chosen for a user who named none, and what was left out, a sentence each. */
export interface DefaultSeries {
    readonly entries: readonly SeriesEntry[];
    readonly warnings: readonly string[];
}

/** An output with more series is not taken whole: hundreds of them bury the findings that matter. */
const MOST_SERIES = 40;

/** So many are taken of such an output. */
const FEW_SERIES = 5;

const EVENT_RATE = 'tmll.event-rate';
const EVENT_FIELDS = 'tmll.event-fields';
/** Parts of ids of outputs that repeat the total of the Event Rate. */
const EVENT_COUNTS = ['HistogramDataProvider', 'tmll.event-density'];

/**
 * What an analysis of series looks at when it is told nothing. Of each output over time it takes the series that the server
 * shows at first; where it shows none, all of them, or the five topmost when there are more than 40. Left out are
 * - the Event Fields: counters, sizes, addresses and checksums alike, of which a user knows the ones that matter;
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
            const few = output.id === EVENT_FIELDS ? [] : foremost(own);
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
    return { entries, warnings };
}

function candidates(outputs: readonly Output[]): Output[] {
    const hasEventRate = outputs.some(({ id }) => id === EVENT_RATE);
    const repeats = ({ id }: Output): boolean => hasEventRate && EVENT_COUNTS.some(part => id.includes(part));
    return outputs.filter(output => hasTimeSeries(output) && !repeats(output));
}

function foremost(entries: readonly SeriesEntry[]): readonly SeriesEntry[] {
    const shown = entries.filter(({ isDefault }) => isDefault);
    if (shown.length > 0) {
        return shown;
    }
    const byLevel = [...entries].sort((a, b) => a.path.length - b.path.length);
    return entries.length > MOST_SERIES ? byLevel.slice(0, FEW_SERIES) : entries;
}

function leftOut({ name }: Output, taken: number, all: number): string {
    const how = taken === 0 ? 'None' : `Only ${taken}`;
    return `${how} of the ${all} series of ${name} ${taken === 1 ? 'was' : 'were'} looked at; select those that matter.`;
}
