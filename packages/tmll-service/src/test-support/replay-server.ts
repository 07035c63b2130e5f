import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { parseJson, stringifyJson } from 'tmll-tsp';
import { Recording, recordings } from './recordings';

/** A trace server that answers as Trace Compass was recorded to answer on one trace. */
export interface ReplayServer {
    /** Base URL of its TSP. */
    readonly url: string;
    readonly experimentId: string;
    /** What it was asked, in order. */
    readonly asked: readonly { readonly method: string; readonly path: string; readonly body: string }[];
    /** Requests that were given up before they were answered. */
    readonly givenUp: readonly string[];
    /** Answers nothing from now on to requests for such paths, as a server that hangs; undefined: answers again. */
    setSilent(paths: RegExp | undefined): void;
    close(): Promise<void>;
}

/**
 * Replays the recordings of a trace. A request is answered with what was recorded for the same method, path and body, else for the
 * same method and path; what was never asked is 404, as in Trace Compass.
 * @param port 0, the default, takes a free one
 */
export async function startReplayServer(trace: string, port = 0): Promise<ReplayServer> {
    const all = recordings(/\/\d{3}-/, trace).filter(({ method }) => method !== 'DELETE');
    const exact = new Map(
        all.map(recording => [keyOf(recording.method, recording.path, recording.requestBody), recording])
    );
    const byPath = new Map([...all].reverse().map(recording => [`${recording.method} ${recording.path}`, recording]));
    const asked: { method: string; path: string; body: string }[] = [];
    const givenUp: string[] = [];
    let silent: RegExp | undefined;
    const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        const path = decodeURI(request.url ?? '').replace(/^\/tsp\/api/, '');
        const body = (await buffer(request)).toString();
        const method = request.method ?? 'GET';
        asked.push({ method, path, body });
        if (silent?.test(path)) {
            response.on('close', () => givenUp.push(path));
            return;
        }
        const found = exact.get(keyOf(method, path, body)) ?? byPath.get(`${method} ${path.split('?')[0]}`);
        response.writeHead(found?.status ?? 404, { 'content-type': 'application/json' });
        response.end(found?.body ?? '{"title":"Not recorded","detail":null}');
    };
    const server = createServer((request, response) => void handle(request, response));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsp/api`,
        experimentId: experimentOf(all),
        asked,
        givenUp,
        setSilent: paths => {
            silent = paths;
        },
        close: () => close(server)
    };
}

function keyOf(method: string, path: string, body: string): string {
    return `${method} ${path} ${body === '' ? '' : stringifyJson(parseJson(body).model)}`;
}

function experimentOf(all: readonly Recording[]): string {
    const id = all.map(({ path }) => /^\/experiments\/([0-9a-f-]+)\/outputs$/.exec(path)?.[1]).find(Boolean);
    if (id === undefined) {
        throw new Error('The recordings hold no list of outputs.');
    }
    return id;
}

async function close(server: Server): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
}
