/** The calls that change a heap. */
export enum HeapCall {
    Free,
    Malloc,
    Calloc,
    /** `calloc(n, 1)`: how LTTng's own code asks for memory, and rarely a program. */
    ByteCalloc,
    Realloc,
    Memalign,
    PosixMemalign,
    /** `kmalloc` and the kernel's caches. */
    KernelAllocation,
    /** Whole pages of the kernel; addresses are page frame numbers times 4,096. */
    Pages
}

/** What a call is named in reports, by `HeapCall`. */
export const CALL_NAMES: readonly string[] = [
    'free',
    'malloc',
    'calloc',
    'calloc',
    'realloc',
    'memalign',
    'posix_memalign',
    'kmalloc',
    'page allocation'
];

/** Unknown process or thread. */
export const UNKNOWN_ID = -1;

/** Calls in the order of their times, column by column. Consumers read them and keep none of the arrays. */
export interface AllocationBatch {
    readonly length: number;
    /** Ns from an origin that all batches share, ascending. */
    readonly times: Float64Array;
    /** `HeapCall` of each. */
    readonly calls: Uint8Array;
    /** The block handed out; 0 when none was (a free, a call that failed). */
    readonly addresses: Float64Array;
    /** The block given back; 0 for none. A `realloc` may have both. */
    readonly released: Float64Array;
    /** Bytes asked for. */
    readonly sizes: Float64Array;
    /** Process id, `UNKNOWN_ID` where the trace does not tell. */
    readonly processes: Float64Array;
    /** Thread id, `UNKNOWN_ID` where the trace does not tell. */
    readonly threads: Float64Array;
    /** Return address of the call (context `ip`); 0 where the trace does not tell. */
    readonly callers: Float64Array;
    /** What became known between the calls, in the order of rows. */
    readonly notes: readonly HeapNote[];
}

/** Something that is known from before a row of its batch on. */
export type HeapNote = HeapMoment &
    (
        | { readonly kind: 'module'; readonly module: LoadedModule }
        | { readonly kind: 'build-id'; readonly base: number; readonly buildId: string }
        /** The tracer tells what the process has loaded: after its start, a fork and an exec. */
        | { readonly kind: 'dump-start' }
        | { readonly kind: 'dump-end' }
        | { readonly kind: 'process-name'; readonly name: string }
        | { readonly kind: 'thread-name'; readonly name: string }
    );

interface HeapMoment {
    /** 0 to the length of the batch. */
    readonly row: number;
    /** Ns from the origin. */
    readonly time: number;
    readonly process: number;
    readonly thread: number;
}

/** A program or library in the memory of a process. */
export interface LoadedModule {
    /** First address. */
    readonly base: number;
    /** Bytes. */
    readonly size: number;
    readonly path: string;
    /** Whether it may lie anywhere, so that its own addresses count from its base. */
    readonly isRelocated: boolean;
    /** Hexadecimal, where the trace tells. */
    readonly buildId?: string;
}
