import { OutputDescriptor } from 'tsp-typescript-client/lib/models/output-descriptor';
import { XyEntry } from 'tsp-typescript-client/lib/models/xy';
import { entriesWithData, fetchXyColumns, pollUntilComplete, QueryHelper } from 'tmll-tsp';
import { TraceSession } from '../session/trace-session';

/** How much happened over the whole trace. */
export interface Activity {
    /** Ns from the session's origin, ascending. */
    readonly times: Float64Array;
    /** Sums over all traces; never negative, never NaN. */
    readonly values: Float64Array;
    readonly highest: number;
}

const LONGEST_WAIT_MS = 600_000;
const MOST_SERIES = 32;

/** The output that tells how many events there are over time; undefined when there is none. */
export function overviewOutput(outputs: readonly OutputDescriptor[]): OutputDescriptor | undefined {
    const xy = outputs.filter(({ type }) => type === 'TREE_TIME_XY');
    return xy.find(({ name }) => name === 'Histogram') ?? xy.find(({ name }) => name === 'Event Rate');
}

/** The total of each trace: what is shown by default, else what stands at the top; what is below would be counted twice. */
function totals(entries: readonly XyEntry[]): readonly XyEntry[] {
    const withData = entriesWithData(entries);
    const byDefault = withData.filter(({ isDefault }) => isDefault);
    const ids = new Set(withData.map(({ id }) => id));
    return byDefault.length > 0
        ? byDefault
        : withData.filter(({ parentId }) => parentId === undefined || !ids.has(parentId));
}

/**
 * How many events there are over the whole trace.
 * @param times so many, evenly spread
 * @throws TspError when the trace server cannot tell; the signal's reason when cancelled
 */
export async function fetchActivity(session: TraceSession, times: number, signal: AbortSignal): Promise<Activity> {
    const output = overviewOutput(session.outputs);
    const none = { times: new Float64Array(), values: new Float64Array(), highest: 0 };
    if (!output) {
        return none;
    }
    const { experiment, client, baseUrl, origin } = session;
    const options = { signal, timeoutMs: LONGEST_WAIT_MS, what: output.name };
    const range = QueryHelper.timeRangeQuery(experiment.start, experiment.end, 2);
    const tree = await pollUntilComplete(() => client.fetchXYTree(experiment.UUID, output.id, range), options);
    const entries = tree.model?.entries ?? [];
    const items = totals(entries).map(({ id }) => id);
    if (items.length === 0) {
        return none;
    }
    const end = experiment.end > experiment.start ? experiment.end : experiment.start + 1n;
    const query = { start: experiment.start, end, nbTimes: times, items: items.slice(0, MOST_SERIES), origin };
    const { series } = await pollUntilComplete(
        own => fetchXyColumns(baseUrl, experiment.UUID, output.id, query, own),
        options
    );
    if (series.length === 0) {
        return none;
    }
    const values = new Float64Array(series[0].times.length);
    for (const one of series) {
        for (let index = 0; index < Math.min(values.length, one.values.length); index++) {
            values[index] += Math.max(one.values[index], 0) || 0;
        }
    }
    return { times: series[0].times, values, highest: values.reduce((most, value) => Math.max(most, value), 0) };
}
