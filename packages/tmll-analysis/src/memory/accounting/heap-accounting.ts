import { AllocationBatch, HeapCall, HeapNote } from './allocation-batch';
import { HeapProcess, HeapThread } from './heap-process';
import { HeapWindows, UsageSummary } from './heap-windows';
import { Lifetimes, LifetimeSummary } from './lifetimes';
import { LiveBlock, LiveBlocks } from './live-blocks';
import { finishDump, startDump } from './state-dump';
import { GROUP_STEPS, SiteGroup, SiteGroups } from './site-group';

/** Among more processes a parent is not looked for. */
const MOST_PARENTS = 256;

export interface AccountingOptions {
    /** The stretch that is looked at, ns from the origin. */
    readonly start: number;
    readonly end: number;
    /** Length of a window of the series over time, ns. */
    readonly step: number;
}

/** What a stream of calls amounts to. */
export interface HeapSummary {
    readonly options: AccountingOptions;
    /** Calls looked at. */
    readonly calls: number;
    readonly processes: readonly HeapProcess[];
    readonly threads: readonly HeapThread[];
    readonly groups: readonly SiteGroup[];
    readonly usage: UsageSummary;
    readonly lifetimes: LifetimeSummary;
    /** Calls back for each block that is live at the end, in no order. */
    forEachLive(look: (block: LiveBlock) => void): void;
}

/**
 * Follows every block from the call that hands it out to the one that gives it back, process by process, in one pass over the calls and in
 * as much memory as the live blocks need. Rules: docs/analyses/memory-leaks.md, "Accounting".
 */
export class HeapAccounting {
    private readonly processes: HeapProcess[] = [];
    private readonly processesById = new Map<number, HeapProcess>();
    private readonly threads: HeapThread[] = [];
    private readonly groups = new SiteGroups();
    private readonly live = new LiveBlocks();
    private readonly windows: HeapWindows;
    private readonly lifetimes = new Lifetimes();
    private readonly stepsPerNs: number;
    private process: HeapProcess | undefined;
    private thread: HeapThread | undefined;
    private calls = 0;

    constructor(private readonly options: AccountingOptions) {
        const { start, end, step } = options;
        this.windows = new HeapWindows(start, end, step);
        this.stepsPerNs = GROUP_STEPS / Math.max(end - start, 1);
    }

    add(batch: AllocationBatch): void {
        const { length, times, calls, addresses, released, sizes, processes, threads, callers, notes } = batch;
        let note = 0;
        for (let row = 0; row < length; row++) {
            while (note < notes.length && notes[note].row <= row) {
                this.note(notes[note++]);
            }
            const time = times[row];
            const process = this.processOf(processes[row], time);
            const thread = this.threadOf(process, threads[row]);
            const call = calls[row];
            const address = addresses[row];
            this.windows.advance(time);
            process.lastTime = time;
            if (released[row] !== 0) {
                this.release(process, thread, released[row], time, call);
            } else if (call === HeapCall.Free) {
                process.counters.nullFrees++;
            }
            if (address !== 0) {
                this.allocate(process, thread, address, sizes[row], callers[row], time, call);
            } else if (call !== HeapCall.Free && released[row] === 0) {
                process.counters.failures++;
            }
        }
        while (note < notes.length) {
            this.note(notes[note++]);
        }
        this.calls += length;
    }

    /** The sum of all. Call it once, at the end. */
    finish(): HeapSummary {
        return {
            options: this.options,
            calls: this.calls,
            processes: this.processes,
            threads: this.threads,
            groups: this.groups.all,
            usage: this.windows.finish(),
            lifetimes: this.lifetimes.summary(),
            forEachLive: look =>
                this.processes.forEach(({ blocks }) =>
                    blocks.forEach((address, slot) => {
                        const { sizes, times, groups, threads } = this.live;
                        const size = sizes[slot];
                        look({ address, size, time: times[slot], group: groups[slot], thread: threads[slot] });
                    })
                )
        };
    }

    private allocate(
        process: HeapProcess,
        thread: HeapThread,
        address: number,
        size: number,
        caller: number,
        time: number,
        call: HeapCall
    ): void {
        const replaced = process.blocks.get(address);
        if (replaced >= 0) {
            this.replace(process, thread, address, replaced, time);
        }
        const looksLikeTracer = this.looksLikeTracer(process, thread, call, caller);
        process.isBeginning &&= looksLikeTracer;
        const { image } = process.dump ?? process;
        const group = this.groups.find(process.index, image, caller, thread.index, size, call, looksLikeTracer);
        process.blocks.set(address, this.live.add(size, time, group.index, thread.index));
        process.forgetReleased(address);
        process.counters.allocations++;
        group.allocations++;
        group.allocatedBytes += size;
        this.change(process, group, address, size, 1, time);
        if (group.counts) {
            this.windows.allocated();
        }
    }

