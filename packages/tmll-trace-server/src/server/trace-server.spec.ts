import { request as httpRequest } from 'node:http';
import { FIXTURE, TestClient } from './test-support/client';

let client: TestClient;
beforeEach(async () => {
    client = await TestClient.start();
});
afterEach(() => client.server.close());

describe('the server', () => {
    it('answers health and identity as exactly application/json', async () => {
        const health = await client.request('GET', '/health');
        expect(health).toEqual({ status: 200, contentType: 'application/json', body: { status: 'UP' } });
        const { body } = await client.request('GET', '/identifier');
        expect(body).toMatchObject({ tspVersion: '0.6.0', productId: 'tmll-trace-server' });
        expect((await client.request('GET', '/config/types')).body).toEqual([]);
    });

    it('says what is wrong as title and detail', async () => {
        expect(await client.request('GET', '/nothing')).toEqual({
            status: 404,
            contentType: 'application/json',
            body: { title: 'This trace server has nothing at GET /tsp/api/nothing.', detail: null }
        });
        const response = await fetch(`${client.server.url}/traces`, { method: 'POST', body: '{"parameters":' });
        expect([response.status, await response.json()]).toEqual([
            400,
            { title: 'The body of the request is not JSON.', detail: null }
        ]);
    });

    it('refuses bodies that are too large', async () => {
        const { status, body } = await client.request('POST', '/traces', { uri: 'x'.repeat(5_000_000) });
        expect([status, body.title]).toEqual([413, 'request entity too large']);
    });

    it('listens on loopback only and ends cleanly while a trace is read', async () => {
        expect(client.server.url).toBe(`http://127.0.0.1:${client.server.port}/tsp/api`);
        const other = await TestClient.start();
        const trace = await other.request<{ UUID: string }>('POST', '/traces', { uri: FIXTURE, name: 'a' });
        await other.request('POST', '/experiments', { name: 'a', traces: [trace.body.UUID] });
        await other.server.close();
        await expect(fetch(`${other.server.url}/health`)).rejects.toThrow();
    });
});

describe('foreign requests', () => {
    const statusOf = (
        headers: Record<string, string>,
        method = 'GET'
    ): Promise<[number | undefined, string | undefined]> =>
        new Promise((done, fail) => {
            httpRequest(`${client.server.url}/health`, { method, headers }, response => {
                response.resume();
                done([response.statusCode, response.headers['access-control-allow-origin']]);
            })
                .on('error', fail)
                .end();
        });

    it.each([
        [{ Host: 'evil.example:80' }, 403],
        [{ Host: 'localhost.evil.example' }, 403],
        [{ Host: 'localhost:1' }, 200],
        [{ Host: '[::1]:8080' }, 200],
        [{ Origin: 'https://evil.example' }, 403],
        [{ Origin: 'null' }, 403],
        [{ Origin: 'http://localhost.evil.example' }, 403],
        [{ Origin: 'file://' }, 403]
    ])('with %j get %p', async (headers, expected) => {
        expect((await statusOf(headers))[0]).toBe(expected);
    });

    it.each([
        'http://localhost:3000',
        'http://127.0.0.1:3000',
        'http://x.webview.localhost:3000',
        'vscode-webview://abc'
    ])('from %s are answered, with leave for the page to read them', async origin => {
        expect(await statusOf({ Origin: origin })).toEqual([200, origin]);
        expect(await statusOf({ Origin: origin }, 'OPTIONS')).toEqual([204, origin]);
    });
});
