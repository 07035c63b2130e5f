import 'reflect-metadata';
import * as http from 'http';
import { AddressInfo } from 'net';
import { Container } from '@theia/core/shared/inversify';
import type { Application, Handler } from '@theia/core/shared/express';
import { EarlyExpressMiddleware } from '@theia/core/lib/node';
import { WsRequestValidator } from '@theia/core/lib/node/ws-request-validators';
import { ServiceConnection } from '../service/service-connection';
import { TspProxy } from './tsp-proxy';

const listen = (server: http.Server): Promise<number> =>
    new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

describe('TspProxy', () => {
    let upstream: http.Server;
    let proxy: http.Server;
    let contribution: TspProxy;
    let answer: http.RequestListener;
    let service: { port: number; token: string } | undefined;
    let url: string;

    beforeEach(async () => {
        upstream = http.createServer((request, response) => answer(request, response));
        service = { port: await listen(upstream), token: 't' };
        const handlers: Handler[] = [];
        const container = new Container();
        container.bind(EarlyExpressMiddleware).toConstantValue({ handlers });
        container.bind(WsRequestValidator).toConstantValue({} as WsRequestValidator);
        container.bind(ServiceConnection).toConstantValue({
            get service() {
                return service;
            },
            describeAbsence: () => 'The analysis service is still starting; try again in a moment.'
        } as unknown as ServiceConnection);
        contribution = container.resolve(TspProxy);
        const app = jest.requireActual<() => Application>('@theia/core/shared/express')();
        contribution.initialize();
        app.use(...handlers);
        app.use((_request, response) => response.end('another handler'));
        proxy = http.createServer(app);
        url = `http://127.0.0.1:${await listen(proxy)}/tmll-tsp`;
    });

    afterEach(() => {
        contribution.onStop();
        for (const server of [upstream, proxy]) {
            server.closeAllConnections();
            server.close();
        }
    });

    it('passes method, path, query and body on, and status, headers and bytes back unchanged', async () => {
        const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
        let seen = '';
        answer = (request, response) => {
            const body: Buffer[] = [];
            request.on('data', piece => body.push(piece));
            request.on('end', () => {
                seen = `${request.method} ${request.url} ${Buffer.concat(body)}`;
                response.writeHead(418, { 'content-type': 'application/json', 'x-note': 'kept' });
                response.end(bytes);
            });
        };
        const response = await fetch(`${url}/experiments/a%2Fb?x=1`, {
            method: 'POST',
            body: '{"ns":1795422823334816822}'
        });
        expect(seen).toBe('POST /tsp/plain/api/experiments/a%2Fb?x=1 {"ns":1795422823334816822}');
        expect(response.status).toBe(418);
        expect(response.headers.get('content-type')).toBe('application/json');
        expect(response.headers.get('x-note')).toBe('kept');
        expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    });

    it('leaves requests for other paths to other handlers', async () => {
        expect(await (await fetch(`${url}-not-ours/traces`)).text()).toBe('another handler');
    });

    it('passes the first bytes on while the rest is still to come', async () => {
        let finish = (): void => undefined;
        answer = (_, response) => {
            response.write('first');
            finish = () => response.end(' and last');
        };
        const reader = (await fetch(`${url}/traces`)).body!.getReader();
        expect(Buffer.from((await reader.read()).value!).toString()).toBe('first');
        finish();
        expect(Buffer.from((await reader.read()).value!).toString()).toBe(' and last');
    });

    it('ends the request at the trace server when the browser goes away', async () => {
        const ended = new Promise<void>(resolve => {
            answer = (request, response) => {
                response.write('x');
                request.on('close', () => resolve());
            };
        });
        const leaving = new AbortController();
        await fetch(`${url}/traces`, { signal: leaving.signal });
        leaving.abort();
        await ended;
    });

    it('breaks the answer when the trace server breaks it', async () => {
        answer = (_, response) => {
            response.writeHead(200, { 'content-length': '100' });
            response.write('x', () => response.destroy());
        };
        await expect(fetch(`${url}/traces`).then(response => response.text())).rejects.toThrow();
    });

    it('answers 503 with a sentence while the service is not there', async () => {
        service = undefined;
        const response = await fetch(`${url}/health`);
        expect(response.status).toBe(503);
        expect(await response.json()).toEqual({
            title: 'Trace server not available',
            detail: 'The analysis service is still starting; try again in a moment.'
        });
    });

    it('answers 503 with a sentence when nobody listens at the port', async () => {
        upstream.close();
        const response = await fetch(`${url}/health`);
        expect(response.status).toBe(503);
        expect((await response.json()).detail).toMatch(/does not answer/);
    });

    it('refuses foreign pages and asks nobody', async () => {
        let asked = false;
        answer = (_, response) => {
            asked = true;
            response.end();
        };
        const response = await fetch(`${url}/traces`, { method: 'POST', headers: { origin: 'http://evil.example' } });
        expect(response.status).toBe(403);
        expect(asked).toBe(false);
    });

    it('opens its answers to no other page, and keeps cookies to itself', async () => {
        let cookie: string | undefined;
        answer = (request, response) => {
            cookie = request.headers.cookie;
            response.writeHead(200, { 'access-control-allow-origin': '*' });
            response.end();
        };
        const response = await fetch(`${url}/health`, { headers: { cookie: 'theia-connection-token=x' } });
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
        expect(cookie).toBeUndefined();
    });
});
