import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';

export interface TestServer {
    /** `http://127.0.0.1:PORT`. */
    readonly url: string;
    readonly server: Server;
}

const servers: Server[] = [];

afterAll(() => {
    for (const server of servers.splice(0)) {
        server.closeAllConnections();
        server.close();
    }
});

/** A server on a free port of the loopback interface, closed after the tests of the file. */
export async function listen(handle: RequestListener): Promise<TestServer> {
    const server = createServer(handle);
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
