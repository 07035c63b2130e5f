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
export const MOST_SERIES = 40;

/** So many are taken of such an output when the server does not say which it shows at first. */
const FEW_SERIES = 5;

const EVENT_RATE = 'tmll.event-rate';
const HISTOGRAM = 'HistogramDataProvider';

/**
 * What an analysis of series looks at when it is told nothing: each output over time with all its series, but
 * - of an output with more than 40 series only those that the server shows at first, or the five topmost;
 * - not the Histogram where there is the Event Rate, whose total it repeats;
 * - no output that the server cannot compute.
 *
 * The first and the last give a warning each.
 * @throws TspError when the server cannot compute any; the signal's reason when cancelled
 */
export async function defaultSeries(experiment: Experiment, options: FetchOptions): Promise<DefaultSeries> {
    const entries: SeriesEntry[] = [];
    const warnings: string[] = [];
    const failures: TspError[] = [];
    for (const output of candidates(experiment.outputs)) {
        try {
            const all = await experiment.fetchEntries(output, options);
            const few = all.length > MOST_SERIES ? foremost(all) : all;
            entries.push(...few);
            if (few.length < all.length) {
                const verb = few.length === 1 ? 'was' : 'were';
                warnings.push(
                    `Only ${few.length} of the ${all.length} series of ${output.name} ${verb} looked at; ` +
                        'select the output to look at all.'
                );
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
    return outputs.filter(hasTimeSeries).filter(({ id }) => !hasEventRate || !id.includes(HISTOGRAM));
}

function foremost(entries: readonly SeriesEntry[]): readonly SeriesEntry[] {
    const shown = entries.filter(({ isDefault }) => isDefault);
    const byLevel = [...entries].sort((a, b) => a.path.length - b.path.length);
    return shown.length > 0 ? shown : byLevel.slice(0, FEW_SERIES);
}