    /** Of the tracer's own blocks not all frees are told; those say nothing of the program's. */
    private replace(process: HeapProcess, thread: HeapThread, address: number, slot: number, time: number): void {
        if (this.groups.all[this.live.groups[slot]].counts) {
            process.counters.missedFrees++;
            process.race(address, time, thread.index);
        }
        this.end(process, address, slot, time);
    }

    private release(process: HeapProcess, thread: HeapThread, address: number, time: number, call: HeapCall): void {
        if (call === HeapCall.Realloc && process.isRaced(address, time, thread.index)) {
            // The address is another thread's by now; the block that this call gave up is the one it replaced.
            process.counters.missedFrees--;
            process.counters.deallocations++;
            return;
        }
        const slot = process.blocks.get(address);
        if (slot < 0) {
            this.releaseUnknown(process, address);
            return;
        }
        const group = this.groups.all[this.live.groups[slot]];
        if (group.origin.isInherited) {
            process.counters.inheritedFrees++;
        } else {
            process.counters.deallocations++;
            const lifetime = Math.max(0, time - this.live.times[slot]);
            group.lifetimes.add(lifetime);
            if (group.counts) {
                this.lifetimes.add(lifetime);
                this.windows.deallocated();
            }
        }
        process.rememberReleased(address);
        this.end(process, address, slot, time);
    }

    /** A block that the trace does not know: perhaps one that the process has from the one that forked it. */
    private releaseUnknown(process: HeapProcess, address: number): void {
        if (this.isInherited(process, address)) {
            process.counters.inheritedFrees++;
        } else {
            process.countUnknownFree(address);
        }
    }

    /** Where no state dump tells who forked a process, a block that an older process had before tells. */
    private isInherited(process: HeapProcess, address: number): boolean {
        if (process.hasDump || this.processes.length > MOST_PARENTS) {
            return false;
        }
        return this.processes.some(other => {
            const slot = other.firstTime < process.firstTime && !other.hasDump ? other.blocks.get(address) : -1;
            return slot >= 0 && this.live.times[slot] < process.firstTime;
        });
    }

    /** A block is no more. */
    private end(process: HeapProcess, address: number, slot: number, time: number): void {
        const group = this.groups.all[this.live.groups[slot]];
        group.deallocations++;
        this.change(process, group, address, this.live.sizes[slot], -1, time);
        process.blocks.delete(address);
        this.live.remove(slot);
    }

    private change(
        process: HeapProcess,
        group: SiteGroup,
        address: number,
        size: number,
        sign: 1 | -1,
        time: number
    ): void {
        const bytes = sign * size;
        group.liveBlocks += sign;
        group.liveBytes += bytes;
        const step = Math.floor((time - this.options.start) * this.stepsPerNs);
        group.changes[step < 0 ? 0 : step < GROUP_STEPS ? step : GROUP_STEPS - 1] += bytes;
        if (!group.origin.isInherited) {
            const before = process.pages.count;
            process.pages.change(address, size, sign);
            this.windows.change(group.counts ? bytes : 0, bytes, process.pages.count - before);
        }
    }

    /** The tracer has threads of its own; where callers are not known, its first calls in a process are known by how they look. */
    private looksLikeTracer(process: HeapProcess, thread: HeapThread, call: HeapCall, caller: number): boolean {
        const isFirst = caller === 0 && process.isBeginning && process.hasDump;
        return thread.isTracer || (isFirst && call === HeapCall.ByteCalloc);
    }

    private note(note: HeapNote): void {
        const process = this.processOf(note.process, note.time);
        const thread = this.threadOf(process, note.thread);
        const { image } = process.dump ?? process;
        switch (note.kind) {
            case 'module':
                return image.modules.add(note.module);
            case 'build-id':
                return image.modules.setBuildId(note.base, note.buildId);
            case 'process-name':
                process.name = note.name;
                return undefined;
            case 'thread-name':
                thread.name = note.name;
                thread.isTracer ||= note.name.endsWith('-ust');
                return undefined;
            case 'dump-start':
                thread.isTracer = true;
                return startDump(process, note.time);
            case 'dump-end':
                return finishDump(process, this.processes, this.live, this.groups, (address, slot) => {
                    process.counters.endedByExec++;
                    this.end(process, address, slot, note.time);
                });
        }
    }

    private processOf(id: number, time: number): HeapProcess {
        if (this.process?.id === id) {
            return this.process;
        }
        let process = this.processesById.get(id);
        if (!process) {
            process = new HeapProcess(this.processes.length, id, time);
            this.processesById.set(id, process);
            this.processes.push(process);
        }
        this.process = process;
        return process;
    }

    private threadOf(process: HeapProcess, id: number): HeapThread {
        if (this.thread?.id === id && this.thread.process === process.index) {
            return this.thread;
        }
        let thread = process.threads.get(id);
        if (!thread) {
            thread = { index: this.threads.length, process: process.index, id, name: '', isTracer: false };
            process.threads.set(id, thread);
            this.threads.push(thread);
        }
        this.thread = thread;
        return thread;
    }
}
