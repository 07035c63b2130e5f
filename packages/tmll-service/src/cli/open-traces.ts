import { dirname, resolve, sep } from 'node:path';
import { mergeTraces, openTrace, openTraces as openEach, Trace } from 'tmll-trace-server';
import { ClockOptions, onOneClock } from './clock-options';
import { refuseOverlaps } from './overlapping-paths';

/**
 * Opens what is at the paths as one trace.
 *
 * @param clocks how to set the traces on one clock; each is then opened by itself, also those below one path
 * @param say is told what was found out about clocks
 * @throws TraceError when there is no trace at one of them, or it cannot be read; UsageError when a trace is given twice
 */
export async function openTraces(
    paths: readonly string[],
    clocks: ClockOptions,
    say: (message: string) => void
): Promise<Trace> {
    if (paths.length > 1) {
        await refuseOverlaps(paths);
    }
    const oneByOne = clocks.align === true || clocks.offset !== undefined;
    const traces: Trace[] = [];
    for (const path of paths) {
        traces.push(...(oneByOne ? await openEach(path) : [await openTrace(path)]));
    }
    const placed = onOneClock(traces, clocks, say);
    return placed.length === 1 ? placed[0] : mergeTraces(placed, commonFolder(paths));
}

function commonFolder(paths: readonly string[]): string {
    const [first, ...others] = paths.map(path => resolve(path));
    let common = first;
    while (common !== dirname(common) && !others.every(path => path === common || path.startsWith(common + sep))) {
        common = dirname(common);
    }
    return common;
}
