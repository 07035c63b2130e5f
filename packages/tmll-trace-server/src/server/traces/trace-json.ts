import type { Trace, TraceWarning } from '../../trace/trace';
import type { JsonValue } from '../json/write-json';
import type { OpenTrace } from './trace-store';

/** TSP's states of reading a trace. */
export type IndexingStatus = 'RUNNING' | 'COMPLETED' | 'CLOSED';

/** What an experiment knows of one of its traces. */
export interface TraceState {
    readonly nbEvents: number;
    /** Ns since the epoch. */
    readonly start: bigint;
    readonly end: bigint;
    readonly indexingStatus: IndexingStatus;
    readonly warnings: readonly TraceWarning[];
}

/** A trace as TSP shows it; without a state as one that no experiment has read, as Trace Compass does. */
export function traceJson({ name, path, uuid, trace }: OpenTrace, state?: TraceState): JsonValue {
    return {
        name,
        path,
        UUID: uuid,
        nbEvents: state?.nbEvents ?? 0,
        start: state?.start ?? 0,
        end: state?.end ?? 0,
        properties: properties(trace, state?.warnings ?? trace.warnings),
        indexingStatus: state?.indexingStatus ?? 'CLOSED'
    };
}

/** The trace's environment (texts in quotes, as Trace Compass gives them), and what a user should know before trusting it. */
function properties(trace: Trace, warnings: readonly TraceWarning[]): Record<string, string> {
    const result: Record<string, string> = {};
    for (const [name, value] of Object.entries(trace.environment)) {
        result[name] = typeof value === 'string' ? `"${value}"` : String(value);
    }
    const sentences = warnings.map(({ file, message }) => withFile(file, message));
    if (trace.discarded > 0) {
        const count = trace.discarded.toLocaleString('en-US');
        sentences.push(`The tracer lost ${count} events: counts, rates and memory in use are not complete.`);
        result['discarded events'] = String(trace.discarded);
    }
    if (sentences.length > 0) {
        result.warnings = sentences.join('\n');
    }
    return result;
}

function withFile(file: string, message: string): string {
    return file === '' || message.includes(file) ? message : `${file}: ${message}`;
}
