import { ServerResponse } from 'node:http';
import { pollUntilComplete } from '../poll';
import { HttpServer, sendJson } from '../test-support/http-server';
import { fetchXyColumns, XyQuery } from './fetch-xy-columns';

let answer: (response: ServerResponse) => void;
const server = new HttpServer((_, response) => answer(response));

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.asked.splice(0));

const QUERY: XyQuery = { start: 1448652394359148425n, end: 1448652394885108739n, nbTimes: 3, items: [1, 2] };

const json = (status: string): string =>
    `{"status":"${status}","model":{"series":[{"seriesId":1,"xValues":[1448652394359148426],"yValues":[2]}]}}`;

describe('fetchXyColumns', () => {
    it('asks as TSP wants it, ids encoded and times exact', async () => {
        answer = response => sendJson(response, json('COMPLETED'));
        const { series } = await fetchXyColumns(`${server.url}/`, 'e', 'a:b+c', {
            ...QUERY,
            parameters: { extra: true }
        });
        expect(series[0].times).toEqual(Float64Array.of(1));
        expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/experiments/e/outputs/XY/a%3Ab%2Bc/xy' });
        expect(server.asked[0].body).toBe(
            '{"parameters":{"extra":true,"requested_timerange":' +
                '{"start":1448652394359148425,"end":1448652394885108739,"nbTimes":3},"requested_items":[1,2]}}'
        );
    });

    it('makes times relative to the origin asked for', async () => {
        answer = response => sendJson(response, json('COMPLETED'));
        const { series, origin } = await fetchXyColumns(server.url, 'e', 'o', {
            ...QUERY,
            origin: 1448652394359148400n
        });
        expect(origin).toBe(1448652394359148400n);
        expect(series[0].times).toEqual(Float64Array.of(26));
    });

    it('can be polled', async () => {
        answer = response => sendJson(response, json(server.asked.length < 3 ? 'RUNNING' : 'COMPLETED'));
        const { status } = await pollUntilComplete(options => fetchXyColumns(server.url, 'e', 'o', QUERY, options));
        expect(status).toBe('COMPLETED');
        expect(server.asked).toHaveLength(3);
    });

    it('says what the server said when it refuses', async () => {
        answer = response => sendJson(response, '{"title":"Analysis cannot run","detail":null}', 405);
        await expect(fetchXyColumns(server.url, 'e', 'o', QUERY)).rejects.toThrow('Analysis cannot run (HTTP 405');
    });

    it('says when the answer is not one of TSP, and when it is cut', async () => {
        answer = response => response.writeHead(200).end('<html></html>');
        await expect(fetchXyColumns(server.url, 'e', 'o', QUERY)).rejects.toThrow(
            'does not follow the Trace Server Protocol'
        );
        answer = response => sendJson(response, json('COMPLETED').slice(0, 80));
        await expect(fetchXyColumns(server.url, 'e', 'o', QUERY)).rejects.toThrow('It ends in the middle');
    });

    it('is cancelled and limited while the body arrives', async () => {
        answer = response => response.writeHead(200).write('{"status":');
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 50);
        const cancelled = fetchXyColumns(server.url, 'e', 'o', QUERY, { signal: controller.signal });
        await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
        const late = fetchXyColumns(server.url, 'e', 'o', QUERY, { timeoutMs: 50 });
        await expect(late).rejects.toThrow('did not answer within 0.05 s');
    });

    it('gives the connection up when the answer is wrong early on', async () => {
        const closed = new Promise<void>(resolve => {
            answer = response => {
                response.on('close', resolve);
                response.writeHead(200).write('nonsense,');
            };
        });
        await expect(fetchXyColumns(server.url, 'e', 'o', QUERY)).rejects.toThrow('does not follow');
        await closed;
    });
});
