import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { API_PATH, createApp } from './app';
import { BookmarkStore } from './bookmarks/bookmark-store';
import { ExperimentStore } from './experiments/experiment-store';
import { workerFile } from './recording/worker-file';
import { WorkerRecorder } from './recording/worker-recorder';
import { TraceStore } from './traces/trace-store';

/** Longer than clients keep idle connections: one closed here just when a client uses it again looks like a failure. */
const IDLE_LIMIT_MS = 75_000;

export interface TraceServerOptions {
    /** Address to listen on; default 127.0.0.1, so that only this machine can connect. */
    readonly host?: string;
    /** Port to listen on; 0 or none: any free one. */
    readonly port?: number;
    /** Further names by which clients may call the server (`Host` header), without port. */
    readonly allowedHosts?: readonly string[];
    /** Further origins whose web pages may use it; those of this machine may anyway. */
    readonly allowedOrigins?: readonly string[];
    /**
     * Where bookmarks are kept, and what was read of traces so that opening them again is fast; none: all is lost when the server
     * ends. Made when there is something to keep.
     */
    readonly dataFolder?: string;
    /** Whether clients may delete traces from disk, with `deleteTrace=true`; default: no. */
    readonly allowDelete?: boolean;
    /** Script of the threads that read traces; default: the one of this package, and this thread where there is none. */
    readonly recordWorker?: string;
}

/** A running trace server. */
export interface TraceServer {
    /** Base address of its Trace Server Protocol: `http://127.0.0.1:PORT/tsp/api`. */
    readonly url: string;
    readonly port: number;
    /** Ends it: stops reading traces, drops its connections. */
    close(): Promise<void>;
}

/**
 * Starts a trace server that reads CTF traces of this machine and speaks TSP 0.6 (docs/protocol.md).
 *
 * @throws Error of `net.Server.listen`, e.g. `EADDRINUSE`
 */
export async function startTraceServer(options: TraceServerOptions = {}): Promise<TraceServer> {
    const {
        host = '127.0.0.1',
        port = 0,
        allowedHosts = [],
        allowedOrigins = [],
        dataFolder,
        allowDelete = false,
        recordWorker = workerFile()
    } = options;
    const traces = new TraceStore();
    const cacheFolder = dataFolder && join(dataFolder, 'recordings');
    const experiments = new ExperimentStore(recordWorker ? new WorkerRecorder(recordWorker, cacheFolder) : undefined);
    const bookmarks = new BookmarkStore(dataFolder && join(dataFolder, 'bookmarks'));
    const hosts = [hostInUrl(host), ...allowedHosts];
    const server = createServer(
        createApp({ traces, experiments, bookmarks }, { hosts, origins: allowedOrigins, allowDelete })
    );
    server.keepAliveTimeout = IDLE_LIMIT_MS;
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    const actualPort = (server.address() as AddressInfo).port;
    return {
        url: `http://${hostInUrl(host)}:${actualPort}${API_PATH}`,
        port: actualPort,
        async close() {
            const running = experiments.all().flatMap(experiment => {
                experiments.delete(experiment);
                return experiment.traces.map(({ finished }) => finished);
            });
            const closed = new Promise<void>(resolve => server.close(() => resolve()));
            server.closeAllConnections();
            await Promise.all([closed, ...running]);
        }
    };
}

/** IPv6 addresses stand in brackets in an address. */
function hostInUrl(host: string): string {
    return host.includes(':') ? `[${host}]` : host;
}
