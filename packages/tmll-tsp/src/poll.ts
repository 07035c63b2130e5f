import { TspClientResponse } from 'tsp-typescript-client/lib/protocol/tsp-client-response';
import { currentRequestOptions, RequestOptions, withRequestOptions } from './request-options';
import { TspError } from './tsp-error';
import { unwrap } from './unwrap';
import { wait } from './wait';

/** What every answer has that a trace server may still be computing. */
export interface PolledAnswer {
    /** RUNNING, COMPLETED, FAILED or CANCELLED. */
    readonly status: string;
    readonly statusMessage?: string | null;
}

export interface PollOptions<A> extends RequestOptions {
    /** Limit in ms for all requests together; `DEFAULT_POLL_TIMEOUT_MS` when not given. */
    readonly timeoutMs?: number;
    /** What is asked for, for error messages: `the tree of CPU Usage`. */
    readonly what?: string;
    /** Called with each preliminary answer; its model may be partial or null. */
    onRunning?(answer: A): void;
}

/** Limit for waiting on a computation when none is given, in ms. */
export const DEFAULT_POLL_TIMEOUT_MS = 300_000;

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 2_000;

/** The last request may take so long beyond the limit, so that it is not cut off before it had a chance. */
const LEAST_REQUEST_MS = 1_000;

/**
 * Asks again, with growing pauses, until the trace server has finished computing.
 * @param request starts one request; signal and remaining time reach requests of `HttpTspClient` by themselves
 * @returns the completed answer; its model may still be null where there is nothing to show
 * @throws TspError when a request fails, the server says FAILED or CANCELLED, or the time is over; the signal's reason when
 * cancelled
 * @example
 * const { model } = await pollUntilComplete(() => client.fetchXYTree(uuid, outputId, query), { signal });
 */
export async function pollUntilComplete<A extends PolledAnswer>(
    request: (options: RequestOptions) => Promise<TspClientResponse<A> | A>,
    options: PollOptions<A> = {}
): Promise<A> {
    const { timeoutMs = DEFAULT_POLL_TIMEOUT_MS, what = 'the answer', onRunning, ...requestOptions } = options;
    const shared = { ...currentRequestOptions(), ...requestOptions };
    const end = performance.now() + timeoutMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
        const own: RequestOptions = { ...shared, timeoutMs: Math.max(end - performance.now(), LEAST_REQUEST_MS) };
        const response = await withRequestOptions(own, () => request(own));
        const answer = response instanceof TspClientResponse ? unwrap(response) : response;
        if (answer.status === 'COMPLETED') {
            return answer;
        }
        if (answer.status !== 'RUNNING') {
            throw unfinished(`The trace server could not compute ${what}`, answer);
        }
        onRunning?.(answer);
        if (performance.now() + pause >= end) {
            throw unfinished(`The trace server was still computing ${what} after ${timeoutMs / 1000} s`, answer);
        }
        await wait(pause, shared.signal);
    }
}

function unfinished(title: string, { statusMessage }: PolledAnswer): TspError {
    return new TspError({ title, detail: statusMessage || undefined });
}
