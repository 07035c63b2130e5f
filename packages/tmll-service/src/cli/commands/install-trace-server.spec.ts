import { join } from 'node:path';
import { makeArchive, sha512, startArchiveServer } from '../../test-support/archive-server';
import { bundledCli } from '../../test-support/cli';
import { temporaryFolder } from '../../test-support/temporary-folder';

const cli = bundledCli();
const folder = temporaryFolder();

describe('tmll install-trace-server', () => {
    it('installs and says where, once', async () => {
        const archive = makeArchive([{ path: 'server/tracecompass-server', content: '#!/bin/sh\n' }]);
        const server = await startArchiveServer(archive);
        server.behaviour.sha512 = sha512(archive);
        const executable = join(folder, 'trace-compass/server/tracecompass-server');
        const first = await cli.runIn(folder, 'install-trace-server', '--url', server.url);
        expect(first).toEqual({
            status: 0,
            stdout: `The Trace Compass server is at ${executable}, checked by its sha512.\n`,
            stderr: ''
        });
        const again = await cli.runIn(folder, 'install-trace-server', '--url', server.url, '--json');
        expect(JSON.parse(again.stdout)).toEqual({ executable });
        expect(server.ranges).toHaveLength(1);
    });

    it('says in one line why it cannot', async () => {
        const { status, stdout, stderr } = await cli.run('install-trace-server', '--url', 'ftp://x');
        expect([status, stdout]).toEqual([2, '']);
        expect(stderr).toBe('tmll: "ftp://x" is no address of an archive; give one that begins with https://.\n');
    });

    it('is not done by a service that is told to use what is not there', async () => {
        const env = { PATH: process.env.PATH, TRACE_SERVER_PATH: process.env.TRACE_SERVER_PATH };
        delete process.env.TRACE_SERVER_PATH;
        process.env.PATH = '';
        try {
            const { status, stderr } = await cli.run('serve', '--trace-compass');
            expect([status, stderr]).toEqual([2, expect.stringMatching(/install it with "tmll install-trace-server"/)]);
        } finally {
            Object.assign(process.env, env);
            if (env.TRACE_SERVER_PATH === undefined) {
                delete process.env.TRACE_SERVER_PATH;
            }
        }
    });
});
