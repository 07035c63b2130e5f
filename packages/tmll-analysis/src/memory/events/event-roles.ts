/** What an event tells of a heap. */
export enum EventRole {
    None,
    Malloc,
    Calloc,
    Realloc,
    Memalign,
    PosixMemalign,
    Free,
    Module,
    BuildId,
    DumpStart,
    DumpEnd,
    ProcessName,
    KernelAllocation,
    KernelFree,
    PageAllocation,
    PageFree
}

const ROLES: Readonly<Record<string, EventRole>> = {
    malloc: EventRole.Malloc,
    calloc: EventRole.Calloc,
    realloc: EventRole.Realloc,
    memalign: EventRole.Memalign,
    posix_memalign: EventRole.PosixMemalign,
    free: EventRole.Free,
    'lttng_ust_statedump:bin_info': EventRole.Module,
    'lttng_ust_lib:load': EventRole.Module,
    'lttng_ust_dl:dlopen': EventRole.Module,
    'lttng_ust_statedump:build_id': EventRole.BuildId,
    'lttng_ust_statedump:start': EventRole.DumpStart,
    'lttng_ust_statedump:end': EventRole.DumpEnd,
    'lttng_ust_statedump:procname': EventRole.ProcessName,
    kmem_kmalloc: EventRole.KernelAllocation,
    kmem_kmalloc_node: EventRole.KernelAllocation,
    kmem_cache_alloc: EventRole.KernelAllocation,
    kmem_cache_alloc_node: EventRole.KernelAllocation,
    kmem_kfree: EventRole.KernelFree,
    kmem_cache_free: EventRole.KernelFree,
    kmem_mm_page_alloc: EventRole.PageAllocation,
    kmem_mm_page_free: EventRole.PageFree
};

/** The role of a type of event by its name. */
export function roleOf(type: string): EventRole {
    const call = /^(?:lttng_ust_libc|ust_libc):(\w+)$/.exec(type)?.[1];
    const name = call ?? (/^(lttng_ust_|kmem_)/.test(type) ? type : '');
    return Object.hasOwn(ROLES, name) ? ROLES[name] : EventRole.None;
}

/** Whether a type of event changes a heap, so that a trace with such events has something to tell. */
export function isHeapEvent(type: string): boolean {
    const role = roleOf(type);
    return (role >= EventRole.Malloc && role <= EventRole.Free) || role >= EventRole.KernelAllocation;
}
