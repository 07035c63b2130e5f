import { AddressTable } from './address-table';
import { ProgramImage } from './site-group';
import { TouchedPages } from './touched-pages';

/** So many addresses are remembered as given back, to tell a double free from one of a block that the trace does not know. */
const REMEMBERED = 4096;
/** A `realloc` is told of after it gave its block up; another thread may have been given the address within these ns. */
const RACE_NS = 10_000_000;
/** More are kept in mind only where events were lost. */
const MOST_RACES = 1024;
/** So many frees of unknown blocks are remembered until the parent is known. */
const PENDING_FREES = 10_000;

/** What the calls of a process amount to. */
export interface ProcessCounters {
    /** Blocks handed out. */
    allocations: number;
    /** Blocks given back that the trace saw handed out. */
    deallocations: number;
    /** Frees of blocks that were handed out before the trace began, in an unseen way, or already given back. */
    unknownFrees: number;
    /** Those of them that gave back a block a second time; there may be more, for only the last ones are remembered. */
    doubleFrees: number;
    /** `free(NULL)`, which is allowed. */
    nullFrees: number;
    /** Blocks whose address was handed out again although nothing was seen to give them back. */
    missedFrees: number;
    /** Blocks of the parent that were given back here. */
    inheritedFrees: number;
    /** Calls that handed nothing out. */
    failures: number;
    /** Blocks that ended because the process called exec. */
    endedByExec: number;
}

/** The counters of a process that has not called yet. */
export function noCalls(): ProcessCounters {
    return {
        allocations: 0,
        deallocations: 0,
        unknownFrees: 0,
        doubleFrees: 0,
        nullFrees: 0,
        missedFrees: 0,
        inheritedFrees: 0,
        failures: 0,
        endedByExec: 0
    };
}

/** A thread that called. */
export interface HeapThread {
    readonly index: number;
    /** Index of its process. */
    readonly process: number;
    /** -1 where the trace does not tell. */
    readonly id: number;
    name: string;
    /** Whether it is the tracer's own. */
    isTracer: boolean;
}

/** A process that called, and its live blocks. */
export class HeapProcess {
    name = '';
    /** When it last called. */
    lastTime: number;
    image = new ProgramImage();
    /** The process that forked it, as far as it is known. */
    parent: HeapProcess | undefined;
    /** Slots of live blocks by address. */
    readonly blocks = new AddressTable();
    readonly pages = new TouchedPages();
    readonly threads = new Map<number, HeapThread>();
    /** The tracer is telling what is loaded, into this image. */
    dump: { readonly time: number; readonly image: ProgramImage } | undefined;
    /** Whether the tracer told so before. */
    hasDump = false;
    /** Whether only the tracer has asked for memory so far. */
    isBeginning = true;
    /** Addresses of unknown blocks that were given back before the parent was known. */
    readonly pendingFrees = new Set<number>();
    readonly counters = noCalls();
    private readonly races = new Map<number, { readonly time: number; readonly thread: number }>();
    private readonly released = new Float64Array(REMEMBERED);

    constructor(
        readonly index: number,
        /** -1 where the trace does not tell. */
        readonly id: number,
        /** When it was first heard of. */
        readonly firstTime: number
    ) {
        this.lastTime = firstTime;
    }

    /** A thread was given an address although its block was not seen to be given back: perhaps a `realloc` that did is yet to be seen. */
    race(address: number, time: number, thread: number): void {
        if (this.races.size >= MOST_RACES) {
            this.races.clear();
        }
        this.races.set(address, { time, thread });
    }

    /** Whether a `realloc` by a thread gave up what another thread has been given since; asked once for each race. */
    isRaced(address: number, time: number, thread: number): boolean {
        const race = this.races.size > 0 ? this.races.get(address) : undefined;
        if (race === undefined || race.thread === thread) {
            return false;
        }
        this.races.delete(address);
        return time - race.time <= RACE_NS;
    }

    rememberReleased(address: number): void {
        this.released[slotOf(address)] = address;
    }

    forgetReleased(address: number): void {
        const slot = slotOf(address);
        if (this.released[slot] === address) {
            this.released[slot] = 0;
        }
    }

    /** Counts a free of an unknown block. */
    countUnknownFree(address: number): void {
        this.counters.unknownFrees++;
        if (this.released[slotOf(address)] === address) {
            this.counters.doubleFrees++;
        } else if (this.parent === undefined && this.pendingFrees.size < PENDING_FREES) {
            this.pendingFrees.add(address);
        }
    }
}

function slotOf(address: number): number {
    return (Math.imul(address / 16, 0x9e3779b1) >>> 20) % REMEMBERED;
}
