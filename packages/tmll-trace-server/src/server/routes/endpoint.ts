import type { Request, RequestHandler, Response } from 'express';
import { type JsonValue, writeJson } from '../json/write-json';

/** Answers a request with a JSON value. The content type is exactly `application/json`: the Trace Viewer compares it. */
export function endpoint(
    answer: (request: Request, response: Response) => JsonValue | Promise<JsonValue>
): RequestHandler {
    return async (request, response) => {
        sendJson(response, 200, await answer(request, response));
    };
}

/** Sends a JSON value with a status. */
export function sendJson(response: Response, status: number, value: JsonValue): void {
    response.status(status).setHeader('Content-Type', 'application/json');
    response.end(writeJson(value));
}

/** TSP's envelope of an answer that is complete. */
export function completed(model: JsonValue): JsonValue {
    return { status: 'COMPLETED', statusMessage: 'Completed', model };
}

/** A parameter of the path. */
export function pathParameter(request: Request, name: string): string {
    return String(request.params[name]);
}
