import { JsonValue, writeJson } from 'tmll-trace-server';
import { Response } from 'express';

/** TSP's `status` of an answer. */
export type TspStatus = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

/** Sends a bare JSON value. The content type is exactly `application/json`: the Trace Viewer compares it. */
export function sendJson(response: Response, value: JsonValue, status = 200): void {
    const body = Buffer.from(writeJson(value));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

/** Sends a model in TSP's envelope. */
export function sendModel(
    response: Response,
    model: JsonValue,
    status: TspStatus = 'COMPLETED',
    statusMessage: string = status.charAt(0) + status.slice(1).toLowerCase()
): void {
    sendJson(response, { status, statusMessage, model });
}
