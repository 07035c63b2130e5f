import { MAX_XY_TIMES } from 'tmll-tsp';
import { TimeRange } from '../series/time-series';

/** One request for the series of a stretch of time. */
export interface GridRequest {
    /** Ns since the epoch of the first and the last time asked for, both inclusive. */
    readonly start: bigint;
    readonly end: bigint;
    /** Number of times from start to end, evenly spaced, at most `MAX_XY_TIMES`. */
    readonly nbTimes: number;
    /** Points up to this time belong to the request before, or to no one: they are dropped. Undefined: keep all. */
    readonly after?: bigint;
}

/**
 * The requests for a range at a step: start, start + step, … and the range's end, whether or not it lies on that grid. So a
 * range shorter than the step has two points, and nothing is left out at the end.
 *
 * Servers count both ends of a request. Each request but the first starts at the last point of the one before and drops
 * it: no point comes twice, no point between two requests is missed, and a server to which a value stands for the time since
 * the point before has such a point. For the same reason the first request starts a step early when the range begins
 * inside the trace.
 * @param traceStart ns since the epoch; nothing is asked for before it
 */
export function gridRequests(range: TimeRange, stepNs: bigint, traceStart: bigint): GridRequest[] {
    const { startNs, endNs } = range;
    const steps = (endNs - startNs) / stepNs;
    const lastOnGrid = startNs + steps * stepNs;
    const requests: GridRequest[] = [];
    if (startNs - stepNs >= traceStart) {
        requests.push(...gridPart(startNs - stepNs, steps + 1n, stepNs, startNs - 1n));
    } else if (steps > 0n || startNs === endNs) {
        requests.push(...gridPart(startNs, steps, stepNs));
    }
    if (lastOnGrid < endNs) {
        requests.push({
            start: lastOnGrid,
            end: endNs,
            nbTimes: 2,
            after: requests.length > 0 ? lastOnGrid : undefined
        });
    }
    return requests;
}

/** Requests for `steps` steps from a start, each of as many times as a server answers. */
function* gridPart(start: bigint, steps: bigint, stepNs: bigint, after?: bigint): Generator<GridRequest> {
    const most = BigInt(MAX_XY_TIMES - 1);
    for (let done = 0n; done < steps || done === 0n; done += most) {
        const count = steps - done < most ? steps - done : most;
        const first = start + done * stepNs;
        yield {
            start: first,
            end: first + count * stepNs,
            nbTimes: Number(count) + 1,
            after: done === 0n ? after : first
        };
    }
}
