import { TspClientResponse } from 'tsp-typescript-client/lib/protocol/tsp-client-response';
import { isSuccess } from './exchange';
import { FailedResponse } from './transport';
import { failureOf, TspError } from './tsp-error';

/**
 * The model of a response. It may be null or undefined where TSP allows that: whether it is needed, the caller knows.
 * @throws TspError when the request failed
 * @example
 * const traces = unwrap(await client.fetchTraces());
 */
export function unwrap<T>(response: TspClientResponse<T>): T {
    if (response instanceof FailedResponse) {
        throw response.error;
    }
    const status = response.getStatusCode();
    if (!isSuccess(status)) {
        const { text, statusMessage } = { text: response.getText(), statusMessage: response.getStatusMessage() };
        throw new TspError(failureOf(undefined, status, statusMessage, response.getErrorResponse(), text));
    }
    return response.getModel() as T;
}
