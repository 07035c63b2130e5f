import { once } from 'node:events';
import { bundledCli } from '../../test-support/cli';
import { eventually } from '../../test-support/eventually';

const cli = bundledCli();

describe('tmll serve', () => {
    it('runs the service, with the protocol of its trace server, until Ctrl+C', async () => {
        const child = cli.start('serve');
        const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
        const url = /^The service listens at (http:\S+)\n$/.exec(line.toString())?.[1];
        await eventually(
            async () => (await fetch(`${url}/tsp/api/health`)).status === 200 || undefined,
            'the trace server'
        );
        expect((await fetch(`${url}/tmll/health`)).status).toBe(401);
        child.kill('SIGINT');
        expect(await once(child, 'exit')).toEqual([130, null]);
    });

    it('refuses an upstream that is no address in one line', async () => {
        const { status, stderr } = await cli.run('serve', '--upstream', 'ftp://x');
        expect([status, stderr]).toEqual([2, expect.stringMatching(/^tmll: "ftp:\/\/x" is no address .*\n$/)]);
    });
});
