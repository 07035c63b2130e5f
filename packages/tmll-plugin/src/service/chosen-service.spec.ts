import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type * as vscode from 'vscode';
import { fakeHost } from '../test-support/vscode';
import { ChosenService } from './chosen-service';

describe('a service at an address of the user', () => {
    let server: Server;
    let url: string;
    let version: number;
    let kept: Map<string, string>;
    let chosen: ChosenService;

    beforeEach(async () => {
        fakeHost.reset();
        version = 1;
        kept = new Map();
        const secrets = {
            get: async (key: string) => kept.get(key),
            store: async (key: string, value: string) => void kept.set(key, value)
        };
        chosen = new ChosenService(secrets as unknown as vscode.SecretStorage);
        server = createServer((request, response) => {
            const allowed = request.headers.authorization === 'Bearer secret';
            response.statusCode = allowed ? 200 : 401;
            response.end(
                allowed ? `{"protocolVersion":${version},"version":"9"}` : '{"title":"No","detail":"No token."}'
            );
        });
        await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
        url = `http://localhost:${(server.address() as AddressInfo).port}`;
    });

    afterEach(() => server.close());

    it('asks for the token once, and keeps it', async () => {
        fakeHost.input = ' secret ';
        expect(await chosen.obtain(url)).toMatchObject({ token: 'secret', port: Number(new URL(url).port) });
        fakeHost.input = undefined;
        expect(await chosen.obtain(url)).toMatchObject({ token: 'secret' });
        expect(fakeHost.asked).toHaveLength(1);
        expect(fakeHost.asked[0]).toMatchObject({ password: true });
    });

    it('does not keep a wrong token, and asks again when the service has another one', async () => {
        fakeHost.input = 'wrong';
        await expect(chosen.obtain(url)).rejects.toThrow(/does not take this token/);
        expect(kept.size).toBe(0);
        kept.set(`tmll.token:${new URL(url).port}`, 'of yesterday');
        fakeHost.input = 'secret';
        await chosen.obtain(url);
        expect([...kept.values()]).toEqual(['secret']);
    });

    it('does not insist', async () => {
        await expect(chosen.obtain(url)).rejects.toThrow(/wants its token/);
        await expect(chosen.obtain(url)).rejects.toThrow(/wants its token/);
        expect(fakeHost.asked).toHaveLength(1);
        chosen.reset();
        await expect(chosen.obtain(url)).rejects.toThrow(/wants its token/);
        expect(fakeHost.asked).toHaveLength(2);
    });

    it('asks nothing when nobody is there, or of another version', async () => {
        kept.set(`tmll.token:${new URL(url).port}`, 'secret');
        version = 7;
        await expect(chosen.obtain(url)).rejects.toThrow(/another version \(9\)/);
        await expect(chosen.obtain('http://localhost:9')).rejects.toThrow(/cannot be reached/);
        expect(fakeHost.asked).toEqual([]);
    });

    it.each(['nonsense', 'https://localhost:1', 'http://example.org:80', 'http://localhost'])(
        'refuses %s: the token leaves this machine for nobody',
        async address => {
            await expect(chosen.obtain(address)).rejects.toThrow(/must be http:\/\/localhost:PORT/);
        }
    );
});
