import { join } from 'node:path';
import { TraceCompassState } from '../../protocol';
import { startService } from '../../service/start-service';
import { makeArchive, startArchiveServer } from '../../test-support/archive-server';
import { bundle } from '../../test-support/bundle';
import { eventually } from '../../test-support/eventually';
import { ServiceClient } from '../../test-support/service-client';
import { temporaryFolder } from '../../test-support/temporary-folder';

const scripts = bundle();
const dataFolder = temporaryFolder();
const PATH = '/tmll/trace-compass';

describe('the installation of Trace Compass through the service', () => {
    it('is made when it is asked for, told while it runs, and can be stopped and taken up again', async () => {
        const archive = makeArchive([
            { path: 'server/tracecompass-server', content: `#!/bin/sh\n${'#'.repeat(50_000)}` }
        ]);
        const server = await startArchiveServer(archive);
        server.behaviour.stalls = true;
        const environment = { ...process.env };
        process.env.PATH = '';
        delete process.env.TRACE_SERVER_PATH;
        const install = { url: server.url, download: { silenceMs: 20_000 } };
        const service = await startService({ scripts, dataFolder, log: () => undefined, install });
        const client = new ServiceClient(service.lock);
        try {
            await client.listen();
            expect((await client.request('GET', PATH)).body).toEqual({});
            expect(server.ranges).toEqual([]);
            const { status, body } = await client.request<TraceCompassState>('POST', PATH);
            expect([status, body.installing?.step]).toEqual([202, 'downloading']);
            await eventually(() => server.ranges.length === 1 || undefined, 'the download');
            await client.request('POST', PATH);
            await client.request('DELETE', PATH);
            const state = async (): Promise<TraceCompassState> =>
                (await client.request<TraceCompassState>('GET', PATH)).body;
            await eventually(async () => (await state()).installing === undefined || undefined, 'its end');
            expect(await state()).toEqual({ error: 'The installation was cancelled.' });
            server.behaviour.stalls = false;
            await client.request('POST', PATH);
            const executable = join(dataFolder, 'trace-compass/server/tracecompass-server');
            await eventually(async () => (await state()).executable, 'the server');
            expect(await state()).toMatchObject({ executable, from: 'installation' });
            const told = client.events.flatMap(event => (event.type === 'trace-compass' ? [event.state] : []));
            expect(told.some(({ installing }) => installing?.step === 'unpacking')).toBe(true);
            expect(server.ranges).toHaveLength(2);
        } finally {
            Object.assign(process.env, environment);
            client.close();
            await service.close();
        }
    });
});
