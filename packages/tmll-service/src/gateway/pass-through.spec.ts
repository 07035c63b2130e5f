import { once } from 'node:events';
import { IncomingMessage, request, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
// eslint-disable-next-line @typescript-eslint/no-require-imports -- what the module exports is a function, not an object
import express = require('express');
import { answerErrors, HttpError } from '../http/http-error';
import { eventually } from '../test-support/eventually';
import { listen } from '../test-support/listen';
import { rawRequest } from '../test-support/raw-request';
import { TraceServer } from '../trace-servers/trace-server';
import { passThrough } from './pass-through';
import { Upstream } from './upstream';

/** The path after `/tsp/api` decides how the trace server of the test behaves. */
const seen: { method?: string; url?: string; headers: IncomingMessage['headers']; body: Buffer }[] = [];
let aborted = 0;
let whenUp: () => Promise<string>;
let gateway: string;
/** The same with short limits. */
let impatient: string;
let upstreamUrl: string;

const PACKED = gzipSync('{"a":1}');

const upstream: RequestListener = async (asked, response) => {
    if (asked.url?.endsWith('/cut')) {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('half');
        setTimeout(() => response.destroy(), 50);
        return;
    }
    if (asked.url?.endsWith('/silent')) {
        return;
    }
    if (asked.url?.endsWith('/slow')) {
        response.on('close', () => aborted++);
        response.write('[');
        return;
    }
    seen.push({ method: asked.method, url: asked.url, headers: asked.headers, body: await buffer(asked) });
    answer(asked.url ?? '', response);
};

function answer(url: string, response: ServerResponse): void {
    if (url.endsWith('/missing')) {
        response.writeHead(404, 'No Such Trace', { 'content-type': 'application/json' });
        response.end('{"title":"No such trace","detail":null}');
    } else if (url.endsWith('/packed')) {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json', 'x-own': 'yes' });
        response.end(PACKED);
    } else if (url.endsWith('/none')) {
        response.writeHead(204).end();
    } else {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"start": 1795424298201926749, "values":[1.0,2.50]}');
    }
}

const traceServer: TraceServer = { state: { status: 'up' }, whenUp: () => whenUp(), close: async () => undefined };

beforeAll(async () => {
    upstreamUrl = `${(await listen(upstream)).url}/tsp/api`;
    const app = express();
    app.use('/tsp/api', passThrough(new Upstream(traceServer)));
    app.use('/impatient/api', passThrough(new Upstream(traceServer, { answerMs: 500, pieceMs: 300 })));
    app.use(answerErrors(() => undefined));
    const { url } = await listen(app);
    gateway = `${url}/tsp/api`;
    impatient = `${url}/impatient/api`;
});

beforeEach(() => {
    seen.length = 0;
    whenUp = async () => upstreamUrl;
});

describe('passThrough', () => {
    it('hands method, path, query and body on as they are', async () => {
        const body = '{"parameters":{"uri":"/tmp/ä b"}}';
        const headers = {
            'content-type': 'application/json',
            'x-mine': '1',
            'content-length': Buffer.byteLength(body)
        };
        await rawRequest(`${gateway}/traces/a%2Fb?x=%20y&z`, { method: 'POST', headers }, body);
        expect(seen).toHaveLength(1);
        expect(seen[0]).toMatchObject({ method: 'POST', url: '/tsp/api/traces/a%2Fb?x=%20y&z' });
        expect(seen[0].headers).toMatchObject({ 'content-type': 'application/json', 'x-mine': '1' });
        expect(seen[0].headers.host).toBe(new URL(upstreamUrl).host);
        expect(seen[0].body.toString()).toBe(body);
    });

    it('hands the bytes of the answer back as they are', async () => {
        const { status, headers, body } = await rawRequest(`${gateway}/experiments`);
        expect(status).toBe(200);
        expect(headers['content-type']).toBe('application/json');
        expect(body.toString()).toBe('{"start": 1795424298201926749, "values":[1.0,2.50]}');
    });

    it('neither unpacks nor repacks', async () => {
        const { headers, body } = await rawRequest(`${gateway}/packed`);
        expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'x-own': 'yes' });
        expect(body).toEqual(PACKED);
    });

    it.each([
        ['/missing', 404, '{"title":"No such trace","detail":null}'],
        ['/none', 204, '']
    ])('keeps the status of %s', async (path, status, body) => {
        const answered = await rawRequest(gateway + path);
        expect([answered.status, answered.body.toString()]).toEqual([status, body]);
    });

    it('ends the request to the trace server when its client goes away', async () => {
        const before = aborted;
        const asked = request(`${gateway}/slow`);
        asked.on('error', () => undefined);
        asked.end();
        await once(asked, 'response');
        asked.destroy();
        await eventually(() => (aborted > before ? true : undefined), 'the end of the request to the trace server');
    });

    it('breaks off where the trace server does, so that half an answer is not taken for a whole one', async () => {
        await expect(rawRequest(`${gateway}/cut`)).rejects.toThrow('aborted');
    });

    it('answers 503 with one sentence when the trace server cannot be reached, also to a request with a body', async () => {
        whenUp = async () => 'http://127.0.0.1:1/tsp/api';
        for (const method of ['GET', 'POST']) {
            const { status, body } = await rawRequest(
                `${gateway}/health`,
                { method },
                method === 'POST' ? '{}' : undefined
            );
            expect(status).toBe(503);
            expect(JSON.parse(body.toString())).toEqual({
                title: 'Trace server not reachable',
                detail: expect.stringMatching(/^The trace server at http:\/\/127.0.0.1:1 does not answer .*\.$/)
            });
        }
    });

    it('gives up on a trace server that accepts and stays silent, with 504 and one sentence', async () => {
        const { status, body } = await rawRequest(`${impatient}/silent`);
        expect([status, JSON.parse(body.toString())]).toEqual([
            504,
            {
                title: 'Trace server does not answer',
                detail: expect.stringMatching(/^The trace server at http.* did not answer within 0\.5 s; .*\.$/)
            }
        ]);
    });

    it('breaks an answer off that stops in the middle', async () => {
        await expect(rawRequest(`${impatient}/slow`)).rejects.toThrow();
    });

    it('answers why when there is no trace server', async () => {
        whenUp = () => Promise.reject(new HttpError(503, 'Trace server not running', 'It ended.'));
        const { status, body } = await rawRequest(`${gateway}/health`);
        expect([status, JSON.parse(body.toString())]).toEqual([
            503,
            { title: 'Trace server not running', detail: 'It ended.' }
        ]);
    });

    it('passes many requests at once', async () => {
        const answers = await Promise.all(Array.from({ length: 100 }, () => rawRequest(`${gateway}/experiments`)));
        expect(answers.every(({ status, body }) => status === 200 && body.length === 51)).toBe(true);
    });
});
