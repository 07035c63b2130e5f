import { ParameterError } from '../series/parameter-error';

/** A trace to open. */
export interface TraceSource {
    /** Folder or file on the trace server's machine. */
    readonly path: string;
    /** What to call it; the last part of the path when not given. */
    readonly name?: string;
}

/** Each trace with a name of its own, in new objects: namesakes get a number, as in `kernel`, `kernel(1)`. */
export function namedTraces(traces: readonly TraceSource[]): Required<TraceSource>[] {
    if (traces.length === 0) {
        throw new ParameterError('An experiment needs at least one trace; give the path of one.');
    }
    const taken = new Set<string>();
    return traces.map(({ path, name }) => {
        if (typeof path !== 'string' || path.trim() === '') {
            throw new ParameterError('A trace needs a path; give that of a trace folder or file.');
        }
        const wanted = name?.trim() || lastPart(path);
        const own = [wanted, ...numbered(wanted, traces.length)].find(candidate => !taken.has(candidate)) ?? wanted;
        taken.add(own);
        return { path, name: own };
    });
}

/** Other names to try when one is taken: `name(1)` to `name(count)`. */
export function numbered(name: string, count: number): string[] {
    return Array.from({ length: count }, (_, index) => `${name}(${index + 1})`);
}

function lastPart(path: string): string {
    return path.split(/[/\\]/).filter(Boolean).pop() ?? path;
}
