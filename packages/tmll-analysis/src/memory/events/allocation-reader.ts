import { AllocationBatch, HeapCall, HeapNote, UNKNOWN_ID } from '../accounting/allocation-batch';
import { PAGE_BYTES } from '../accounting/touched-pages';
import { EventColumns } from './event-columns';
import { EventRole, roleOf } from './event-roles';
import { ThreadNames } from './thread-names';

/** Calls of `EventRole` that hand out what their field `ptr` says. */
const PLAIN_CALLS: Readonly<Partial<Record<EventRole, HeapCall>>> = {
    [EventRole.Malloc]: HeapCall.Malloc,
    [EventRole.Memalign]: HeapCall.Memalign
};

/** Reads events of LTTng's tracers as calls that change a heap. */
export class AllocationReader {
    private readonly roles: EventRole[] = [];
    private readonly names = new ThreadNames();

    /** @param types names of the types of events that come; new ones may be added at its end meanwhile */
    constructor(private readonly types: readonly string[]) {}

    read(events: EventColumns): AllocationBatch {
        for (let type = this.roles.length; type < this.types.length; type++) {
            this.roles.push(roleOf(this.types[type]));
        }
        return new BatchReader(events, this.roles, this.names).read();
    }
}

class BatchReader {
    private readonly times: Float64Array;
    private readonly calls: Uint8Array;
    private readonly addresses: Float64Array;
    private readonly released: Float64Array;
    private readonly sizes: Float64Array;
    private readonly processes: Float64Array;
    private readonly threads: Float64Array;
    private readonly callers: Float64Array;
    private readonly notes: HeapNote[] = [];
    private readonly columns: Readonly<Record<string, Float64Array | undefined>>;
    private length = 0;

    constructor(
        private readonly events: EventColumns,
        private readonly roles: readonly EventRole[],
        private readonly names: ThreadNames
    ) {
        const { rows } = events;
        this.times = new Float64Array(rows);
        this.calls = new Uint8Array(rows);
        this.addresses = new Float64Array(rows);
        this.released = new Float64Array(rows);
        this.sizes = new Float64Array(rows);
        this.processes = new Float64Array(rows);
        this.threads = new Float64Array(rows);
        this.callers = new Float64Array(rows);
        const fields = ['ptr', 'size', 'nmemb', 'in_ptr', 'out_ptr', 'result', 'bytes_alloc', 'bytes_req', 'order'];
        this.columns = Object.fromEntries(fields.map(name => [name, events.column(name)]));
    }

    read(): AllocationBatch {
        const { events, roles, notes } = this;
        const processes = events.column('context.vpid');
        const threads = events.column('context.vtid') ?? events.column('context.tid');
        const callers = events.column('context.ip');
        const sites = events.column('call_site');
        const procnames = events.column('context.procname');
        for (let row = 0; row < events.rows; row++) {
            const process = idAt(processes, row);
            const thread = idAt(threads, row);
            const time = events.times[row];
            if (procnames !== undefined && this.names.isNews(process, thread, procnames[row])) {
                const name = events.texts[procnames[row]];
                notes.push({ row: this.length, time, process, thread, kind: 'thread-name', name });
            }
            const role = roles[events.types[row]];
            if (this.call(role, row)) {
                const at = this.length++;
                this.times[at] = time;
                this.processes[at] = role >= EventRole.KernelAllocation ? UNKNOWN_ID : process;
                this.threads[at] = thread;
                this.callers[at] = numberAt(callers, row) || numberAt(sites, row);
            } else {
                this.note(role, row, time, process, thread);
            }
        }
        const { length, times, calls, addresses, released, sizes, callers: own } = this;
        return {
            length,
            times,
            calls,
            addresses,
            released,
            sizes,
            processes: this.processes,
            threads: this.threads,
            callers: own,
            notes
        };
    }

