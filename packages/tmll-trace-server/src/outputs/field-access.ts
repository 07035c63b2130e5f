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

/** Contexts that name the thread of an event; perf has them among the fields. */
export const THREAD_FIELDS: readonly string[] = ['vtid', 'tid', 'perf_tid'];
/** Contexts that name the process of an event; perf has them among the fields. */
export const PROCESS_FIELDS: readonly string[] = ['vpid', 'pid', 'perf_pid'];

/** Thread that an event says it comes from. */
export function threadOf({ context, fields }: TraceEvent): number | undefined {
    return firstNumberOf(context, THREAD_FIELDS) ?? numberOf(fields, 'perf_tid');
}

/** Process that an event says it comes from. */
export function processOf({ context, fields }: TraceEvent): number | undefined {
    return firstNumberOf(context, PROCESS_FIELDS) ?? numberOf(fields, 'perf_pid');
}
