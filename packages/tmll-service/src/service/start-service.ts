import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { AnalysisModule, ANALYSIS_MODULES } from 'tmll-analysis';
import { ExperimentCache } from '../gateway/experiment-cache';
import { CurrentResultsOf } from '../gateway/native/current-results';
import { OutputRecords } from '../gateway/derived/output-records';
import { Upstream } from '../gateway/upstream';
import { createApp } from '../http/app';
import { AnalysisPool, PoolOptions } from '../jobs/analysis-pool';
import { JobManager } from '../jobs/job-manager';
import {
    PROTOCOL_VERSION,
    RESULTS_FOLDER_NAME,
    ServiceHealth,
    ServiceLock,
    TraceServerState,
    userDataFolder
} from '../protocol';
import { describeExperiment, ExperimentDescription } from '../results/describe-experiment';
import { LoadedResults } from '../results/loaded-results';
import { ResultStore } from '../results/result-store';
import { TraceRefresher } from '../results/trace-refresher';
import { RunStore } from '../runs/run-store';
import { chooseTraceServer, TraceServerChoice } from '../trace-servers/choose-trace-server';
import { InstallerOptions, TraceCompassInstaller } from '../trace-servers/trace-compass/installer';
import { TraceServer } from '../trace-servers/trace-server';
import { isErrorCode, messageOf } from './errors';
import { LockFile } from './lock-file';
import { Log } from './log';
import { PROGRAM_VERSION } from './program-version';
import { ServiceEvents } from './service-events';

/** Name of the folder of derived outputs in the user's data folder. */
const OUTPUTS_FOLDER_NAME = 'outputs';
/** Name of the folder of remembered runs there. */
const RUNS_FOLDER_NAME = 'runs';

/** Hosts keep connections open between requests; a short limit would close them just when they are used again. */
const RESTING_CONNECTION_MS = 60_000;

export interface ServiceOptions extends TraceServerChoice {
    /** The folder of the bundled scripts: `analysis-worker.js`, `trace-server.js` and `record-worker.js`. */
    readonly scripts: string;
    readonly log: Log;
    /** 0, the default, takes a free one. */
    readonly port?: number;
    /** Default: 127.0.0.1, which only this machine reaches. */
    readonly host?: string;
    /** Default: `userDataFolder`. */
    readonly dataFolder?: string;
    /** The analyses on offer; the worker must have the same. Default: all. */
    readonly modules?: readonly AnalysisModule[];
    readonly pool?: Partial<PoolOptions>;
    /** Where Trace Compass is downloaded from, and how; default: the project's download address. */
    readonly install?: InstallerOptions['install'];
}

/** A service that runs. */
export interface Service {
    /** How hosts reach it. */
    readonly lock: ServiceLock;
    readonly url: string;
    /** How many hosts listen to its events. */
    users(): number;
    /** Cancels all jobs, stops the trace server if it is its own, and lets the port and the lock file go. */
    close(): Promise<void>;
}

/** @throws Error in one sentence when the port cannot be had or the trace server is none */
export async function startService(options: ServiceOptions): Promise<Service> {
    const { log, host = '127.0.0.1', modules = ANALYSIS_MODULES } = options;
    const dataFolder = options.dataFolder ?? userDataFolder(process.platform, process.env, homedir());
    const events = new ServiceEvents();
    const server = createServer({ keepAliveTimeout: RESTING_CONNECTION_MS });
    const port = await listen(server, options.port ?? 0, host);
    const onDidChangeState = (state: TraceServerState): void => events.emit({ type: 'trace-server', state });
    const surroundings = { scripts: options.scripts, dataFolder, log, onDidChangeState };
    const traceServer = await chooseTraceServer(options, surroundings).catch((error: unknown) => {
        server.close();
        throw error;
    });
    const pool = new AnalysisPool({ workerFile: join(options.scripts, 'analysis-worker.js'), log, ...options.pool });
    const store = new ResultStore(join(dataFolder, RESULTS_FOLDER_NAME), log);
    const serverUrl = (): Promise<string> => traceServer.whenUp();
    const runs = new RunStore(join(dataFolder, RUNS_FOLDER_NAME), log);
    const refresher = new TraceRefresher();
    const jobs = new JobManager({
        programVersion: PROGRAM_VERSION,
        ...{ modules, pool, store, runs, events, log, serverUrl, describeExperiment, refresher }
    });
    const upstream = new Upstream(traceServer);
    const records = new OutputRecords(join(dataFolder, OUTPUTS_FOLDER_NAME), log);
    const installer = new TraceCompassInstaller({
        dataFolder,
        onDidChangeState: state => events.emit({ type: 'trace-compass', state }),
        install: options.install
    });
    const lock = { protocolVersion: PROTOCOL_VERSION, pid: process.pid, port, token: randomBytes(32).toString('hex') };
    const describe = async (id: string): Promise<ExperimentDescription> => {
        const description = await describeExperiment(await serverUrl(), id);
        refresher.note(description);
        return description;
    };
    const experiments = new ExperimentCache(describe);
    const loaded = new LoadedResults(store);
    const app = createApp({
        health: () => describeHealth(traceServer),
        describeExperiment: describe,
        current: new CurrentResultsOf(experiments, store, loaded, log),
        hosts: [host],
        token: lock.token,
        ...{ modules, jobs, store, runs, records, events, installer, log, upstream, experiments, loaded }
    });
    server.on('request', app);
    const lockFile = new LockFile(dataFolder);
    await acquire(lockFile, lock, log);
    return {
        lock,
        url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
        users: () => events.listenerCount,
        close: async () => {
            server.close();
            jobs.close();
            upstream.close();
            installer.cancel();
            await Promise.all([lockFile.release(lock), pool.close(), traceServer.close()]);
            server.closeAllConnections();
        }
    };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
    server.listen(port, host);
    try {
        await once(server, 'listening');
    } catch (error) {
        if (isErrorCode(error, 'EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL')) {
            const reason = `the service cannot listen on ${host}:${port} (${(error as NodeJS.ErrnoException).code})`;
            throw new Error(`${reason}; choose another port or address.`, { cause: error });
        }
        throw error;
    }
    return (server.address() as AddressInfo).port;
}

/** Without a lock file the service works as well, but only who started it knows of it. */
async function acquire(lockFile: LockFile, lock: ServiceLock, log: Log): Promise<void> {
    try {
        if (!(await lockFile.acquire(lock))) {
            log(`Another service of this user runs already and stays the one that ${lockFile.path} names.`);
        }
    } catch (error) {
        log(`The lock file cannot be written: ${messageOf(error)}.`);
    }
}

function describeHealth(traceServer: TraceServer): ServiceHealth {
    return {
        status: 'UP',
        protocolVersion: PROTOCOL_VERSION,
        version: PROGRAM_VERSION,
        pid: process.pid,
        traceServer: traceServer.state
    };
}
