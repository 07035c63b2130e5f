/** How long and on whose behalf a request runs. */
export interface RequestOptions {
    /** Cancels the request, also while its body is being read. */
    readonly signal?: AbortSignal;
    /** Limit in ms for the whole exchange, body included; `DEFAULT_TIMEOUT_MS` when not given. */
    readonly timeoutMs?: number;
    /** Sent along, e.g. `{ Authorization: 'Bearer …' }`. */
    readonly headers?: Readonly<Record<string, string>>;
}

/** Limit for one exchange when none is given, in ms. */
export const DEFAULT_TIMEOUT_MS = 60_000;

let current: RequestOptions = {};

/**
 * Runs a call with options for the requests it starts: `withRequestOptions({ signal }, () => client.fetchTraces())`.
 * `HttpTspClient` has no parameter for them, but it starts its request before its methods return; requests that the call
 * starts later, after an `await`, do not get them. Nested calls add to the options of the outer one.
 */
export function withRequestOptions<T>(options: RequestOptions, call: () => T): T {
    const outer = current;
    current = { ...outer, ...options };
    try {
        return call();
    } finally {
        current = outer;
    }
}

/** The options of the innermost `withRequestOptions` around the running code. */
export function currentRequestOptions(): RequestOptions {
    return current;
}
