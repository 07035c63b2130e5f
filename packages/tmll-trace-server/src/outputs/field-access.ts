import type { FieldValue, TraceEvent } from '../trace/trace';

type Fields = Readonly<Record<string, FieldValue>>;

/** A numeric field as a number (a bigint loses what a double cannot hold); undefined when there is none. */
export function numberOf(fields: Fields, name: string): number | undefined {
    const value = fields[name];
    if (typeof value === 'number') {
        return value;
    }
    return typeof value === 'bigint' ? Number(value) : undefined;
}

/** The first of several fields that is a number: tracers name the same thing differently. */
export function firstNumberOf(fields: Fields, names: readonly string[]): number | undefined {
    for (const name of names) {
        const value = numberOf(fields, name);
        if (value !== undefined) {
            return value;
        }
    }
    return undefined;
}

/** A text field; undefined when there is none. */
export function textOf(fields: Fields, name: string): string | undefined {
    const value = fields[name];
    return typeof value === 'string' ? value : undefined;
}

/** Thread that an event's context names: LTTng's `vtid` and `tid`, perf's `perf_tid`. */
export function threadOf(event: TraceEvent): number | undefined {
    return firstNumberOf(event.context, ['vtid', 'tid', 'perf_tid']);
}

/** Process that an event's context names: LTTng's `vpid` and `pid`, perf's `perf_pid`. */
export function processOf(event: TraceEvent): number | undefined {
    return firstNumberOf(event.context, ['vpid', 'pid', 'perf_pid']);
}
