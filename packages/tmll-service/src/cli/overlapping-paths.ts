import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { findTraces } from 'tmll-trace-server';
import { UsageError } from './exit-status';

/**
 * Refuses paths of which two hold the same trace, such as a session and one of its folders: its events would count twice.
 * @throws TraceError when there is no trace at one of the paths; UsageError when a trace is given twice
 */
export async function refuseOverlaps(paths: readonly string[]): Promise<void> {
    const earlier: string[] = [];
    for (const path of paths) {
        const traces = await Promise.all((await findTraces(path)).map(trace => realpath(trace)));
        const twice = traces.find(trace => earlier.some(other => contains(trace, other) || contains(other, trace)));
        if (twice !== undefined) {
            throw new UsageError(`The trace ${twice} is given twice; give each trace once.`);
        }
        earlier.push(...traces);
    }
}

function contains(folder: string, path: string): boolean {
    return path === folder || path.startsWith(folder + sep);
}
