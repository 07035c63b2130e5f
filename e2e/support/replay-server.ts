import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './application';

/** A request that a real Trace Compass was sent, and what it answered. */
interface Exchange {
    readonly method: string;
    readonly path: string;
    /** Names of the parameters in the body, sorted. */
    readonly parameters: string;
    readonly status: number;
    /** Body of the answer, digit for digit. */
    readonly answer: string;
}

const RECORDINGS = join(process.env.TMLL_SHARED ?? join(ROOT, '../shared'), 'recordings');
const PREFIX = '/tsp/api';

/** Whether what a Trace Compass server said of a trace is at hand. */
export function hasRecording(trace: string): boolean {
    return existsSync(join(RECORDINGS, trace));
}

/**
 * A server that answers as a real Trace Compass did when it was recorded. It picks the first recorded request with the same
 * method, path and parameters; the values of parameters count for nothing, so a chart is the same at every zoom.
 */
export class ReplayServer {
    private constructor(
        private readonly server: Server,
        private readonly exchanges: readonly Exchange[],
        /** Path of the recorded trace, on the machine where it was recorded. */
        readonly trace: string
    ) {}

    /** Requests that nothing was recorded for. */
    readonly missed: string[] = [];

    static async start(trace: string): Promise<ReplayServer> {
        const folder = join(RECORDINGS, trace);
        const files = readdirSync(folder).filter(file => file.endsWith('.json'));
        const exchanges = files.sort().map(file => readExchange(join(folder, file)));
        const opened = exchanges.find(({ method, path }) => method === 'POST' && path === '/traces');
        const server = createServer();
        const replay = new ReplayServer(server, exchanges, JSON.parse(opened?.answer ?? '{}').path);
        server.on('request', (request, response) => void replay.handle(request, response));
        await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
        return replay;
    }

    /** Where it speaks TSP. */
    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${PREFIX}`;
    }

    async stop(): Promise<void> {
        this.server.closeAllConnections();
        await new Promise(closed => this.server.close(closed));
    }

    private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const body = await readBody(request);
        const path = (request.url ?? '').replace(PREFIX, '').replace(/\?.*$/, '');
        const found = this.find(request.method ?? 'GET', decodeURIComponent(path), body);
        if (!found) {
            this.missed.push(`${request.method} ${path}`);
        }
        response.writeHead(found?.status ?? 404, { 'Content-Type': 'application/json' });
        response.end(found?.answer ?? JSON.stringify({ title: 'This was not recorded', detail: path }));
    }

    private find(method: string, path: string, body: string): Exchange | undefined {
        if (path === '/health') {
            return { method, path, parameters: '', status: 200, answer: '{"status":"UP"}' };
        }
        const same = this.exchanges.filter(exchange => exchange.method === method && exchange.path === path);
        const parameters = parameterNames(body);
        const answered = same.filter(({ status }) => status < 400);
        return answered.find(exchange => exchange.parameters === parameters) ?? answered[0] ?? same[0];
    }
}

function readExchange(file: string): Exchange {
    const text = readFileSync(file, 'utf8');
    const { request, http_status: status } = JSON.parse(text);
    const key = '"response": ';
    return {
        method: request.method,
        path: decodeURIComponent(request.path),
        parameters: parameterNames(JSON.stringify(request.body)),
        status,
        answer: text.slice(text.indexOf(key) + key.length, text.lastIndexOf('}'))
    };
}

function parameterNames(body: string): string {
    const parsed = body === '' ? undefined : JSON.parse(body);
    return Object.keys(parsed?.parameters ?? {})
        .sort()
        .join(' ');
}

async function readBody(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks).toString('utf8');
}
