import { AllocationBatch, HeapCall, HeapNote, UNKNOWN_ID } from '../accounting/allocation-batch';

/** A call of a test; what is missing is unknown or 0. */
export interface MadeCall {
    readonly time: number;
    readonly call?: HeapCall;
    readonly address?: number;
    readonly released?: number;
    readonly size?: number;
    readonly process?: number;
    readonly thread?: number;
    readonly caller?: number;
}

/** Something that becomes known before the call of the same position. */
export type MadeNote = HeapNote extends infer N ? (N extends HeapNote ? Omit<N, 'row'> : never) : never;

export function isNote(item: MadeCall | MadeNote): item is MadeNote {
    return 'kind' in item;
}

/** A batch of calls, and of notes that stand between them. */
export function makeBatch(items: readonly (MadeCall | MadeNote)[]): AllocationBatch {
    const calls: MadeCall[] = [];
    const notes: HeapNote[] = [];
    for (const item of items) {
        if (isNote(item)) {
            notes.push({ ...item, row: calls.length });
        } else {
            calls.push(item);
        }
    }
    const column = (read: (call: MadeCall) => number): Float64Array => Float64Array.from(calls, read);
    return {
        length: calls.length,
        times: column(({ time }) => time),
        calls: Uint8Array.from(
            calls,
            ({ call, address = 0 }) => call ?? (address > 0 ? HeapCall.Malloc : HeapCall.Free)
        ),
        addresses: column(({ address = 0 }) => address),
        released: column(({ released = 0 }) => released),
        sizes: column(({ size = 0 }) => size),
        processes: column(({ process = UNKNOWN_ID }) => process),
        threads: column(({ thread = UNKNOWN_ID }) => thread),
        callers: column(({ caller = 0 }) => caller),
        notes
    };
}

/** What the tracer tells of a process: its modules, by where they lie. */
export function dump(
    time: number,
    process: number,
    thread: number,
    bases: Readonly<Record<string, number>>
): MadeNote[] {
    const moment = { time, process, thread };
    return [
        { ...moment, kind: 'dump-start' },
        ...Object.entries(bases).map(([path, base]): MadeNote => {
            const module = { base, size: 0x10000, path, isRelocated: base > 0x400000 };
            return { ...moment, kind: 'module', module };
        }),
        { ...moment, kind: 'dump-end' }
    ];
}