    /** Reads what a call did into the next place; false when the event is no call. */
    private call(role: EventRole, row: number): boolean {
        const { ptr, size, nmemb, in_ptr, out_ptr, result } = this.columns;
        switch (role) {
            case EventRole.Malloc:
            case EventRole.Memalign:
                return this.put(PLAIN_CALLS[role] ?? HeapCall.Malloc, numberAt(ptr, row), 0, numberAt(size, row));
            case EventRole.Calloc: {
                const each = numberAt(size, row);
                const call = each === 1 ? HeapCall.ByteCalloc : HeapCall.Calloc;
                return this.put(call, numberAt(ptr, row), 0, each * numberAt(nmemb, row));
            }
            case EventRole.PosixMemalign: {
                const address = numberAt(result, row) === 0 ? numberAt(out_ptr, row) : 0;
                return this.put(HeapCall.PosixMemalign, address, 0, numberAt(size, row));
            }
            case EventRole.Realloc: {
                // One that hands nothing out keeps the old block, but for a size of 0: that gives it back.
                const address = numberAt(ptr, row);
                const bytes = numberAt(size, row);
                const released = address !== 0 || bytes === 0 ? numberAt(in_ptr, row) : 0;
                return this.put(HeapCall.Realloc, address, released, bytes);
            }
            case EventRole.Free:
            case EventRole.KernelFree:
                return this.put(HeapCall.Free, 0, numberAt(ptr, row), 0);
            case EventRole.KernelAllocation: {
                const bytes = numberAt(this.columns.bytes_alloc, row) || numberAt(this.columns.bytes_req, row);
                return this.put(HeapCall.KernelAllocation, numberAt(ptr, row), 0, bytes);
            }
            case EventRole.PageAllocation:
                return this.put(HeapCall.Pages, this.page(row), 0, PAGE_BYTES * 2 ** numberAt(this.columns.order, row));
            case EventRole.PageFree:
                return this.put(HeapCall.Free, 0, this.page(row), 0);
            default:
                return false;
        }
    }

    private put(call: HeapCall, address: number, released: number, size: number): true {
        const at = this.length;
        this.calls[at] = call;
        this.addresses[at] = address;
        this.released[at] = released;
        this.sizes[at] = address === 0 ? 0 : size;
        return true;
    }

    private page(row: number): number {
        const frame = numberAt(this.events.column('pfn'), row);
        return frame !== 0 ? frame * PAGE_BYTES : numberAt(this.events.column('page'), row);
    }

    private note(role: EventRole, row: number, time: number, process: number, thread: number): void {
        const moment = { row: this.length, time, process, thread };
        const text = (name: string): string => this.events.texts[numberAt(this.events.column(name), row)] ?? '';
        const base = numberAt(this.events.column('baddr'), row);
        switch (role) {
            case EventRole.Module: {
                const size = numberAt(this.events.column('memsz'), row);
                const isRelocated = numberAt(this.events.column('is_pic'), row, 1) !== 0;
                if (size > 0) {
                    const module = { base, size, path: text('path'), isRelocated };
                    this.notes.push({ ...moment, kind: 'module', module });
                }
                return;
            }
            case EventRole.BuildId:
                this.notes.push({ ...moment, kind: 'build-id', base, buildId: text('build_id') });
                return;
            case EventRole.ProcessName:
                this.notes.push({ ...moment, kind: 'process-name', name: text('procname') });
                return;
            case EventRole.DumpStart:
                this.notes.push({ ...moment, kind: 'dump-start' });
                return;
            case EventRole.DumpEnd:
                this.notes.push({ ...moment, kind: 'dump-end' });
                return;
            default:
        }
    }
}

function numberAt(column: Float64Array | undefined, row: number, missing = 0): number {
    const value = column === undefined ? NaN : column[row];
    return Number.isNaN(value) ? missing : value;
}

function idAt(column: Float64Array | undefined, row: number): number {
    return numberAt(column, row, UNKNOWN_ID);
}
