import { homedir } from 'node:os';
import { join } from 'node:path';
import { TraceServerState, userDataFolder } from '../../protocol';
import { Log } from '../../service/log';
import { ChildTraceServer } from '../child-trace-server';
import { findTraceCompass } from './find-executable';
import { installTraceServer, InstallOptions } from './install-trace-server';
import { InstallError } from './install-error';

/** Name of the folder of Trace Compass's workspaces in the user's data folder. */
const WORKSPACES_FOLDER_NAME = 'trace-compass-workspaces';

/** A Java program that loads a hundred plug-ins takes its time on a busy machine. */
const START_LIMIT_MS = 120_000;

export interface TraceCompassOptions {
    /** The executable, or a folder that holds it; default: what `findTraceCompass` finds. */
    readonly path?: string;
    /** Default: the user's data folder. */
    readonly dataFolder?: string;
    /** The folder of the script `trace-compass-main.js`; default: that of this file, which is that of the bundle where there is one. */
    readonly scripts?: string;
    readonly log?: Log;
    readonly onDidChangeState?: (state: TraceServerState) => void;
    /** How long it may take until it answers. */
    readonly startLimitMs?: number;
}

/**
 * Starts the Trace Compass server of this machine on a free port, watches it, and starts it again once when it dies.
 * @throws Error in one sentence when there is none, with what to do
 */
export async function traceCompassServer(options: TraceCompassOptions = {}): Promise<ChildTraceServer> {
    const dataFolder = options.dataFolder ?? userDataFolder(process.platform, process.env, homedir());
    const { platform, env: environment } = process;
    const found = await findTraceCompass({ path: options.path, platform, environment, dataFolder });
    if (found === undefined) {
        throw new InstallError(
            'There is no Trace Compass server on this machine: install it with "tmll install-trace-server", or say where it is by TRACE_SERVER_PATH or the setting "tmll.traceCompassPath".'
        );
    }
    const { log = () => undefined, onDidChangeState = () => undefined, startLimitMs = START_LIMIT_MS } = options;
    return new ChildTraceServer({
        name: 'Trace Compass server',
        entry: join(options.scripts ?? __dirname, 'trace-compass-main.js'),
        args: [found.executable, join(dataFolder, WORKSPACES_FOLDER_NAME)],
        maxRestarts: 1,
        ...{ log, onDidChangeState, startLimitMs }
    });
}

/** A trace server that runs. */
export interface RunningTraceServer {
    /** Base URL of its TSP. */
    readonly url: string;
    /** Ends it. */
    close(): Promise<void>;
}

export interface StartTraceServerOptions extends TraceCompassOptions, Pick<InstallOptions, 'signal' | 'onProgress'> {
    /** Downloads the server when there is none; never without this. */
    readonly install?: boolean;
}

/**
 * Starts the Trace Compass server, once it answers; installs it before when that is asked for and there is none. It ends with this
 * process, or by `close`.
 * @example
 * const server = await startTraceServer({ install: true });
 * const client = new TmllClient({ baseUrl: server.url });
 * @throws Error in one sentence when it cannot be installed or does not answer in time
 */
export async function startTraceServer(options: StartTraceServerOptions = {}): Promise<RunningTraceServer> {
    const dataFolder = options.dataFolder ?? userDataFolder(process.platform, process.env, homedir());
    const { platform, env: environment } = process;
    if (options.install && !(await findTraceCompass({ path: options.path, platform, environment, dataFolder }))) {
        const { signal, onProgress } = options;
        await installTraceServer({ dataFolder, signal, onProgress });
    }
    const server = await traceCompassServer({ ...options, dataFolder });
    try {
        return { url: await server.whenUp(), close: () => server.close() };
    } catch (error) {
        await server.close();
        throw error;
    }
}
