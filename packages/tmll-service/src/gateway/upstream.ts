import {
    Agent,
    ClientRequest,
    IncomingHttpHeaders,
    IncomingMessage,
    OutgoingHttpHeaders,
    request as send
} from 'node:http';
import { pipeline } from 'node:stream';
import { Request, Response } from 'express';
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

/** How long the trace server may be silent. */
export interface UpstreamLimits {
    /** Until a connection stands. */
    readonly connectMs: number;
    /** Until an answer begins. Trace Compass computes some answers at once, which takes minutes on large traces. */
    readonly answerMs: number;
    /** Between two pieces of an answer. */
    readonly pieceMs: number;
}

const LIMITS: UpstreamLimits = { connectMs: 5000, answerMs: 300_000, pieceMs: 60_000 };

/** An answer that was read whole. */
export interface UpstreamAnswer {
    readonly status: number;
    readonly statusMessage: string;
    /** Without those of the connection. */
    readonly headers: OutgoingHttpHeaders;
    readonly body: Buffer;
}

/** What is asked on behalf of a client. */
export interface Question {
    /** Below the base URL of the TSP. */
    readonly path: string;
    readonly method: string;
    readonly headers: IncomingHttpHeaders;
    readonly body?: Buffer;
    /** Cuts `UpstreamLimits.answerMs` short. */
    readonly answerMs?: number;
    readonly signal?: AbortSignal;
}

/** An answer larger than this is not read whole. */
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;

/** The trace server, as the gateway asks it: never without a limit, and in the words of the client. */
export class Upstream {
    private readonly agent = new Agent({ keepAlive: true, timeout: RESTING_CONNECTION_MS });
    private readonly limits: UpstreamLimits;

    constructor(
        private readonly traceServer: TraceServer,
        limits: Partial<UpstreamLimits> = {}
    ) {
        this.limits = { ...LIMITS, ...limits };
    }

    /**
     * Hands a request on as it is and its answer back as it is, streamed in both directions. A client that goes away takes its
     * request to the trace server with it.
     * @param body that of the request, when it has been read already; otherwise it is streamed
     * @throws HttpError 503 or 504 when there is no answer
     */
    async pass(request: Request, response: Response, body?: Buffer): Promise<void> {
        const base = new URL(await this.traceServer.whenUp());
        if (response.destroyed) {
            return;
        }
        const headers = withLength(endToEnd(request.headers), body);
        const asked = this.send(base, { path: request.url, method: request.method, headers });
        response.on('close', () => {
            if (!response.writableFinished) {
                asked.destroy();
            }
        });
        if (body === undefined) {
            request.pipe(asked);
        } else {
            asked.end(body);
        }
        const reply = await this.reply(asked, base.origin, () => response.destroyed);
        if (reply === undefined) {
            response.destroy();
            return;
        }
        response.writeHead(reply.statusCode ?? 502, reply.statusMessage, endToEnd(reply.headers));
        // Cut short, the answer ends in a broken connection: the client sees that it is not whole.
        await new Promise<void>(resolve => pipeline(reply, response, () => resolve()));
    }

    /**
     * Asks and reads the whole answer, uncompressed.
     * @throws HttpError 503 or 504 when there is no whole answer, AnswerTooLarge
     */
    async ask({ path, method, headers, body, answerMs, signal }: Question): Promise<UpstreamAnswer> {
        const base = new URL(await this.traceServer.whenUp());
        const sent = withLength({ ...endToEnd(headers), 'accept-encoding': 'identity' }, body ?? Buffer.alloc(0));
        const asked = this.send(base, { path, method, headers: sent }, answerMs);
        const stop = (): void => void asked.destroy();
        signal?.addEventListener('abort', stop, { once: true });
        asked.end(body);
        try {
            const reply = await this.reply(asked, base.origin, () => signal?.aborted === true);
            if (reply === undefined) {
                throw new HttpError(499, 'Client gone', 'Nobody waits for the answer any more.');
            }
            return {
                status: reply.statusCode ?? 502,
                statusMessage: reply.statusMessage ?? '',
                headers: endToEnd(reply.headers),
                body: await readAll(reply, base.origin)
            };
        } finally {
            signal?.removeEventListener('abort', stop);
        }
    }

    close(): void {
        this.agent.destroy();
    }

    private send(
        base: URL,
        { path, method, headers }: { path: string; method: string; headers: OutgoingHttpHeaders },
        answerMs = this.limits.answerMs
    ): ClientRequest {
        const { connectMs, pieceMs } = this.limits;
        const asked = send({
            agent: this.agent,
            host: base.hostname.replace(/^\[|\]$/g, ''),
            port: base.port,
            path: base.pathname + path,
            method,
            headers,
            timeout: answerMs
        });
        asked.on('socket', socket => {
            if (socket.connecting) {
                const tooLate = setTimeout(() => asked.destroy(new SilenceError(connectMs)), connectMs);
                socket.once('connect', () => clearTimeout(tooLate)).once('close', () => clearTimeout(tooLate));
            }
        });
        let silence = answerMs;
        asked.on('response', () => asked.setTimeout((silence = pieceMs)));
        asked.on('timeout', () => asked.destroy(new SilenceError(silence)));
        return asked;
    }

    /** The answer as it begins; undefined when the client went away meanwhile. */
    private reply(asked: ClientRequest, server: string, isGone: () => boolean): Promise<IncomingMessage | undefined> {
        return new Promise((resolve, reject) => {
            asked.once('response', resolve);
            asked.on('error', error => {
                if (isGone()) {
                    resolve(undefined);
                } else {
                    reject(refusal(server, error));
                }
            });
        });
    }
}

/** Sends an answer of the trace server, or what was made of it. */
export function sendAnswer(response: Response, answer: UpstreamAnswer, body: Buffer = answer.body): void {
    const headers = { ...answer.headers, 'content-length': String(body.length) };
    response.writeHead(answer.status, answer.statusMessage, headers).end(body);
}

/** An answer that is too large to be read whole. */
export class AnswerTooLarge extends HttpError {
    constructor() {
        super(502, 'Answer too large', 'The answer of the trace server is too large to add to it.');
    }
}

class SilenceError extends Error {
    constructor(readonly limitMs: number) {
        super(`silent for ${limitMs / 1000} s`);
    }
}

function refusal(server: string, error: Error): HttpError {
    if (error instanceof SilenceError) {
        const detail = `The trace server at ${server} did not answer within ${error.limitMs / 1000} s; try again, or restart it.`;
        return new HttpError(504, 'Trace server does not answer', detail);
    }
    const detail = `The trace server at ${server} does not answer (${error.message}); try again when it is up.`;
    return new HttpError(503, 'Trace server not reachable', detail);
}

async function readAll(reply: IncomingMessage, server: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let length = 0;
    try {
        for await (const chunk of reply as AsyncIterable<Buffer>) {
            length += chunk.length;
            if (length > ANSWER_LIMIT_BYTES) {
                reply.destroy();
                throw new AnswerTooLarge();
            }
            chunks.push(chunk);
        }
    } catch (error) {
        throw error instanceof HttpError ? error : refusal(server, error as Error);
    }
    return Buffer.concat(chunks);
}

function withLength(headers: OutgoingHttpHeaders, body: Buffer | undefined): OutgoingHttpHeaders {
    return body === undefined ? headers : { ...headers, 'content-length': String(body.length) };
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
    const named = new Set((headers.connection ?? '').toLowerCase().split(/\s*,\s*/));
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.has(name)));
}
