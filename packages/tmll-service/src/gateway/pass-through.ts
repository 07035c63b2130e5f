import {
    Agent,
    ClientRequest,
    IncomingHttpHeaders,
    IncomingMessage,
    OutgoingHttpHeaders,
    request as send
} from 'node:http';
import { pipeline } from 'node:stream';
import { RequestHandler, Response } from 'express';
import { HttpError } from '../http/http-error';
import { TraceServer } from '../trace-servers/trace-server';

/** Headers that concern one connection, not the message (RFC 9110, section 7.6.1), and `host`, which is set anew. */
const HOP_BY_HOP = new Set([
    'connection',
    'host',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade'
]);

/**
 * Connections that rest are closed before the servers at hand do so (Node: 5 s), lest a request goes down one that the
 * other side is closing.
 */
const RESTING_CONNECTION_MS = 3000;

/**
 * Hands requests to the trace server as they are and its answers back as they are, streamed in both directions. Mount it
 * where the trace server's base URL is to appear. A client that goes away takes its request to the trace server with it.
 */
export function passThrough(traceServer: TraceServer): RequestHandler {
    const agent = new Agent({ keepAlive: true, timeout: RESTING_CONNECTION_MS });
    return async (request, response) => {
        const base = new URL(await traceServer.whenUp());
        if (response.destroyed) {
            return;
        }
        const upstream = send({
            agent,
            host: base.hostname,
            port: base.port,
            path: base.pathname + request.url,
            method: request.method,
            headers: endToEnd(request.headers)
        });
        response.on('close', () => {
            if (!response.writableFinished) {
                upstream.destroy();
            }
        });
        request.pipe(upstream);
        await answer(upstream, response, base.origin);
    };
}

/** Resolves once the answer is through or the client is gone. */
function answer(upstream: ClientRequest, response: Response, server: string): Promise<void> {
    return new Promise((resolve, reject) => {
        upstream.on('response', (reply: IncomingMessage) => {
            response.writeHead(reply.statusCode ?? 502, reply.statusMessage, endToEnd(reply.headers));
            // Cut short, the answer ends in a broken connection: the client sees that it is not whole.
            pipeline(reply, response, () => resolve());
        });
        upstream.on('error', error => {
            if (response.headersSent || response.destroyed) {
                response.destroy();
                resolve();
                return;
            }
            const detail = `The trace server at ${server} does not answer (${error.message}); try again when it is up.`;
            reject(new HttpError(503, 'Trace server not reachable', detail));
        });
    });
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
    const named = new Set((headers.connection ?? '').toLowerCase().split(/\s*,\s*/));
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.has(name)));
}
