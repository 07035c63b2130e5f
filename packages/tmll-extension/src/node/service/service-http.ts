import * as http from 'http';
import type { ErrorBody, ServiceEvent, ServiceLock } from 'tmll-service/protocol';
import { SseParser } from './sse-parser';

/** Where the service listens: on loopback only. */
export const SERVICE_HOST = '127.0.0.1';

/** One request of the backend to the service. */
export interface ServiceRequest {
    readonly method: 'GET' | 'POST' | 'DELETE';
    /** Below `/tmll`, e.g. `/jobs`. */
    readonly path: string;
    /** Sent as JSON. */
    readonly body?: unknown;
    readonly timeoutMs: number;
}

/**
 * Sends a request and answers with the JSON that came back, undefined when there is none.
 * @throws Error with one sentence: the service's own, or that it did not answer
 */
export async function requestService<T>(service: ServiceLock, request: ServiceRequest): Promise<T> {
    const response = await send(service, request);
    const text = await response.text();
    if (!response.ok) {
        throw new Error(describeError(text, response.status));
    }
    return (text ? JSON.parse(text) : undefined) as T;
}

async function send(service: ServiceLock, { method, path, body, timeoutMs }: ServiceRequest): Promise<Response> {
    try {
        return await fetch(`http://${SERVICE_HOST}:${service.port}/tmll${path}`, {
            method,
            headers: {
                Authorization: `Bearer ${service.token}`,
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' })
            },
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: AbortSignal.timeout(timeoutMs)
        });
    } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        const message = late
            ? `The analysis service did not answer within ${timeoutMs / 1000} s.`
            : 'The analysis service cannot be reached; it is started again if it has ended.';
        throw new Error(message, { cause: error });
    }
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
 * Listens to the events of the service, however long they keep silent.
 * @returns ends the listening; `onEnd` is not called then
 */
export function listenToService(service: ServiceLock, listener: EventStreamListener): () => void {
    let open = true;
    const end = (): void => {
        if (open) {
            open = false;
            listener.onEnd();
        }
    };
    // Not `fetch`: it ends a body that keeps silent for five minutes.
    const request = http.get(
        {
            host: SERVICE_HOST,
            port: service.port,
            path: '/tmll/events',
            headers: { Authorization: `Bearer ${service.token}`, Accept: 'text/event-stream' }
        },
        response => {
            response.on('close', end);
            if (response.statusCode !== 200) {
                response.resume();
                return;
            }
            const parser = new SseParser();
            response.setEncoding('utf8');
            response.on('data', (piece: string) => {
                parser.push(piece).forEach(data => open && listener.onEvent(JSON.parse(data) as ServiceEvent));
            });
            listener.onOpen();
        }
    );
    request.on('error', end);
    return () => {
        open = false;
        request.destroy();
    };
}
