import { join } from 'node:path';
import { TRACE_SERVER_FOLDER_NAME, TraceServerState, tspBaseUrl } from '../protocol';
import { Log } from '../service/log';
import { ChildTraceServer } from './child-trace-server';
import { RemoteTraceServer } from './remote';
import { traceCompassServer } from './trace-compass/start-trace-compass';
import { TraceServer } from './trace-server';

/** Which trace server a service uses: the embedded one unless it is told otherwise. */
export interface TraceServerChoice {
    /** Base URL of one that somebody else runs. */
    readonly upstream?: string;
    /** Trace Compass on this machine: its executable or a folder that holds it, or `auto` for the one that is found. */
    readonly traceCompass?: string;
}

export interface TraceServerSurroundings {
    /** The folder of the bundled scripts. */
    readonly scripts: string;
    /** The user's data folder. */
    readonly dataFolder: string;
    readonly log: Log;
    readonly onDidChangeState: (state: TraceServerState) => void;
}

/** @throws Error in one sentence when the upstream's URL is none, or there is no Trace Compass */
export async function chooseTraceServer(
    { upstream, traceCompass }: TraceServerChoice,
    { scripts, dataFolder, log, onDidChangeState }: TraceServerSurroundings
): Promise<TraceServer> {
    if (upstream !== undefined && traceCompass !== undefined) {
        throw new Error('Only one trace server can be used: give either its address or Trace Compass.');
    }
    if (upstream !== undefined) {
        return new RemoteTraceServer(tspBaseUrl(upstream), onDidChangeState);
    }
    if (traceCompass !== undefined) {
        const path = traceCompass === 'auto' ? undefined : traceCompass;
        return traceCompassServer({ path, dataFolder, scripts, log, onDidChangeState });
    }
    return new ChildTraceServer({
        name: 'embedded trace server',
        entry: join(scripts, 'trace-server.js'),
        args: [join(dataFolder, TRACE_SERVER_FOLDER_NAME)],
        ...{ log, onDidChangeState }
    });
}
