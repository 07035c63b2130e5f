import type { EventType, TraceEvent, TraceInteger } from '../../trace/trace';
import { StepColumn } from '../columns/step-column';
import { numberOf, textOf, threadOf } from '../field-access';
import { ProcessTable } from '../recording/process-table';
import type { EventHandler, TraceRecording } from '../recording/trace-recording';
import type { SegmentRecorder } from '../segments/segment-analysis';
import { SegmentTable } from '../segments/segment-table';
import { type HeapChange, heapReaderOf } from './libc-calls';
import { LiveBlocks } from './live-blocks';

/** The heap of one process, or what one thread did to it where the trace does not tell processes. */
export interface HeapOwner {
    /** `vpid`, or `vtid` where there is none; -1 where the trace tells neither. */
    readonly id: number;
    readonly label: string;
    /** Live bytes after each change. */
    readonly bytes: StepColumn;
}

/** Facts of a segment of a block: where it is (NaN: no double holds it), its bytes, and whose it is (NaN: not known). */
export const ADDRESS = 0;
export const SIZE = 1;
export const PROCESS = 2;

interface OwnerState {
    readonly id: number;
    /** What to call it when its process is not known. */
    readonly name: string;
    /** Number of its process in `ProcessTable`, -1 when not known. */
    readonly process: number;
    readonly bytes: StepColumn;
    readonly live: LiveBlocks;
    size: number;
}

/**
 * Bytes allocated and not yet freed, by process. Frees of blocks whose allocation is not in the trace change nothing; an
 * address handed out again although its block was never seen freed replaces that block.
 *
 * Without a `vpid` context processes cannot be told apart: then, as in Trace Compass, each thread has its line and all share one
 * table of addresses. A free counts for the thread that frees, so that a line may fall below 0, and an address handed out again
 * counts beside the first one, which may be another process's.
 */
export class HeapUsage implements SegmentRecorder {
    /** The blocks that are not freed by the end, at their allocation; the names are the threads. */
    readonly segments = new SegmentTable(3);
    private readonly states = new Map<number, OwnerState>();
    private readonly sharedLive = new LiveBlocks();
    private readonly processes: ProcessTable;

    constructor(recording: TraceRecording) {
        this.processes = recording.of(ProcessTable);
    }

    /** The owners, in the order of their first event. */
    get owners(): readonly HeapOwner[] {
        return [...this.states.values()].map(({ id, bytes, name, process }) => ({
            id,
            bytes,
            label: process < 0 ? name : this.processes.labelOf(process)
        }));
    }

    /** The live bytes of an owner. */
    bytesOf(id: number): StepColumn | undefined {
        return this.states.get(id)?.bytes;
    }

    /** Live bytes of all owners at a time. */
    totalAt(time: number): number {
        let total = 0;
        for (const { bytes } of this.states.values()) {
            total += bytes.at(time) ?? 0;
        }
        return total;
    }

    handlerOf(type: EventType): EventHandler | undefined {
        const read = heapReaderOf(type);
        return read && (event => this.change(event, read(event.fields)));
    }

    finish(): void {
        const owners = [...this.states.values()];
        const unfreed = new Map(owners.map(({ live, process, id }) => [live, process < 0 ? NaN : id]));
        [...unfreed]
            .flatMap(([live, process]) => live.all().map(block => ({ ...block, process })))
            .sort((a, b) => a.time - b.time)
            .forEach(({ time, thread, address, size, process }) => {
                const facts = [typeof address === 'number' ? address : NaN, size, process];
                this.segments.push(time, time, Number.isNaN(thread) ? '' : String(thread), facts);
            });
        // The blocks only matter while the trace is read.
        owners.forEach(({ live }) => live.clear());
    }

    private change(event: TraceEvent, { released, allocated, size }: HeapChange): void {
        const owner = this.ownerOf(event);
        const before = owner.size;
        if (released !== undefined) {
            this.release(owner, released);
        }
        if (allocated !== undefined) {
            if (owner.live !== this.sharedLive) {
                this.release(owner, allocated);
            }
            owner.live.add({ address: allocated, size, time: event.time, thread: threadOf(event) ?? NaN });
            owner.size += size;
        }
        if (owner.size !== before || allocated !== undefined) {
            owner.bytes.push(event.time, owner.size);
        }
    }

    private release(owner: OwnerState, address: TraceInteger): void {
        const size = owner.live.sizeOf(address);
        if (size !== undefined) {
            owner.live.delete(address);
            owner.size -= size;
        }
    }

    private ownerOf(event: TraceEvent): OwnerState {
        const process = numberOf(event.context, 'vpid');
        const id = process ?? numberOf(event.context, 'vtid') ?? -1;
        const index = process === undefined ? -1 : this.processes.indexOf(event);
        let owner = this.states.get(id);
        if (!owner) {
            const name = textOf(event.context, 'procname') ?? (id < 0 ? 'heap' : String(id));
            owner = {
                id,
                name,
                process: index,
                bytes: new StepColumn(),
                live: index < 0 ? this.sharedLive : new LiveBlocks(),
                size: 0
            };
            this.states.set(id, owner);
        }
        return owner;
    }
}
