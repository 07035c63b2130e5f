import { homedir } from 'node:os';
import { join } from 'node:path';
import { Experiment, TmllClient } from 'tmll-analysis';
import { startTraceServer } from 'tmll-trace-server';
import { createTspClient, traceName, TspError, unwrap, withRequestOptions } from 'tmll-tsp';
import { TRACE_SERVER_FOLDER_NAME, tspBaseUrl, userDataFolder } from '../protocol';
import { CliContext } from './context';
import { UsageError } from './exit-status';
import { refuseOverlaps } from './overlapping-paths';

const ANSWER_LIMIT_MS = 10_000;

/**
 * Opens traces as one experiment, in a trace server inside this process or, with a URL, in one that runs; does something with
 * it; and ends what it started.
 * @throws TraceError or UsageError when a trace cannot be opened or the trace server cannot be reached
 */
export async function withExperiment<T>(
    paths: readonly string[],
    serverUrl: string | undefined,
    context: CliContext,
    look: (experiment: Experiment, baseUrl: string) => Promise<T>
): Promise<T> {
    if (serverUrl === undefined) {
        // Says what is wrong with a path in the words of the reader, without those of a server in between.
        await refuseOverlaps(paths);
    }
    const server = serverUrl === undefined ? await startTraceServer({ dataFolder: traceServerFolder() }) : undefined;
    try {
        const baseUrl = server?.url ?? checkedUrl(serverUrl);
        const experiment = await open(paths, baseUrl, server === undefined, context);
        for (const warning of await warningsOf(experiment, baseUrl)) {
            context.say(warning);
        }
        return await look(experiment, baseUrl);
    } finally {
        await server?.close();
    }
}

async function open(
    paths: readonly string[],
    baseUrl: string,
    remote: boolean,
    context: CliContext
): Promise<Experiment> {
    const { signal, progress } = context;
    try {
        const client = new TmllClient({ baseUrl, signal });
        // As the viewer calls them: the names stand in the paths of series, by which a copied command line selects.
        const sources = paths.map(path => ({ path, name: traceName(path) }));
        return await client.createExperiment(sources, undefined, {
            signal,
            progress: ({ message }) => progress(message)
        });
    } catch (error) {
        if (error instanceof TspError) {
            // The address of a server inside this process tells nobody anything.
            const { message } = remote ? error : new TspError({ title: error.title, detail: error.detail });
            throw new UsageError(message, { cause: error });
        }
        throw error;
    }
}

/** What the trace server says on traces that it could read in part only, or that lack events. */
async function warningsOf({ uuid }: Experiment, baseUrl: string): Promise<string[]> {
    const client = createTspClient(baseUrl);
    const limits = { timeoutMs: ANSWER_LIMIT_MS };
    const { traces } = unwrap(await withRequestOptions(limits, () => client.fetchExperiment(uuid)));
    return traces.flatMap(({ properties }) => properties?.warnings?.split('\n') ?? []);
}

/** What was read of a large trace is found there again, by the service too. */
function traceServerFolder(): string {
    return join(userDataFolder(process.platform, process.env, homedir()), TRACE_SERVER_FOLDER_NAME);
}

function checkedUrl(url = ''): string {
    try {
        return tspBaseUrl(url);
    } catch (error) {
        throw new UsageError((error as Error).message, { cause: error });
    }
}
