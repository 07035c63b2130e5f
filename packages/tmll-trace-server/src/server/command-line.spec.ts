import { runCommandLine } from './command-line';
import type { TraceServer } from './trace-server';

const run = async (...args: string[]) => {
    const text = { out: '', error: '' };
    const result = await runCommandLine(args, {
        out: part => (text.out += part),
        error: part => (text.error += part)
    });
    return { ...text, result };
};

describe('tmll-trace-server', () => {
    it('serves on the port and says where', async () => {
        const { out, error, result } = await run('--no-data', '--port', '0');
        const server = result as TraceServer;
        expect([out, error]).toEqual([`Trace server listening on http://127.0.0.1:${server.port}/tsp/api\n`, '']);
        expect((await fetch(`${server.url}/health`)).status).toBe(200);
        await server.close();
    });

    it('says in one line that a port is taken', async () => {
        const server = (await run('--no-data', '--port', '0')).result as TraceServer;
        expect(await run('--no-data', '--port', String(server.port))).toEqual({
            out: '',
            error: 'error: The port is in use; choose another one with --port.\n',
            result: 2
        });
        await server.close();
    });

    it.each([['--port', 'x'], ['--port', '-1'], ['--port', '70000'], ['--port', ' '], ['--bogus'], ['more']])(
        'exits with 2 and one line for %s %s',
        async (...args) => {
            const { out, error, result } = await run(...args);
            expect([out, result]).toEqual(['', 2]);
            expect(error).toMatch(/^error: .+\n$/);
        }
    );

    it('explains itself', async () => {
        expect(await run('--help')).toMatchObject({
            error: '',
            result: 0,
            out: expect.stringContaining('--host <host>')
        });
        expect(await run('--version')).toMatchObject({ result: 0, out: '0.1.0\n' });
    });
});
