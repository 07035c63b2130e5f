import { RawEvent } from './raw-event';

/** More processes and threads than a trace has. */
const MAX_NAMES = 1_000_000;

/** What the metadata events of a document say: names of processes and threads. */
export class Names {
    private readonly processes = new Map<unknown, string>();
    private readonly threads = new Map<string, string>();
    /** All that they say, as properties of the trace: `pid-23828`, `process_sort_index-23828`. */
    readonly properties: Record<string, string | number> = {};
    private count = 0;

    get hasProcesses(): boolean {
        return this.processes.size > 0;
    }

    get hasThreads(): boolean {
        return this.threads.size > 0;
    }

    /** Takes a metadata event. */
    add({ values }: RawEvent): void {
        const { name, pid, tid, args } = values;
        if (++this.count > MAX_NAMES || typeof args !== 'object' || args === null) {
            return;
        }
        const given = args as Record<string, unknown>;
        switch (name) {
            case 'process_name':
                this.processes.set(pid, String(given.name ?? ''));
                this.keep(`pid-${String(pid)}`, given.name);
                break;
            case 'thread_name':
                this.threads.set(threadKey(pid, tid), String(given.name ?? ''));
                this.keep(`tid-${String(tid)}`, given.name);
                break;
            case 'process_sort_index':
            case 'process_labels':
                this.keep(`${name}-${String(pid)}`, given.sort_index ?? given.labels);
                break;
            case 'thread_sort_index':
                this.keep(`${name}-${String(pid)}-${String(tid)}`, given.sort_index);
                break;
            default:
        }
    }

    processOf(pid: unknown): string | undefined {
        return this.processes.get(pid);
    }

    threadOf(pid: unknown, tid: unknown): string | undefined {
        return this.threads.get(threadKey(pid, tid));
    }

    private keep(name: string, value: unknown): void {
        if (typeof value === 'string' || Number.isSafeInteger(value)) {
            this.properties[name] = value as string | number;
        }
    }
}

function threadKey(pid: unknown, tid: unknown): string {
    return `${String(pid)} ${String(tid)}`;
}
