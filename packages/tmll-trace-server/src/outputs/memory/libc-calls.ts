import type { EventType, TraceEvent, TraceInteger } from '../../trace/trace';
import { numberOf } from '../field-access';

/** What a call of the C library does to the heap: the block it gives back and the block it hands out. */
export interface HeapChange {
    readonly released?: TraceInteger;
    readonly allocated?: TraceInteger;
    /** Bytes asked for; 0 when nothing is handed out. */
    readonly size: number;
}

type Reader = (fields: TraceEvent['fields']) => HeapChange;

const NOTHING: HeapChange = { size: 0 };

const READERS: Readonly<Record<string, Reader>> = {
    malloc: fields => allocation(fields.ptr, sizeOf(fields)),
    calloc: fields => allocation(fields.ptr, (numberOf(fields, 'nmemb') ?? 0) * sizeOf(fields)),
    memalign: fields => allocation(fields.ptr, sizeOf(fields)),
    posix_memalign: fields =>
        (numberOf(fields, 'result') ?? 0) === 0 ? allocation(fields.out_ptr, sizeOf(fields)) : NOTHING,
    free: fields => ({ released: addressOf(fields.ptr), size: 0 }),
    realloc: fields => reallocation(fields)
};

/** How to read a type's events as changes of the heap (LTTng's libc wrapper, old and new name); undefined for others. */
export function heapReaderOf(type: EventType): Reader | undefined {
    const call = /^(?:lttng_ust_libc|ust_libc):(\w+)$/.exec(type.name)?.[1];
    return call !== undefined && Object.hasOwn(READERS, call) ? READERS[call] : undefined;
}

/** `realloc(p, 0)` frees the block and hands out none; one that fails for another size keeps it. */
function reallocation(fields: TraceEvent['fields']): HeapChange {
    const size = sizeOf(fields);
    const released = addressOf(fields.in_ptr);
    const allocated = addressOf(fields.ptr);
    if (allocated === undefined) {
        return size === 0 ? { released, size: 0 } : NOTHING;
    }
    return { released, allocated, size };
}

function allocation(pointer: unknown, size: number): HeapChange {
    const allocated = addressOf(pointer);
    return allocated === undefined ? NOTHING : { allocated, size };
}

function sizeOf(fields: TraceEvent['fields']): number {
    return numberOf(fields, 'size') ?? 0;
}

/** An address; undefined for the null pointer. */
function addressOf(pointer: unknown): TraceInteger | undefined {
    return (typeof pointer === 'number' && pointer !== 0) || (typeof pointer === 'bigint' && pointer !== 0n)
        ? pointer
        : undefined;
}
