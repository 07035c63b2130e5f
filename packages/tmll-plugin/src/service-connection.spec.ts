import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceConnection } from './service-connection';

describe('ServiceConnection', () => {
    let folder: string;
    let server: Server;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'tmll-plugin-'));
        server = createServer((request, response) => {
            const allowed = request.headers.authorization === 'Bearer secret';
            response.statusCode = allowed ? 200 : 401;
            response.end(
                allowed ? JSON.stringify([{ id: request.url }]) : '{"title":"No","detail":"The token is wrong."}'
            );
        });
        await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
    });

    afterEach(async () => {
        await new Promise(closed => server.close(closed));
        await rm(folder, { recursive: true });
    });

    async function lock(token: string): Promise<void> {
        const { port } = server.address() as AddressInfo;
        await writeFile(join(folder, 'service.json'), JSON.stringify({ protocolVersion: 1, pid: 1, port, token }));
    }

    test('asks the service that the lock file names, with its token', async () => {
        await lock('secret');
        const service = await ServiceConnection.find(folder);
        expect(await service.results()).toEqual([{ id: '/tmll/results' }]);
    });

    test("passes the service's own sentence on", async () => {
        await lock('wrong');
        const service = await ServiceConnection.find(folder);
        await expect(service.results()).rejects.toThrow('The token is wrong.');
    });

    test('says what to start when no service runs', async () => {
        await expect(ServiceConnection.find(folder)).rejects.toThrow(/No TMLL service runs/);
    });
});
