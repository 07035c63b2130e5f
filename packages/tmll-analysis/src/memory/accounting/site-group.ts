import { HeapCall } from './allocation-batch';
import { AddressTable } from './address-table';
import { CoarseLifetimes } from './lifetimes';
import { ModuleMap } from './module-map';
import { sizeClassOf } from './size-class';

/** Whose code asked for a block: the traced program, the C library or loader in its name, or the tracer for itself. */
export type BlockOwner = 'program' | 'runtime' | 'tracer';

/** Steps of the small series of live bytes of a group. */
export const GROUP_STEPS = 64;

/** What a process has loaded from its start, or an exec, on, and who in it asked for memory. */
export class ProgramImage {
    readonly modules = new ModuleMap();
    /** Rows of groups by caller, or by thread where callers are not known. */
    readonly rows = new AddressTable();
    readonly groups: (SiteGroup | undefined)[][] = [];
}

/** Where blocks come from: who asked, and for how much. */
export interface BlockOrigin {
    /** Index of the process. */
    readonly process: number;
    readonly image: ProgramImage;
    /** Return address; 0 when it is not known. */
    readonly caller: number;
    readonly sizeClass: number;
    /** Index of the thread where the caller is not known, else -1. */
    readonly thread: number;
    readonly call: HeapCall;
    /** Whether it is the tracer's by its thread, or by the way it asks. */
    readonly looksLikeTracer: boolean;
    /** Whether the blocks are copies that a fork made. */
    readonly isInherited: boolean;
}

/**
 * Blocks that were asked for from one place: one return address and one class of sizes, or where the trace does not tell callers one
 * thread and one class. What belongs together is joined when all modules are known.
 */
export class SiteGroup {
    allocations = 0;
    allocatedBytes = 0;
    deallocations = 0;
    liveBlocks = 0;
    liveBytes = 0;
    /** Change of live bytes in each of `GROUP_STEPS` steps over the trace. */
    readonly changes = new Float64Array(GROUP_STEPS);
    readonly lifetimes = new CoarseLifetimes();
    /** Whether its bytes are counted as the program's while events come. */
    readonly counts: boolean;

    constructor(
        readonly index: number,
        readonly origin: BlockOrigin
    ) {
        this.counts = !origin.isInherited && ownerOf(origin) === 'program';
    }
}

/** All groups, found by who asks and for how much. */
export class SiteGroups {
    readonly all: SiteGroup[] = [];

    /** @param thread index of the thread */
    find(
        process: number,
        image: ProgramImage,
        caller: number,
        thread: number,
        size: number,
        call: HeapCall,
        looksLikeTracer: boolean
    ): SiteGroup {
        // Return addresses are positive or, in a kernel, far below; threads go between.
        const key = caller !== 0 ? caller : -1 - thread;
        let row = image.rows.get(key);
        if (row < 0) {
            row = image.groups.length;
            image.rows.set(key, row);
            image.groups.push([]);
        }
        const sizeClass = sizeClassOf(size);
        const column = sizeClass * 2 + (looksLikeTracer ? 1 : 0);
        let group = image.groups[row][column];
        if (!group) {
            const own = caller !== 0 ? -1 : thread;
            const origin = { process, image, caller, sizeClass, thread: own, call, looksLikeTracer };
            group = this.add({ ...origin, isInherited: false });
            image.groups[row][column] = group;
        }
        return group;
    }

    /** The group of the blocks that a process has from its parent. */
    addInherited(process: number, image: ProgramImage): SiteGroup {
        return this.add({
            process,
            image,
            caller: 0,
            sizeClass: 0,
            thread: -1,
            call: HeapCall.Malloc,
            looksLikeTracer: false,
            isInherited: true
        });
    }

    private add(origin: BlockOrigin): SiteGroup {
        const group = new SiteGroup(this.all.length, origin);
        this.all.push(group);
        return group;
    }
}

const TRACER = /^liblttng-(ust|ctl)|^liburcu/;
/**
 * The C library and the loader: what they ask for is bookkeeping of their own (threads, environment, streams), or done in the program's
 * name (`strdup`).
 */
const RUNTIME = /^(ld-linux|ld-musl|ld64|ld-[\d.]+|libc-[\d.]+|libpthread)|^libc\.(so|musl)/;

/** Whose blocks these are, as far as the modules are known. */
export function ownerOf({ image, caller, looksLikeTracer }: BlockOrigin): BlockOwner {
    if (looksLikeTracer) {
        return 'tracer';
    }
    const path = caller === 0 ? undefined : image.modules.find(caller)?.module.path;
    if (path === undefined) {
        return 'program';
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    return TRACER.test(name) ? 'tracer' : RUNTIME.test(name) ? 'runtime' : 'program';
}
