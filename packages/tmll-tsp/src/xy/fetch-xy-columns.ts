import { Answer, exchange, isSuccess } from '../exchange';
import { parseJson, stringifyJson } from '../json';
import { currentRequestOptions, RequestOptions } from '../request-options';
import { normalizeBaseUrl } from '../tsp-client';
import { failureOf, TspError } from '../tsp-error';
import { JsonBytes, Reading } from './json-bytes';
import { readXyColumns, XyColumns } from './xy-columns';

/** What is asked of an XY output. */
export interface XyQuery {
    /** Ns since the epoch of the first and the last time asked for, both inclusive. */
    readonly start: bigint;
    readonly end: bigint;
    /** Number of times, evenly spaced from start to end; servers refuse more than `MAX_XY_TIMES`. */
    readonly nbTimes: number;
    /** Ids of the entries whose series are wanted. */
    readonly items: readonly number[];
    /** Ns since the epoch to which the answer's times are relative; `start` when not given. */
    readonly origin?: bigint;
    /** Parameters that the output understands besides, e.g. `{ isFiltered: true }`. */
    readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Trace Compass gives no series for more times than these. */
export const MAX_XY_TIMES = 65_536;

/**
 * Fetches series of a TREE_TIME_XY output as columns. The body is decoded while it arrives, digits straight into doubles, so
 * that a request needs the memory of its result and no more.
 *
 * @returns the answer as it stands: while the status is RUNNING its series are preliminary (see `pollUntilComplete`)
 * @throws TspError when the request fails or the answer is not one of TSP; the signal's reason when cancelled
 */
export function fetchXyColumns(
    baseUrl: string,
    experimentUuid: string,
    outputId: string,
    query: XyQuery,
    options: RequestOptions = {}
): Promise<XyColumns> {
    const { start, end, nbTimes, items, origin = start, parameters } = query;
    const path = `/experiments/${encodeURIComponent(experimentUuid)}/outputs/XY/${encodeURIComponent(outputId)}/xy`;
    const url = normalizeBaseUrl(baseUrl) + path;
    const body = stringifyJson({
        parameters: { ...parameters, requested_timerange: { start, end, nbTimes }, requested_items: items }
    });
    const init: RequestInit = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    return exchange(url, init, { ...currentRequestOptions(), ...options }, async answer => {
        await throwIfRefused(url, answer);
        return decode(url, answer, readXyColumns(new JsonBytes(), origin));
    });
}

async function throwIfRefused(url: string, answer: Answer): Promise<void> {
    if (!isSuccess(answer.status)) {
        const text = await answer.text();
        throw new TspError(failureOf(url, answer.status, answer.statusText, parseJson(text).model, text));
    }
}

async function decode<T>(url: string, answer: Answer, reading: Reading<T>): Promise<T> {
    try {
        reading.next();
        for await (const chunk of answer.chunks()) {
            const step = reading.next(chunk);
            if (step.done) {
                return step.value;
            }
        }
        throw new SyntaxError('It ends in the middle');
    } catch (error) {
        if (!(error instanceof SyntaxError)) {
            throw error;
        }
        const title = 'The answer does not follow the Trace Server Protocol';
        throw new TspError({ url, status: answer.status, title, detail: error.message }, error);
    }
}
