import { ServerResponse } from 'node:http';
import { createTspClient, NO_STATUS, QueryHelper, RestClient, TspError, unwrap, withRequestOptions } from '.';
import { Asked, HttpServer, sendJson } from './test-support/http-server';

let answer: (asked: Asked, response: ServerResponse) => void;
const server = new HttpServer((asked, response) => answer(asked, response));

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.asked.splice(0));

/** The error of a request that must fail. */
async function failure(call: () => Promise<unknown>): Promise<TspError> {
    const error = await call().then(
        () => undefined,
        (reason: unknown) => reason
    );
    expect(error).toBeInstanceOf(TspError);
    return error as TspError;
}

const fetchTraces = async (): Promise<unknown> => unwrap(await createTspClient(server.url).fetchTraces());

describe('transport of TSP', () => {
    it('gives models with exact times', async () => {
        answer = (_, response) =>
            sendJson(response, '[{"UUID":"u","name":"n","start":1448652394359148425,"end":0,"nbEvents":3}]');
        expect(await fetchTraces()).toEqual([
            { UUID: 'u', name: 'n', start: 1448652394359148425n, end: 0n, nbEvents: 3 }
        ]);
    });

    it('accepts a content type with parameters', async () => {
        answer = (_, response) => response.setHeader('Content-Type', 'application/json; charset=utf-8').end('[]');
        expect(await fetchTraces()).toEqual([]);
    });

    it('says what the server said, with its status', async () => {
        answer = (_, response) => sendJson(response, '{"title":"No trace at /x","detail":"Check the path."}', 404);
        const error = await failure(fetchTraces);
        expect(error).toMatchObject({ status: 404, title: 'No trace at /x', detail: 'Check the path.' });
        expect(error.message).toBe(`No trace at /x: Check the path (HTTP 404 from ${server.url}/traces).`);
    });

    it('survives a null detail, as Trace Compass sends it', async () => {
        answer = (_, response) => sendJson(response, '{"title":"Analysis cannot run","detail":null}', 405);
        expect(await failure(fetchTraces)).toMatchObject({ title: 'Analysis cannot run', detail: undefined });
    });

    it('falls back on plain text, and on the status line instead of a page', async () => {
        answer = (_, response) => response.writeHead(400).end('Missing query parameters: uri');
        expect(await failure(fetchTraces)).toMatchObject({ status: 400, title: 'Missing query parameters: uri' });
        answer = (_, response) => response.writeHead(502, 'Bad Gateway').end('<html>nginx</html>');
        expect(await failure(fetchTraces)).toMatchObject({ status: 502, title: 'Bad Gateway' });
    });

    it('says when the answer is not JSON', async () => {
        answer = (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html></html>');
        const error = await failure(fetchTraces);
        expect(error.message).toContain('not JSON but text/html; is a trace server running there?');
    });

    it('says when the answer is not the model of TSP', async () => {
        answer = (_, response) => sendJson(response, '[{"start":"yesterday"}]');
        expect((await failure(fetchTraces)).title).toBe('The answer does not follow the Trace Server Protocol');
    });

    it('says when the server cannot be reached, without inventing a status code', async () => {
        const gone = await new HttpServer(() => undefined).start();
        await gone.stop();
        const response = await createTspClient(gone.url).fetchTraces();
        expect(response.getStatusCode()).toBe(NO_STATUS);
        const error = await failure(async () => unwrap(response));
        expect(error.status).toBeUndefined();
        expect(error.message).toMatch(
            /^The trace server cannot be reached.*ECONNREFUSED.*\(http:\/\/127.*\/traces\)\.$/
        );
    });

    it('says when the connection breaks in the middle of an answer', async () => {
        answer = (_, response) => {
            response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 }).write('[');
            setTimeout(() => response.destroy(), 20);
        };
        expect((await failure(fetchTraces)).title).toMatch(/^The connection to the trace server broke/);
    });

    it('gives up after the time limit', async () => {
        answer = () => undefined;
        const error = await failure(() => withRequestOptions({ timeoutMs: 50 }, fetchTraces));
        expect(error.title).toBe('The trace server did not answer within 0.05 s');
    });

    it('is cancelled by its signal, before and during the request and in the body', async () => {
        answer = (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).write('[');
        const reason = new Error('no longer wanted');
        await expect(withRequestOptions({ signal: AbortSignal.abort(reason) }, fetchTraces)).rejects.toBe(reason);
        expect(server.asked).toHaveLength(0);
        const controller = new AbortController();
        const request = withRequestOptions({ signal: controller.signal }, fetchTraces);
        setTimeout(() => controller.abort(), 50);
        await expect(request).rejects.toMatchObject({ name: 'AbortError' });
        expect(server.asked).toHaveLength(1);
    });

    it('keeps the options of concurrent requests apart', async () => {
        answer = (_, response) => sendJson(response, '[]');
        await Promise.all([
            withRequestOptions({ headers: { 'X-Who': 'a' } }, fetchTraces),
            fetchTraces(),
            withRequestOptions({ headers: { 'X-Who': 'b' } }, fetchTraces)
        ]);
        expect(server.asked.map(({ headers }) => headers['x-who']).sort()).toEqual(['a', 'b', undefined]);
    });

    it('sends bigints as plain integers', async () => {
        answer = (_, response) => sendJson(response, '{"status":"COMPLETED","model":null}');
        const query = QueryHelper.query({ requested_timerange: { start: 1448652394359148425n } });
        await createTspClient(server.url).fetchXYTree('e', 'o', query);
        expect(server.asked[0]).toMatchObject({
            method: 'POST',
            path: '/experiments/e/outputs/XY/o/tree',
            body: '{"parameters":{"requested_timerange":{"start":1448652394359148425}}}'
        });
    });

    it('takes an empty answer as one without a model', async () => {
        answer = (_, response) => response.writeHead(204).end();
        expect(unwrap(await createTspClient(server.url).deleteTrace('t'))).toBeUndefined();
    });

    it('tells connection listeners whether the server is there', async () => {
        const statuses: boolean[] = [];
        const listener = (status: boolean): number => statuses.push(status);
        answer = (_, response) => sendJson(response, '[]');
        await fetchTraces();
        RestClient.addConnectionStatusListener(listener);
        answer = (_, response) => sendJson(response, '{"title":"overloaded"}', 503);
        await failure(fetchTraces);
        RestClient.removeConnectionStatusListener(listener);
        expect(statuses).toEqual([true, false]);
    });

    it('writes nothing to the console', async () => {
        const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
        answer = (_, response) => sendJson(response, '{ not json');
        await failure(fetchTraces);
        expect(log).not.toHaveBeenCalled();
        log.mockRestore();
    });

    it('refuses a base URL that is none', () => {
        expect(() => createTspClient('localhost')).toThrow('"localhost" is not the URL of a trace server');
    });
});
