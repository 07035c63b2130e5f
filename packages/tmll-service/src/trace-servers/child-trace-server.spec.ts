import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TraceServerState } from '../protocol';
import { eventually } from '../test-support/eventually';
import { temporaryFolder } from '../test-support/temporary-folder';
import { ChildOptions, ChildTraceServer } from './child-trace-server';

const FOLDER = temporaryFolder();
const HEALTHY = `
    const server = require('node:http').createServer((request, response) => {
        if (request.url === '/tsp/api/die') process.exit(7);
        response.end(JSON.stringify({ pid: process.pid }));
    });
    process.on('disconnect', () => process.exit());
    server.listen(0, '127.0.0.1', () => process.send({ url: 'http://127.0.0.1:' + server.address().port + '/tsp/api' }));
`;

describe('ChildTraceServer', () => {
    const states: TraceServerState[] = [];
    const log: string[] = [];
    let server: ChildTraceServer;

    function start(script: string, options: Partial<ChildOptions> = {}): ChildTraceServer {
        states.length = 0;
        log.length = 0;
        const entry = join(FOLDER, 'child.js');
        writeFileSync(entry, script);
        server = new ChildTraceServer({
            name: 'embedded trace server',
            entry,
            log: line => log.push(line),
            onDidChangeState: state => states.push(state),
            ...options
        });
        return server;
    }

    async function childPid(): Promise<number> {
        const response = await fetch(`${await server.whenUp()}/health`);
        return ((await response.json()) as { pid: number }).pid;
    }

    afterEach(() => server.close());

    it('is up once the child answers, and ends it when closed', async () => {
        expect(start(HEALTHY).state.status).toBe('starting');
        const pid = await childPid();
        expect(server.state).toEqual({ status: 'up' });
        await server.close();
        expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    });

    it('starts the child again when it dies, and says so', async () => {
        start(HEALTHY);
        const first = await childPid();
        process.kill(first, 'SIGKILL');
        await eventually(() => states.find(state => state.status === 'down'), 'the news that it is down');
        expect(await childPid()).not.toBe(first);
        await eventually(() => (server.state.status === 'up' ? true : undefined), 'the restart');
        expect(states.map(state => state.status)).toEqual(['up', 'down', 'up']);
        expect(states[1].message).toBe('The embedded trace server ended unexpectedly (SIGKILL).');
    });

    it('gives up after too many deaths in a short while, and says what to do', async () => {
        start(HEALTHY, { maxRestarts: 2 });
        for (let death = 0; death < 3; death++) {
            const url = await server.whenUp();
            await fetch(`${url}/die`).catch(() => undefined);
            await eventually(
                () => (states.filter(state => state.status === 'down').length > death ? true : undefined),
                'its death'
            );
        }
        await expect(server.whenUp()).rejects.toMatchObject({
            status: 503,
            detail: expect.stringContaining('restart the service')
        });
        expect(server.state).toMatchObject({ status: 'down', message: expect.stringContaining('exit code 7') });
    });

    it('is down when the child ends before it answers, with what the child said in the log', async () => {
        start('process.stderr.write("no such port\\n"); process.exit(3);');
        await expect(server.whenUp()).rejects.toMatchObject({
            status: 503,
            detail: expect.stringContaining('exit code 3')
        });
        expect(server.state.status).toBe('down');
        await eventually(() => log.find(line => line === 'trace server: no such port'), 'the words of the child');
    });

    it('is down when the child does not answer in time, and ends it', async () => {
        start('process.send({ url: "http://127.0.0.1:1/tsp/api" }); setInterval(() => {}, 1000);', {
            startLimitMs: 300
        });
        await expect(server.whenUp()).rejects.toMatchObject({
            status: 503,
            detail: 'The embedded trace server could not be started. It did not answer within 0.3 s.'
        });
    });

    it('ends a child that ignores the request to end', async () => {
        start(`process.on('SIGTERM', () => undefined);${HEALTHY}`);
        const pid = await childPid();
        await server.close();
        expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    });
});
