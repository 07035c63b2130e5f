import 'reflect-metadata';
import * as http from 'http';
import { AddressInfo } from 'net';
import { Container } from '@theia/core/shared/inversify';
import { Emitter, ILogger } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import type { ServiceEvent } from 'tmll-service/protocol';
import { ServiceState } from '../../common/tmll-server';
import { ServiceConnection } from './service-connection';
import { LauncherState, ServiceLauncher } from './service-launcher';

describe('ServiceConnection', () => {
    let onDidChangeState: Emitter<LauncherState>;
    let launcherState: LauncherState;
    let server: http.Server;
    let streams: http.ServerResponse[];
    let answer: http.RequestListener;
    let connection: ServiceConnection;

    const launch = (state: LauncherState): void => {
        launcherState = state;
        onDidChangeState.fire(state);
    };
    const next = (matches: (state: ServiceState) => boolean): Promise<ServiceState> =>
        new Promise(resolve => {
            const listening = connection.onDidChangeState(state => {
                if (matches(state)) {
                    listening.dispose();
                    resolve(state);
                }
            });
        });
    const isUp = ({ status }: ServiceState): boolean => status === 'up';
    const up = async (): Promise<ServiceState> => {
        const state = next(isUp);
        const { port } = server.address() as AddressInfo;
        launch({ status: 'up', service: { protocolVersion: 1, pid: 1, port, token: 'secret' } });
        return state;
    };

    beforeEach(async () => {
        onDidChangeState = new Emitter();
        launcherState = { status: 'starting' };
        streams = [];
        answer = (_, response) => response.writeHead(404).end();
        server = http.createServer((request, response) => {
            if (request.headers.authorization !== 'Bearer secret') {
                response.writeHead(401).end();
            } else if (request.url === '/tmll/events') {
                response.writeHead(200, { 'content-type': 'text/event-stream' });
                response.flushHeaders();
                streams.push(response);
            } else if (request.url === '/tmll/health') {
                response.end(JSON.stringify({ status: 'UP', traceServer: { status: 'starting' } }));
            } else {
                answer(request, response);
            }
        });
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        const container = new Container();
        container.bind(ILogger).to(MockLogger);
        container.bind(ServiceLauncher).toConstantValue({
            onDidChangeState: onDidChangeState.event,
            get state() {
                return launcherState;
            }
        } as unknown as ServiceLauncher);
        connection = container.resolve(ServiceConnection);
    });

    afterEach(() => {
        launch({ status: 'stopped' });
        server.closeAllConnections();
        server.close();
    });

    it('is up once the service has said how its trace server is', async () => {
        const { port } = server.address() as AddressInfo;
        const url = `http://127.0.0.1:${port}`;
        expect(await up()).toEqual({ status: 'up', generation: 1, url, traceServer: { status: 'starting' } });
    });

    it('hands events on and learns of the trace server by them', async () => {
        await up();
        const events: ServiceEvent[] = [];
        connection.onDidReceiveEvent(event => events.push(event));
        const changed = next(state => state.traceServer?.status === 'up');
        streams[0].write('data: {"type":"trace-server","state":{"status":"up"}}\n\n');
        expect(await changed).toMatchObject({ status: 'up', generation: 1 });
        expect(events).toEqual([{ type: 'trace-server', state: { status: 'up' } }]);
    });

    it('listens again when the stream breaks and says so, for events may have been missed', async () => {
        await up();
        const again = next(isUp);
        streams[0].destroy();
        expect(await again).toMatchObject({ generation: 1 });
        expect(streams).toHaveLength(2);
    });

    it('counts a generation more when another process has taken over', async () => {
        await up();
        launch({ status: 'restarting', message: 'The analysis service was ended by SIGKILL.' });
        expect(connection.state).toEqual({
            status: 'restarting',
            message: 'The analysis service was ended by SIGKILL.',
            generation: 1
        });
        expect(await up()).toMatchObject({ generation: 2 });
    });

    it('counts a generation more when the trace server has come back', async () => {
        await up();
        streams[0].write('data: {"type":"trace-server","state":{"status":"up"}}\n\n');
        streams[0].write('data: {"type":"trace-server","state":{"status":"down","message":"It died."}}\n\n');
        const back = next(state => state.traceServer?.status === 'up' && state.generation > 1);
        streams[0].write('data: {"type":"trace-server","state":{"status":"starting"}}\n\n');
        streams[0].write('data: {"type":"trace-server","state":{"status":"up"}}\n\n');
        expect(await back).toMatchObject({ generation: 2 });
    });

    it("answers requests with the service's JSON, and refusals with its sentence", async () => {
        await up();
        answer = (request, response) => response.end(JSON.stringify({ asked: `${request.method} ${request.url}` }));
        expect(await connection.request({ method: 'GET', path: '/modules' })).toEqual({ asked: 'GET /tmll/modules' });
        answer = (_, response) =>
            response
                .writeHead(400)
                .end(JSON.stringify({ title: 'Bad request', detail: 'windowSize must be at least 2.' }));
        await expect(connection.request({ method: 'POST', path: '/jobs', body: {} })).rejects.toThrow(
            /^windowSize must be at least 2\.$/
        );
        answer = (_, response) => response.writeHead(204).end();
        expect(await connection.request({ method: 'DELETE', path: '/results/1' })).toBeUndefined();
    });

    it('says why it cannot ask while there is no service', async () => {
        await expect(connection.request({ method: 'GET', path: '/jobs' })).rejects.toThrow(/still starting/);
        launch({ status: 'down', message: 'It was started 6 times without success.' });
        await expect(connection.request({ method: 'GET', path: '/jobs' })).rejects.toThrow(
            'It was started 6 times without success. Restart it with "TMLL: Restart Analysis Service".'
        );
    });
});
