import type { ErrorBody, ServiceEvent, ServiceLock } from '../protocol';
import { SseParser } from './sse-parser';

/** Where the service listens: on loopback only. */
export const SERVICE_HOST = '127.0.0.1';

/** One request of a host to the service. */
export interface ServiceRequest {
    readonly method: 'GET' | 'POST' | 'DELETE';
    /** Below `/tmll`, e.g. `/jobs`. */
    readonly path: string;
    /** Sent as JSON. */
    readonly body?: unknown;
    readonly timeoutMs: number;
}

/** A request that the service has refused; the message is its sentence. */
export class ServiceRefusal extends Error {
    constructor(
        message: string,
        /** Of HTTP, e.g. 401 without the token. */
        readonly status: number
    ) {
        super(message);
        this.name = 'ServiceRefusal';
    }
}

/** How the service is reached. */
export type ServiceAddress = Pick<ServiceLock, 'port' | 'token'>;

/**
 * Sends a request and answers with the JSON that came back, undefined when there is none.
 * @throws ServiceRefusal with the service's own sentence, Error with one when it did not answer
 */
export async function requestService<T>(service: ServiceAddress, request: ServiceRequest): Promise<T> {
    const text = await requestText(service, request);
    return (text ? JSON.parse(text) : undefined) as T;
}

/**
 * Sends a request and answers with what came back as it is, e.g. a page.
 * @throws ServiceRefusal with the service's own sentence, Error with one when it did not answer
 */
export async function requestText(service: ServiceAddress, request: ServiceRequest): Promise<string> {
    const { status, ok, text } = await send(service, request);
    if (!ok) {
        throw new ServiceRefusal(describeError(text, status), status);
    }
    return text;
}

async function send(
    service: ServiceAddress,
    { method, path, body, timeoutMs }: ServiceRequest
): Promise<{ readonly status: number; readonly ok: boolean; readonly text: string }> {
    try {
        const response = await fetch(urlOf(service, path), {
            method,
            headers: {
                ...authorization(service),
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' })
            },
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: AbortSignal.timeout(timeoutMs)
        });
        return { status: response.status, ok: response.ok, text: await response.text() };
    } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        const message = late
            ? `The analysis service did not answer within ${timeoutMs / 1000} s.`
            : 'The analysis service cannot be reached; it is started again if it has ended.';
        throw new Error(message, { cause: error });
    }
}

function urlOf({ port }: ServiceAddress, path: string): string {
    return `http://${SERVICE_HOST}:${port}/tmll${path}`;
}

function authorization({ token }: ServiceAddress): Record<string, string> {
    return { Authorization: `Bearer ${token}` };
}

function describeError(text: string, status: number): string {
    try {
        const { detail, title } = JSON.parse(text) as Partial<ErrorBody>;
        if (detail || title) {
            return (detail || title) as string;
        }
    } catch {
        // Not one of the service's own answers.
    }
    return `The analysis service answered with status ${status}.`;
}

/** What happens on the stream of events. */
export interface EventStreamListener {
    /** The service has answered: events arrive from now on. */
    onOpen(): void;
    onEvent(event: ServiceEvent): void;
    /** The stream is over, or could not be opened. Called once. */
    onEnd(): void;
}

/**
 * Listens to the events of the service. It tells every 15 seconds that it lives, so that no silence ends the stream.
 * @returns ends the listening; `onEnd` is not called then
 */
export function listenToService(service: ServiceAddress, listener: EventStreamListener): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    receive(service, listener, signal)
        // Whatever broke it, the stream is over.
        .catch(() => undefined)
        .then(() => signal.aborted || listener.onEnd());
    return () => listening.abort();
}

async function receive(service: ServiceAddress, listener: EventStreamListener, signal: AbortSignal): Promise<void> {
    const headers = { ...authorization(service), Accept: 'text/event-stream' };
    const response = await fetch(urlOf(service, '/events'), { headers, signal });
    if (response.status !== 200 || !response.body) {
        await response.body?.cancel();
        return;
    }
    listener.onOpen();
    const parser = new SseParser();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        for (const data of parser.push(piece.value)) {
            if (!signal.aborted) {
                listener.onEvent(JSON.parse(data) as ServiceEvent);
            }
        }
    }
}
