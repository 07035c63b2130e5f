import { HeapCall } from '../accounting/allocation-batch';
import { AllocationReader } from './allocation-reader';
import { EventColumns } from './event-columns';
import { isHeapEvent } from './event-roles';

type Event = Readonly<Record<string, number | string>> & { readonly type: string };

function read(events: readonly Event[]): ReturnType<AllocationReader['read']> {
    const types = [...new Set(events.map(({ type }) => type))];
    const texts: string[] = [];
    const names = new Set(events.flatMap(event => Object.keys(event)));
    names.delete('type');
    const columns = new Map(
        [...names].map(name => [
            name,
            Float64Array.from(events, event => {
                const value = event[name] ?? NaN;
                return typeof value === 'string' ? texts.push(value) - 1 : value;
            })
        ])
    );
    const batch: EventColumns = {
        rows: events.length,
        times: Float64Array.from(events, (_, index) => index),
        types: Uint16Array.from(events, ({ type }) => types.indexOf(type)),
        column: name => columns.get(name),
        texts
    };
    return new AllocationReader(types).read(batch);
}

function callsOf(events: readonly Event[]): unknown[] {
    const { length, calls, addresses, released, sizes } = read(events);
    return Array.from({ length }, (_, at) => [HeapCall[calls[at]], addresses[at], released[at], sizes[at]]);
}

describe('AllocationReader', () => {
    it.each(['lttng_ust_libc', 'ust_libc'])('reads the calls of %s', provider => {
        const call = (name: string, fields: object): Event => ({ type: `${provider}:${name}`, ...fields }) as Event;
        expect(
            callsOf([
                call('malloc', { size: 8, ptr: 16 }),
                call('malloc', { size: 8, ptr: 0 }),
                call('calloc', { nmemb: 3, size: 8, ptr: 32 }),
                call('calloc', { nmemb: 48, size: 1, ptr: 32 }),
                call('realloc', { in_ptr: 16, size: 9, ptr: 48 }),
                call('realloc', { in_ptr: 0, size: 9, ptr: 48 }),
                call('realloc', { in_ptr: 16, size: 9, ptr: 0 }),
                call('realloc', { in_ptr: 16, size: 0, ptr: 0 }),
                call('memalign', { alignment: 64, size: 5, ptr: 64 }),
                call('posix_memalign', { out_ptr: 80, alignment: 64, size: 5, result: 0 }),
                call('posix_memalign', { out_ptr: 80, alignment: 64, size: 5, result: 12 }),
                call('free', { ptr: 16 }),
                call('free', { ptr: 0 }),
                call('something', { ptr: 7 })
            ])
        ).toEqual([
            ['Malloc', 16, 0, 8],
            ['Malloc', 0, 0, 0],
            ['Calloc', 32, 0, 24],
            ['ByteCalloc', 32, 0, 48],
            ['Realloc', 48, 16, 9],
            ['Realloc', 48, 0, 9],
            ['Realloc', 0, 0, 0],
            ['Realloc', 0, 16, 0],
            ['Memalign', 64, 0, 5],
            ['PosixMemalign', 80, 0, 5],
            ['PosixMemalign', 0, 0, 0],
            ['Free', 0, 16, 0],
            ['Free', 0, 0, 0]
        ]);
    });

    it('reads what the kernel allocates for itself', () => {
        expect(
            callsOf([
                { type: 'kmem_kmalloc', call_site: -5, ptr: -64, bytes_req: 10, bytes_alloc: 16 },
                { type: 'kmem_cache_alloc', call_site: -5, ptr: -128, bytes_req: 10, bytes_alloc: 32 },
                { type: 'kmem_kfree', call_site: -5, ptr: -64 },
                { type: 'kmem_mm_page_alloc', page: -4096, pfn: 3, order: 2 },
                { type: 'kmem_mm_page_free', page: -4096, pfn: 3, order: 2 }
            ])
        ).toEqual([
            ['KernelAllocation', -64, 0, 16],
            ['KernelAllocation', -128, 0, 32],
            ['Free', 0, -64, 0],
            ['Pages', 12288, 0, 16384],
            ['Free', 0, 12288, 0]
        ]);
    });

    it('tells who calls, and what becomes known between the calls', () => {
        const who = { 'context.vpid': 7, 'context.vtid': 8, 'context.ip': 0x401234 };
        const { processes, threads, callers, notes } = read([
            { type: 'lttng_ust_statedump:start', ...who },
            { type: 'lttng_ust_statedump:procname', ...who, procname: 'shop' },
            {
                type: 'lttng_ust_statedump:bin_info',
                ...who,
                baddr: 0x400000,
                memsz: 4096,
                path: '/bin/shop',
                is_pic: 0
            },
            { type: 'lttng_ust_statedump:bin_info', ...who, baddr: 0x500000, memsz: 0, path: '[vdso]', is_pic: 0 },
            { type: 'lttng_ust_statedump:build_id', ...who, baddr: 0x400000, build_id: '7e00ff' },
            { type: 'lttng_ust_libc:malloc', ...who, size: 1, ptr: 16, 'context.procname': 'worker' },
            { type: 'lttng_ust_statedump:end', ...who }
        ]);
        expect([processes[0], threads[0], callers[0]]).toEqual([7, 8, 0x401234]);
        expect(notes.map(({ kind, row }) => [kind, row])).toEqual([
            ['dump-start', 0],
            ['process-name', 0],
            ['module', 0],
            ['build-id', 0],
            ['thread-name', 0],
            ['dump-end', 1]
        ]);
        const module = { base: 0x400000, size: 4096, path: '/bin/shop', isRelocated: false };
        expect(notes[2]).toMatchObject({ module, process: 7, thread: 8, time: 2 });
    });

    it('knows what changes a heap', () => {
        expect(['ust_libc:malloc', 'kmem_kfree', 'lttng_ust_libc:free'].every(isHeapEvent)).toBe(true);
        expect(['malloc', 'lttng_ust_statedump:start', 'sched_switch', 'toString'].some(isHeapEvent)).toBe(false);
    });
});
