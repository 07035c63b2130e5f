import { RequestOptions } from 'tmll-tsp';
import { Progress } from '../series/analysis';
import { TimeRange } from '../series/time-series';

/** How something that takes several requests runs. */
export interface FetchOptions {
    /** Cancels it, down to the request in flight. */
    readonly signal?: AbortSignal;
    /** Limit in ms for each thing that the trace server may have to compute first; 5 minutes when not given. */
    readonly timeoutMs?: number;
    /** Told how far it is. */
    progress?(progress: Progress): void;
}

/** Which points of a series are fetched. */
export interface FetchSeriesOptions extends FetchOptions {
    /** Ns since the epoch, both ends inclusive; the whole experiment when not given. */
    readonly range?: TimeRange;
    /** Time between points in ns; `niceStep` of the range when not given. */
    readonly stepNs?: bigint;
}

/** What of it a request needs. */
export function requestOptions({ signal, timeoutMs }: FetchOptions): RequestOptions {
    return { ...(signal ? { signal } : {}), ...(timeoutMs === undefined ? {} : { timeoutMs }) };
}
