import { credentialsFor } from './credentials';
import { DEFAULT_TIMEOUT_MS, RequestOptions } from './request-options';
import { TspError } from './tsp-error';

/** An answer whose body has not been read yet. */
export interface Answer {
    readonly status: number;
    readonly statusText: string;
    readonly contentType: string;
    text(): Promise<string>;
    /** The body as it arrives. */
    chunks(): AsyncGenerator<Uint8Array, void>;
}

/**
 * One request and the reading of its answer, under one time limit.
 * @param init method, body and headers as for `fetch`
 * @param read reads the answer; the connection is given up when it is left early
 * @throws TspError when the server cannot be reached, is too slow, or breaks off; the signal's reason when cancelled
 */
export async function exchange<T>(
    url: string,
    init: RequestInit,
    options: RequestOptions,
    read: (answer: Answer) => Promise<T>
): Promise<T> {
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const limit = new TimeLimit(timeoutMs, options.signal);
    const explain = (error: unknown, what: string): unknown => {
        options.signal?.throwIfAborted();
        return limit.isOver
            ? new TspError({ url, title: `The trace server did not answer within ${timeoutMs / 1000} s` })
            : new TspError({ url, title: what, detail: causeOf(error) }, error);
    };
    const guard = async <R>(operation: Promise<R>, what: string): Promise<R> => {
        try {
            return await operation;
        } catch (error) {
            throw explain(error, what);
        }
    };
    try {
        options.signal?.throwIfAborted();
        const headers = { Accept: 'application/json', ...options.headers, ...init.headers };
        const response = await guard(
            fetch(url, { ...init, headers, credentials: credentialsFor(url), signal: limit.signal }),
            'The trace server cannot be reached; start it or correct its address'
        );
        return await read({
            status: response.status,
            statusText: response.statusText,
            contentType: response.headers.get('Content-Type') ?? '',
            text: () => guard(response.text(), BROKEN),
            chunks: () => chunksOf(response, guard)
        });
    } finally {
        limit.end();
    }
}

const BROKEN = 'The connection to the trace server broke while its answer was being read';

async function* chunksOf(
    response: Response,
    guard: <R>(operation: Promise<R>, what: string) => Promise<R>
): AsyncGenerator<Uint8Array, void> {
    if (response.body === null) {
        return;
    }
    const reader = response.body.getReader();
    for (;;) {
        const { done, value } = await guard(reader.read(), BROKEN);
        if (done) {
            return;
        }
        yield value;
    }
}

/** Whether an HTTP status promises an answer rather than an error. */
export function isSuccess(status: number): boolean {
    return status >= 200 && status <= 299;
}

/** Aborts when the time is over or when another signal does; leaves no listener behind on that signal. */
class TimeLimit {
    private readonly controller = new AbortController();
    private readonly timer: ReturnType<typeof setTimeout> | undefined;
    private readonly forward = (): void => this.controller.abort(this.outer?.reason);
    isOver = false;

    constructor(
        timeoutMs: number,
        private readonly outer: AbortSignal | undefined
    ) {
        outer?.addEventListener('abort', this.forward, { once: true });
        if (Number.isFinite(timeoutMs)) {
            this.timer = setTimeout(() => {
                this.isOver = true;
                this.controller.abort();
            }, timeoutMs);
        }
    }

    get signal(): AbortSignal {
        return this.controller.signal;
    }

    /** Also gives the connection up when the answer was not read to its end. */
    end(): void {
        this.controller.abort();
        clearTimeout(this.timer);
        this.outer?.removeEventListener('abort', this.forward);
    }
}

/** The innermost cause that says something: `fetch` itself only says "fetch failed". */
function causeOf(error: unknown): string | undefined {
    if (typeof error !== 'object' || error === null) {
        return undefined;
    }
    const { cause, code, message } = error as {
        readonly cause?: unknown;
        readonly code?: string;
        readonly message?: string;
    };
    return causeOf(cause) ?? (message || code);
}
