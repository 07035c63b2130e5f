import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** What a test's server is asked. */
export interface Asked {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
}

/** A server on loopback that answers as a test says and remembers what it was asked. */
export class HttpServer {
    readonly asked: Asked[] = [];
    private server: Server | undefined;
    url = '';

    constructor(private readonly answer: (asked: Asked, response: ServerResponse) => void) {}

    async start(): Promise<this> {
        const server = createServer((request, response) => {
            const chunks: Buffer[] = [];
            request.on('data', (chunk: Buffer) => chunks.push(chunk));
            request.on('end', () => {
                const { method = '', url = '', headers } = request;
                const asked = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
                this.asked.push(asked);
                this.answer(asked, response);
            });
        });
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        this.server = server;
        this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        return this;
    }

    async stop(): Promise<void> {
        this.server?.closeAllConnections();
        await new Promise(resolve => this.server?.close(resolve));
    }
}

/** Answers with JSON as trace servers do. */
export function sendJson(response: ServerResponse, json: string, status = 200): void {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(json);
}
