/** Events column by column, as a trace server gives them. */
export interface EventColumns {
    readonly rows: number;
    /** Ns from an origin that all batches share, ascending. */
    readonly times: Float64Array;
    /** Numbers into the names of types. */
    readonly types: Uint16Array;
    /** A field, or with the prefix `context.` a context: numbers, or numbers into `texts`; NaN where an event has none. */
    column(name: string): Float64Array | undefined;
    readonly texts: readonly string[];
}

/** Events that tell of a heap: names of types, those ending with `*` for all that begin so, and of the fields that matter. */
export interface AllocationEvents {
    readonly types: readonly string[];
    readonly fields: readonly string[];
}

/** The heap of processes: LTTng's wrapper of the C library, and what it tells of loaded modules. */
export const LIBC_EVENTS: AllocationEvents = {
    types: ['lttng_ust_libc:*', 'ust_libc:*', 'lttng_ust_statedump:*', 'lttng_ust_lib:load', 'lttng_ust_dl:dlopen'],
    fields: [
        ...['ptr', 'size', 'nmemb', 'in_ptr', 'out_ptr', 'result'],
        ...['baddr', 'memsz', 'path', 'is_pic', 'build_id', 'procname'],
        ...['context.vpid', 'context.vtid', 'context.ip', 'context.procname']
    ]
};

/** The heap of the kernel: `kmalloc`, its caches, and whole pages. */
export const KERNEL_EVENTS: AllocationEvents = {
    types: [
        ...['kmem_kmalloc', 'kmem_kmalloc_node', 'kmem_kfree', 'kmem_cache_alloc', 'kmem_cache_alloc_node'],
        ...['kmem_cache_free', 'kmem_mm_page_alloc', 'kmem_mm_page_free']
    ],
    fields: ['ptr', 'bytes_alloc', 'bytes_req', 'call_site', 'pfn', 'page', 'order', 'context.tid', 'context.procname']
};
