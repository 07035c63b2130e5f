import { RestClient } from 'tsp-typescript-client/lib/protocol/rest-client';
import { Deserialized, Normalizer } from 'tsp-typescript-client/lib/protocol/serialization';
import { TspClientResponse } from 'tsp-typescript-client/lib/protocol/tsp-client-response';
import { exchange, isSuccess } from './exchange';
import { parseJson, stringifyJson } from './json';
import { currentRequestOptions } from './request-options';
import { failureOf, TspError } from './tsp-error';

/** What `RestClient` keeps to itself, of which we replace the first and use the other. */
interface RestClientInternals {
    performRequest<T>(
        method: string,
        url: string,
        body?: unknown,
        normalizer?: Normalizer<T>
    ): Promise<TspClientResponse<T>>;
    updateConnectionStatus(isConnected: boolean): void;
}

const restClient = RestClient as unknown as RestClientInternals;

/** A response that failed keeps the error, so that `unwrap` can throw it. */
export class FailedResponse<T> extends TspClientResponse<T> {
    constructor(
        readonly error: TspError,
        text: string
    ) {
        super(text, error.status ?? NO_STATUS, error.title, undefined, { title: error.title, details: error.detail });
    }
}

/** What `TspClientResponse.getStatusCode` says when there was no HTTP response at all. */
export const NO_STATUS = 0;

/**
 * Replaces how `RestClient` makes requests: over the global `fetch`, with time limit and cancelling, with the status code
 * that the server sent (`NO_STATUS` when it sent none), and without a word on the console. Installing again does nothing.
 */
export function installTransport(): void {
    restClient.performRequest = performRequest;
}

/** Resolves also when the request failed, as `RestClient` does; rejects only when cancelled. */
async function performRequest<T>(
    method: string,
    url: string,
    body?: unknown,
    normalizer?: Normalizer<T>
): Promise<TspClientResponse<T>> {
    const options = currentRequestOptions();
    const init: RequestInit = {
        method: method.toUpperCase(),
        headers: { 'Content-Type': 'application/json' },
        body: stringifyJson(body)
    };
    try {
        const response = await exchange(url, init, options, async ({ status, statusText, contentType, text }) =>
            interpret(url, { status, statusText, contentType, text: await text() }, normalizer)
        );
        restClient.updateConnectionStatus(!isUnavailable(response.getStatusCode()));
        return response;
    } catch (error) {
        if (!(error instanceof TspError)) {
            throw error;
        }
        restClient.updateConnectionStatus(false);
        return new FailedResponse(error, error.message);
    }
}

/** Bad gateway, service unavailable, gateway timeout. */
function isUnavailable(status: number): boolean {
    return status >= 502;
}

interface ReadAnswer {
    readonly status: number;
    readonly statusText: string;
    readonly contentType: string;
    readonly text: string;
}

function interpret<T>(url: string, answer: ReadAnswer, normalizer?: Normalizer<T>): TspClientResponse<T> {
    const { status, statusText, text } = answer;
    const parsed = parseJson(text);
    if (!isSuccess(status)) {
        return new FailedResponse(new TspError(failureOf(url, status, statusText, parsed.model, text)), text);
    }
    if (parsed.error) {
        const what = answer.contentType || 'an unnamed type';
        const title = `The answer is not JSON but ${what}; is a trace server running there?`;
        return new FailedResponse(new TspError({ url, status, title }, parsed.error), text);
    }
    try {
        const body = parsed.model as Deserialized<T>;
        const model = normalizer && body !== undefined ? normalizer(body) : (body as T);
        return new TspClientResponse(text, status, statusText, model);
    } catch (error) {
        const title = 'The answer does not follow the Trace Server Protocol';
        return new FailedResponse(new TspError({ url, status, title, detail: messageOf(error) }, error), text);
    }
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
