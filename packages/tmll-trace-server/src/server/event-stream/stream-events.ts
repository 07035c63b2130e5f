import { setImmediate as nextTurn } from 'node:timers/promises';
import { mergeCursors } from '../../trace/merge';
import { type EventCursor, type EventType, type Trace, TraceError } from '../../trace/trace';
import { EventColumns } from './event-columns';
import { batchFrame, frameOf } from './event-frames';

/** Version of the format, as the first frame names it. */
export const EVENT_STREAM_FORMAT = 'tmll-events/1';
/** Losses that are told one by one; further ones are in the sum only. */
const MAX_LOSSES = 1000;

/** Which events are wanted, and what of them. */
export interface EventStreamQuery {
    /** Names of types; one that ends with `*` stands for all that begin so. */
    readonly types: readonly string[];
    /** Names of fields; those of contexts begin with `context.`. */
    readonly fields: readonly string[];
    /** Ns since the epoch, both inclusive; default: all. */
    readonly start?: bigint;
    readonly end?: bigint;
}

/**
 * The frames of an event stream: what the traces hold and lost, the events in the order of their times, the end. Bytes that make no
 * sense end it early; the last frame says so.
 */
export async function* eventFrames(
    traces: readonly Trace[],
    query: EventStreamQuery
): AsyncGenerator<Buffer, void, void> {
    const origin = traces.map(trace => trace.origin).reduce((a, b) => (b < a ? b : a));
    const wanted = traces.map(trace => new Set(trace.eventTypes.filter(type => isWanted(type, query.types))));
    const types = [...new Set(wanted.flatMap(own => [...own].map(({ name }) => name)))];
    yield frameOf({ format: EVENT_STREAM_FORMAT, originNs: String(origin), types, ...losses(traces) });

    const from = query.start === undefined ? undefined : Number(query.start - origin);
    const to = query.end === undefined ? undefined : Number(query.end - origin);
    const cursors = traces.map((trace, index) => trace.read({ origin, from, to, types: wanted[index] }));
    const columns = new EventColumns(types, query.fields);
    let rows = 0;
    let cut: string | undefined;
    const cursor = mergeCursors(cursors);
    try {
        while (cut === undefined) {
            const filled = fill(columns, cursor);
            rows += filled.rows;
            ({ cut } = filled);
            yield batchFrame(columns.take());
            if (filled.ended) {
                break;
            }
            await nextTurn();
        }
    } finally {
        cursor.close();
    }
    yield frameOf({ end: true, rows, ...(cut === undefined ? {} : { cut }) });
}

interface Filled {
    readonly rows: number;
    readonly ended: boolean;
    readonly cut?: string;
}

function fill(columns: EventColumns, cursor: EventCursor): Filled {
    let rows = 0;
    try {
        for (let event = cursor.next(); event !== undefined; event = cursor.next()) {
            rows++;
            if (columns.add(event)) {
                return { rows, ended: false };
            }
        }
        return { rows, ended: true };
    } catch (error) {
        if (!(error instanceof TraceError)) {
            throw error;
        }
        return { rows, ended: true, cut: error.message };
    }
}

function isWanted({ name }: EventType, types: readonly string[]): boolean {
    return types.some(wanted => (wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted));
}

/** What the tracers could not record: how many events in all, and where. */
function losses(traces: readonly Trace[]): object {
    const all = traces.flatMap(({ origin, lost }) =>
        lost.map(({ from, to, count }) => ({
            startNs: String(origin + BigInt(Math.round(from))),
            endNs: String(origin + BigInt(Math.round(to))),
            count
        }))
    );
    return { discarded: traces.reduce((sum, { discarded }) => sum + discarded, 0), lost: all.slice(0, MAX_LOSSES) };
}
