import { dirname, resolve, sep } from 'node:path';
import { mergeTraces, openTrace, Trace } from 'tmll-trace-server';
import { refuseOverlaps } from './overlapping-paths';

/**
 * Opens what is at the paths as one trace.
 * @throws TraceError when there is no trace at one of them, or it cannot be read; UsageError when a trace is given twice
 */
export async function openTraces(paths: readonly string[]): Promise<Trace> {
    if (paths.length > 1) {
        await refuseOverlaps(paths);
    }
    const traces: Trace[] = [];
    for (const path of paths) {
        traces.push(await openTrace(path));
    }
    return traces.length === 1 ? traces[0] : mergeTraces(traces, commonFolder(paths));
}

function commonFolder(paths: readonly string[]): string {
    const [first, ...others] = paths.map(path => resolve(path));
    let common = first;
    while (common !== dirname(common) && !others.every(path => path === common || path.startsWith(common + sep))) {
        common = dirname(common);
    }
    return common;
}
