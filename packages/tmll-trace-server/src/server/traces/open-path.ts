import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTrace } from '../../opening/open-trace';
import { type Trace, TraceError } from '../../trace/trace';
import { TspError } from '../tsp-error';

/** TSP's status for a path at which there is something that is no readable trace. */
const NOT_ACCEPTABLE = 406;

/** The path that a client's `uri` names: a path, or a `file:` URI. */
export function pathOf(uri: string): string {
    return resolve(uri.startsWith('file:') ? fileURLToPath(uri) : uri);
}

/**
 * Opens what is at a path: a trace folder or file, or a folder with traces somewhere below it (an LTTng session with its kernel and user space
 * traces, or one for each process, in rotation chunks or snapshots), which are then read as one trace.
 *
 * @throws TspError 404 when there is nothing at the path, 403 when it may not be read, 406 when it is no readable trace
 */
export async function openPath(path: string): Promise<Trace> {
    try {
        await stat(path);
    } catch (error) {
        throw new TspError(404, `No trace at ${path}`, isDenied(error) ? 'There is no permission to look.' : undefined);
    }
    try {
        return await openTrace(path);
    } catch (error) {
        if (error instanceof TraceError) {
            throw new TspError(isDenied(error.cause) ? 403 : NOT_ACCEPTABLE, error.message);
        }
        throw error;
    }
}

function isDenied(error: unknown): boolean {
    return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}
