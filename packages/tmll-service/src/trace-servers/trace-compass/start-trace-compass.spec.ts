import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TraceServerState } from '../../protocol';
import { startService } from '../../service/start-service';
import { bundle } from '../../test-support/bundle';
import { eventually } from '../../test-support/eventually';
import { temporaryFolder } from '../../test-support/temporary-folder';
import { startTraceServer, traceCompassServer } from './start-trace-compass';

const FOLDER = temporaryFolder();
const scripts = bundle();

/** A stand-in that takes the arguments of the real one, starts a process of its own as its launcher does, and can be told to die. */
const STAND_IN = `#!${process.execPath}
const { spawn } = require('node:child_process');
const { appendFileSync } = require('node:fs');
const { createServer } = require('node:http');
if (process.argv[2] === 'below') { setInterval(() => {}, 1000); return; }
const below = spawn(process.execPath, [__filename, 'below'], { stdio: 'ignore' });
appendFileSync(__dirname + '/starts.log', JSON.stringify({ args: process.argv.slice(2), pid: process.pid, below: below.pid }) + '\\n');
const value = name => process.argv.find(arg => arg.startsWith('-D' + name + '=')).split('=')[1];
createServer((request, response) => {
    if (request.url === '/tsp/api/die') process.exit(9);
    response.end('{"status":"UP"}');
}).listen(Number(value('traceserver.port')), value('traceserver.host'));
`;

interface Start {
    readonly args: readonly string[];
    readonly pid: number;
    readonly below: number;
}

function standIn(name: string, script = STAND_IN): { readonly path: string; readonly starts: () => Start[] } {
    const folder = join(FOLDER, name, 'trace-compass-server');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'tracecompass-server');
    writeFileSync(path, script);
    chmodSync(path, 0o755);
    const starts = (): Start[] =>
        readFileSync(join(folder, 'starts.log'), 'utf8')
            .trim()
            .split('\n')
            .map(line => JSON.parse(line) as Start);
    return { path, starts };
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch {
        return false;
    }
}

const untilEnded = (pid: number): Promise<true> =>
    eventually(() => (isRunning(pid) ? undefined : (true as const)), `the end of ${pid}`);

describe('the Trace Compass server as a child', () => {
    const dataFolder = join(FOLDER, 'data');

    it('is started on a free port of this machine, and ended with all that it started', async () => {
        const { path, starts } = standIn('good');
        const server = await startTraceServer({ path, dataFolder, scripts });
        expect((await fetch(`${server.url}/health`)).status).toBe(200);
        const [{ args, pid, below }] = starts();
        expect(args).toEqual([
            '-data',
            join(dataFolder, 'trace-compass-workspaces', '1'),
            '--launcher.appendVmargs',
            '-vmargs',
            `-Dtraceserver.port=${new URL(server.url).port}`,
            '-Dtraceserver.host=127.0.0.1'
        ]);
        const other = await startTraceServer({ path, dataFolder, scripts });
        expect(starts()[1].args[1]).toBe(join(dataFolder, 'trace-compass-workspaces', '2'));
        await Promise.all([server.close(), other.close()]);
        await Promise.all([untilEnded(pid), untilEnded(below)]);
    });

    it('is started again once when it dies, and after that stays down and says so', async () => {
        const { path, starts } = standIn('mortal');
        const states: TraceServerState[] = [];
        const server = await traceCompassServer({ path, dataFolder, scripts, onDidChangeState: it => states.push(it) });
        for (let death = 1; death <= 2; death++) {
            const url = await server.whenUp();
            await fetch(`${url}/die`).catch(() => undefined);
            await eventually(
                () => states.filter(({ status }) => status === 'down').length === death || undefined,
                'its death'
            );
        }
        await expect(server.whenUp()).rejects.toMatchObject({ status: 503 });
        expect(starts()).toHaveLength(2);
        expect(server.state.message).toMatch(/^The Trace Compass server ended unexpectedly .*restart the service\.$/);
        await server.close();
        await Promise.all(starts().map(({ below }) => untilEnded(below)));
    });

    it('is given up when it does not answer in time', async () => {
        const { path } = standIn('silent', `#!${process.execPath}\nsetInterval(() => {}, 1000);\n`);
        await expect(startTraceServer({ path, dataFolder, scripts, startLimitMs: 800 })).rejects.toMatchObject({
            detail: 'The Trace Compass server could not be started. It did not answer within 0.8 s.'
        });
    });

    it('is given up when it cannot be started', async () => {
        const { path } = standIn('broken', '#!/nowhere/java\n');
        await expect(startTraceServer({ path, dataFolder, scripts })).rejects.toMatchObject({
            detail: expect.stringMatching(/could not be started\. It ended with exit code 1\.$/)
        });
    });

    it('stands behind a service that is told to use it', async () => {
        const { path, starts } = standIn('behind');
        const options = { scripts, dataFolder: join(FOLDER, 'service'), log: () => undefined, traceCompass: path };
        const service = await startService(options);
        await eventually(
            async () => (await fetch(`${service.url}/tsp/api/health`)).ok || undefined,
            'the trace server'
        );
        await service.close();
        await untilEnded(starts()[0].below);
        await expect(startService({ ...options, upstream: 'http://localhost:1' })).rejects.toThrow(
            /Only one trace server/
        );
    });

    it('is never downloaded without being asked for, and its absence says what to do', async () => {
        const environment = { ...process.env };
        process.env.PATH = '';
        delete process.env.TRACE_SERVER_PATH;
        try {
            await expect(traceCompassServer({ dataFolder: join(FOLDER, 'empty'), scripts })).rejects.toThrow(
                /install it with "tmll install-trace-server"/
            );
        } finally {
            Object.assign(process.env, environment);
        }
    });
});
