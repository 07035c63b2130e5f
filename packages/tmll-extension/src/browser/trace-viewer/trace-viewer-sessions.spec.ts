import 'reflect-metadata';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { Emitter } from '@theia/core';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import type { TraceViewerState } from 'tmll-service/protocol';
import { TraceViewerSessions } from './trace-viewer-sessions';

const START = 1795424298201926749n;
const OUTPUTS = '[{"id":"cpu","name":"CPU Usage","description":"","type":"TREE_TIME_XY"}]';

describe('TraceViewerSessions', () => {
    let server: Server;
    let indexed: boolean;
    let state: TraceViewerState;
    let onDidChangeState: Emitter<TraceViewerState>;
    let onDidChangeServer: Emitter<void>;
    let warnings: string[];
    let sessions: TraceViewerSessions;
    let asked: string[];

    const follow = (experiments: TraceViewerState['experiments'], front?: string): void => {
        state = { experiments, front, activations: 1 };
        onDidChangeState.fire(state);
    };
    const changed = (): Promise<void> =>
        new Promise(resolve => {
            const listening = sessions.onDidChange(() => {
                listening.dispose();
                resolve();
            });
        });

    beforeEach(async () => {
        indexed = true;
        asked = [];
        warnings = [];
        state = { experiments: [], activations: 0 };
        onDidChangeState = new Emitter();
        onDidChangeServer = new Emitter();
        server = createServer((request, response) => {
            asked.push(request.url ?? '');
            const [, , id, rest] = (request.url ?? '').split('/');
            const status = indexed ? 'COMPLETED' : 'RUNNING';
            const range = `"nbEvents":5,"start":${START},"end":${START + 1_000_000n},"indexingStatus":"${status}"`;
            response.statusCode = id === 'elsewhere' ? 404 : 200;
            response.setHeader('content-type', 'application/json');
            response.end(
                id === 'elsewhere'
                    ? '{"title":"Experiment not found","detail":"No such experiment."}'
                    : rest === 'outputs'
                      ? OUTPUTS
                      : `{"UUID":"${id}","name":"${id}",${range},"traces":[]}`
            );
        });
        await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
        sessions = new TraceViewerSessions();
        Object.assign(sessions, {
            link: {
                get state(): TraceViewerState {
                    return state;
                },
                onDidChange: onDidChangeState.event
            },
            endpoint: {
                url: async () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
                onDidChange: onDidChangeServer.event
            },
            messages: { warn: (text: string) => warnings.push(text) },
            logger: new MockLogger()
        });
        (sessions as unknown as { init(): void }).init();
    });

    afterEach(() => new Promise(closed => server.close(closed)));

    it('makes a session of what the Trace Viewer shows, with its exact times, once', async () => {
        const selection = { startNs: String(START + 7n), endNs: String(START + 9n) };
        follow([{ id: 'shop', name: 'shop', selection }], 'shop');
        follow([{ id: 'shop', name: 'shop', selection }], 'shop');
        await changed();
        const { active } = sessions;
        expect(active?.origin).toBe(START);
        expect(active?.time.selection).toEqual({ start: 7, end: 9 });
        expect(active?.outputs.map(({ name }) => name)).toEqual(['CPU Usage']);
        expect(sessions.sessions).toEqual([active]);
        expect(asked.filter(url => url.endsWith('/shop'))).toHaveLength(1);
    });

    it('waits until the trace server has read a trace', async () => {
        indexed = false;
        follow([{ id: 'shop', name: 'shop' }], 'shop');
        await new Promise(resolve => setTimeout(resolve, 300));
        expect(sessions.sessions).toEqual([]);
        indexed = true;
        await changed();
        expect(sessions.active?.experiment.UUID).toBe('shop');
    });

    it('lets go of what is closed, also while it is being opened', async () => {
        follow([{ id: 'shop', name: 'shop' }], 'shop');
        await changed();
        follow([{ id: 'other', name: 'other' }]);
        expect([sessions.sessions, sessions.active]).toEqual([[], undefined]);
        follow([]);
        await new Promise(resolve => setTimeout(resolve, 100));
        expect(sessions.sessions).toEqual([]);
        expect(warnings).toEqual([]);
    });

    it('says once when the Trace Viewer shows an experiment of another trace server', async () => {
        follow([{ id: 'elsewhere', name: 'lab' }], 'elsewhere');
        follow([{ id: 'elsewhere', name: 'lab' }], 'elsewhere');
        await new Promise(resolve => setTimeout(resolve, 100));
        follow([{ id: 'elsewhere', name: 'lab' }], 'elsewhere');
        expect(warnings).toEqual([
            expect.stringMatching(/^lab cannot be analyzed: the Trace Viewer asks another trace server/)
        ]);
        expect(sessions.active).toBeUndefined();
    });

    it('has none when another trace server has taken over', async () => {
        follow([{ id: 'shop', name: 'shop' }], 'shop');
        await changed();
        onDidChangeServer.fire();
        expect(sessions.sessions).toEqual([]);
    });
});
