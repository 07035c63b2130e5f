import { HttpTspClient, pollUntilComplete, QueryHelper, TimeGraphEntry } from 'tmll-tsp';
import { ParameterError } from '../series/parameter-error';
import { TimeRange } from '../series/time-series';
import { FetchOptions, requestOptions } from './fetch-options';
import { Output } from './output';
import { Gap, GatheredStates, StateRow } from './state-rows';

/** Which states are fetched. */
export interface FetchStatesOptions extends FetchOptions {
    /** Ns since the epoch, both ends inclusive; the whole experiment when not given. */
    readonly range?: TimeRange;
    /** Which lines, by their labels from the root down; all when not given. */
    wants?(path: readonly string[]): boolean;
    /** More states than this are refused; a million when not given. */
    readonly limit?: number;
}

/** Times of one request. */
const MOST_TIMES = 4096;
/** Times put into a gap at once. */
const TIMES_PER_GAP = 32;
const DEFAULT_LIMIT = 1_000_000;

/**
 * The states of lines of a time graph, every one of them with its exact ends. A server answers with the states at the times that it is asked
 * for, and leaves out those between; so what is missing is asked for again, at times within the gaps, until there is none. A gap in which
 * the server knows no state at any time asked for stays one.
 * @returns the lines that have states in the range, in the order of the tree
 * @throws ParameterError when there are more states than the limit; TspError when the trace server fails; the signal's reason when cancelled
 */
export async function fetchStateRows(
    client: HttpTspClient,
    experiment: { readonly uuid: string; readonly range: TimeRange },
    output: Output,
    options: FetchStatesOptions = {}
): Promise<StateRow[]> {
    const { startNs, endNs } = options.range ?? experiment.range;
    const length = Number(endNs - startNs) + 1;
    const entries = await fetchEntries(client, experiment, output, options);
    const rows = new Map(entries.map(({ entry }) => [entry.id, new GatheredStates(startNs, length)]));
    const { limit = DEFAULT_LIMIT } = options;
    const empty = new Set<string>();
    let gaps: readonly Gap[] = rows.size === 0 ? [] : [[0, length]];
    while (gaps.length > 0) {
        options.signal?.throwIfAborted();
        options.progress?.({ fraction: 1 - longest(gaps) / length, message: `fetching ${output.name}` });
        for (const times of requestsFor(gaps, startNs)) {
            const query = QueryHelper.selectionTimeQuery(times, [...rows.keys()]);
            const { model } = await pollUntilComplete(
                () => client.fetchTimeGraphStates(experiment.uuid, output.id, query),
                { ...requestOptions(options), what: `the states of ${output.name}` }
            );
            model?.rows.forEach(({ entryId, states }) => rows.get(entryId)?.add(states));
            check([...rows.values()], limit, output);
        }
        const asked = new Set(gaps.map(String));
        const missing = new Map<string, Gap>();
        for (const [id, row] of rows) {
            for (const gap of row.gaps()) {
                if (asked.has(String(gap))) {
                    // It is as it was before it was asked for: there is nothing.
                    empty.add(`${id}:${gap}`);
                } else if (!empty.has(`${id}:${gap}`)) {
                    missing.set(String(gap), gap);
                }
            }
        }
        gaps = [...missing.values()].sort((a, b) => a[0] - b[0]);
    }
    options.progress?.({ fraction: 1, message: `fetched ${output.name}` });
    return entries.flatMap(({ entry, path }) => {
        const states = rows.get(entry.id)?.sorted() ?? [];
        const metadata = entry.metadata ?? {};
        return states.length === 0 ? [] : [{ path, metadata, origin: startNs, states }];
    });
}

interface NamedEntry {
    readonly entry: TimeGraphEntry;
    readonly path: readonly string[];
}

async function fetchEntries(
    client: HttpTspClient,
    experiment: { readonly uuid: string; readonly range: TimeRange },
    output: Output,
    options: FetchStatesOptions
): Promise<NamedEntry[]> {
    const { startNs, endNs } = experiment.range;
    const query = QueryHelper.timeRangeQuery(startNs, endNs, 2);
    const { model } = await pollUntilComplete(() => client.fetchTimeGraphTree(experiment.uuid, output.id, query), {
        ...requestOptions(options),
        what: `the lines of ${output.name}`
    });
    const all = model?.entries ?? [];
    const byId = new Map(all.map(entry => [entry.id, entry]));
    const pathOf = (entry: TimeGraphEntry): string[] => {
        const path: string[] = [];
        const seen = new Set<number>();
        for (let each: TimeGraphEntry | undefined = entry; each && !seen.has(each.id);) {
            seen.add(each.id);
            path.unshift(each.labels[0] ?? '');
            each = each.parentId === undefined ? undefined : byId.get(each.parentId);
        }
        return path;
    };
    return all.map(entry => ({ entry, path: pathOf(entry) })).filter(({ path }) => options.wants?.(path) ?? true);
}

/** Length of the longest gap. */
function longest(gaps: readonly Gap[]): number {
    return gaps.reduce((most, [start, end]) => Math.max(most, end - start), 0);
}

/** Times within the gaps, in requests of a size that servers answer quickly. */
function* requestsFor(gaps: readonly Gap[], origin: bigint): Generator<bigint[]> {
    const perGap = gaps.length === 1 ? MOST_TIMES : TIMES_PER_GAP;
    let times: bigint[] = [];
    for (const [start, end] of gaps) {
        // Both ends, next to which there are states, and times evenly between.
        const count = Math.min(perGap, end - start);
        for (let index = 0; index < count; index++) {
            times.push(origin + BigInt(start + Math.floor((index * (end - 1 - start)) / Math.max(1, count - 1))));
        }
        if (times.length >= MOST_TIMES) {
            yield ascending(times);
            times = [];
        }
    }
    if (times.length > 0) {
        yield ascending(times);
    }
}

function ascending(times: readonly bigint[]): bigint[] {
    return [...new Set(times)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function check(rows: readonly GatheredStates[], limit: number, output: Output): void {
    const count = rows.reduce((sum, { size }) => sum + size, 0);
    if (count > limit) {
        throw new ParameterError(
            `${output.name} has more than ${limit} states in this range; choose a shorter range, or fewer lines.`
        );
    }
}
