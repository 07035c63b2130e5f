import { HttpTspClient, pollUntilComplete, Query, TspError } from 'tmll-tsp';
import { TimeRange } from '../series/time-series';
import { FetchOptions, requestOptions } from './fetch-options';
import { hasTimeSeries, Output } from './output';

/** Category of annotations by which trace servers show where the tracer lost events. */
const LOST_EVENTS = 'Lost Events';
/** Parts of ids of outputs that have them; Trace Compass has them on its histogram. */
const TOLD_BY = /histogram|event-density|event-rate/i;
/** Stretches closer to each other than the range divided by this are one. */
const RESOLUTION = 2_000;

/**
 * Where the tracer lost events within a range, ascending and apart from each other; none when the trace server tells none.
 * @throws the signal's reason when cancelled
 */
export async function fetchLostEvents(
    client: HttpTspClient,
    experimentUuid: string,
    outputs: readonly Output[],
    range: TimeRange,
    options: FetchOptions = {}
): Promise<TimeRange[]> {
    const candidates = outputs.filter(hasTimeSeries);
    const output = candidates.find(({ id }) => TOLD_BY.test(id)) ?? candidates[0];
    if (output === undefined) {
        return [];
    }
    const query = new Query({
        requested_timerange: { start: range.startNs, end: range.endNs, nbTimes: RESOLUTION },
        requested_marker_categories: [LOST_EVENTS]
    });
    try {
        const { model } = await pollUntilComplete(() => client.fetchAnnotations(experimentUuid, output.id, query), {
            ...requestOptions(options),
            what: 'where events were lost'
        });
        return apart((model?.annotations?.[LOST_EVENTS] ?? []).map(rangeOf)).filter(
            ({ startNs, endNs }) => startNs <= range.endNs && endNs >= range.startNs
        );
    } catch (error) {
        // Annotations are optional in the protocol: a server that knows none knows of no losses.
        if (error instanceof TspError) {
            return [];
        }
        throw error;
    }
}

function rangeOf({ time, duration }: { time: bigint; duration: bigint }): TimeRange {
    return { startNs: BigInt(time), endNs: BigInt(time) + BigInt(duration) };
}

function apart(ranges: readonly TimeRange[]): TimeRange[] {
    const result: TimeRange[] = [];
    for (const range of [...ranges].sort((a, b) => (a.startNs < b.startNs ? -1 : 1))) {
        const last = result[result.length - 1];
        if (last !== undefined && range.startNs <= last.endNs) {
            result[result.length - 1] = {
                startNs: last.startNs,
                endNs: range.endNs > last.endNs ? range.endNs : last.endNs
            };
        } else {
            result.push(range);
        }
    }
    return result;
}
