import 'reflect-metadata';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { OpenTrace } from './open-trace';
import { OpeningCancelled } from './opening-cancelled';
import { TraceOpener } from './trace-opener';

type Handler = (body: Record<string, unknown>) => { status?: number; body: unknown };

/** A trace server as small as the opening of a trace needs it. */
class TinyTraceServer {
    readonly asked: string[] = [];
    private server: Server;

    constructor(private readonly handlers: Readonly<Record<string, Handler>>) {
        this.server = createServer((request, response) => void this.answer(request, response));
    }

    async start(): Promise<string> {
        await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    stop(): Promise<void> {
        this.server.closeAllConnections();
        return new Promise(resolve => this.server.close(() => resolve()));
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        let text = '';
        for await (const chunk of request) {
            text += chunk;
        }
        const key = `${request.method} ${request.url}`;
        const { parameters = {} } = text === '' ? {} : JSON.parse(text);
        this.asked.push(`${key} ${parameters.name ?? ''}`.trim());
        const { status = 200, body } = this.handlers[key](parameters);
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
    }
}

const experiment = (indexingStatus: string, nbEvents: number): object => ({
    UUID: 'e',
    name: 'shop',
    start: 100,
    end: 1100,
    nbEvents,
    indexingStatus,
    traces: []
});

let server: TinyTraceServer;

async function openTrace(handlers: Record<string, Handler>): Promise<OpenTrace> {
    server = new TinyTraceServer(handlers);
    const url = await server.start();
    const opener = new TraceOpener();
    Object.assign(opener, { endpoint: { url: async () => url } });
    return new OpenTrace(['/traces/shop'], opener);
}

afterEach(() => server.stop());

describe('OpenTrace', () => {
    it('opens the trace, waits until it is read, and asks what there is to see', async () => {
        let reads = 0;
        const trace = await openTrace({
            'POST /traces': () => ({ body: { UUID: 't', name: 'shop', start: 0, end: 0, nbEvents: 0 } }),
            'POST /experiments': () => ({ body: experiment('RUNNING', 1) }),
            'GET /experiments/e': () => ({ body: experiment(++reads < 3 ? 'RUNNING' : 'COMPLETED', reads * 10) }),
            'GET /experiments/e/outputs': () => ({ body: [{ id: 'h', name: 'Histogram', type: 'TREE_TIME_XY' }] })
        });
        const events: number[] = [];
        trace.onDidChange(() => trace.state.kind === 'opening' && events.push(trace.state.events));
        const session = await trace.open();
        expect(session.experiment.nbEvents).toBe(30);
        expect(session.time.full).toEqual({ start: 0, end: 1000 });
        expect(session.panes).toEqual(['h']);
        expect(events).toEqual([10, 20]);
        expect(trace.state).toEqual({ kind: 'open', session });
    });

    it('takes another name when one is taken', async () => {
        const taken = new Set(['shop', 'shop(1)']);
        const trace = await openTrace({
            'POST /traces': ({ name }) =>
                taken.has(String(name))
                    ? { status: 409, body: { title: 'The name is taken' } }
                    : { body: { UUID: 't', name, start: 0, end: 0, nbEvents: 0 } },
            'POST /experiments': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e/outputs': () => ({ body: [] })
        });
        await trace.open();
        expect(server.asked.filter(line => line.startsWith('POST /traces'))).toEqual([
            'POST /traces shop',
            'POST /traces shop(1)',
            'POST /traces shop(2)'
        ]);
    });

    it('fails with the words of the trace server, and can be tried again', async () => {
        let broken = true;
        const trace = await openTrace({
            'POST /traces': () =>
                broken
                    ? { status: 400, body: { title: 'Not a trace', detail: '/traces/shop is empty' } }
                    : { body: { UUID: 't', name: 'shop', start: 0, end: 0, nbEvents: 0 } },
            'POST /experiments': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e/outputs': () => ({ body: [] })
        });
        await expect(trace.open()).rejects.toThrow('Not a trace: /traces/shop is empty.');
        expect(trace.state).toEqual({ kind: 'failed', error: 'Not a trace: /traces/shop is empty.' });
        broken = false;
        await trace.reopen();
        expect(trace.state.kind).toBe('open');
    });

    it('can be cancelled while the trace is read', async () => {
        const trace = await openTrace({
            'POST /traces': () => ({ body: { UUID: 't', name: 'shop', start: 0, end: 0, nbEvents: 0 } }),
            'POST /experiments': () => ({ body: experiment('RUNNING', 1) }),
            'GET /experiments/e': () => ({ body: experiment('RUNNING', 1) })
        });
        const opening = trace.open();
        trace.onDidChange(() => trace.cancel());
        await expect(opening).rejects.toThrow('Opening shop was cancelled.');
        expect(trace.state.kind).toBe('failed');
    });

    it('comes back with its panes and times when it is opened anew', async () => {
        const trace = await openTrace({
            'POST /traces': () => ({ body: { UUID: 't', name: 'shop', start: 0, end: 0, nbEvents: 0 } }),
            'POST /experiments': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e/outputs': () => ({
                body: ['Histogram', 'Other'].map(name => ({ id: name, name, type: 'TREE_TIME_XY' }))
            })
        });
        const first = await trace.open();
        first.addPane('Other');
        first.time.setView({ start: 200, end: 300 });
        const second = await trace.reopen();
        expect(second).not.toBe(first);
        expect(second.panes).toEqual(['Histogram', 'Other']);
        expect(second.time.view).toEqual({ start: 200, end: 300 });
    });

    it('gives those who wait the trace that was opened anew in between', async () => {
        const trace = await openTrace({
            'POST /traces': () => ({ body: { UUID: 't', name: 'shop', start: 0, end: 0, nbEvents: 0 } }),
            'POST /experiments': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e': () => ({ body: experiment('COMPLETED', 5) }),
            'GET /experiments/e/outputs': () => ({ body: [] })
        });
        const first = trace.open();
        const second = trace.reopen();
        expect(await first).toBe(await second);
        expect(trace.session).toBe(await second);
    });

    it('tells giving up from a failure', async () => {
        const trace = await openTrace({});
        const opening = trace.open();
        trace.dispose();
        await expect(opening).rejects.toBeInstanceOf(OpeningCancelled);
    });
});
