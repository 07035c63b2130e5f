import { CALL_NAMES, HeapCall, LoadedModule } from '../accounting/allocation-batch';
import { HeapSummary } from '../accounting/heap-accounting';
import { CoarseLifetimes } from '../accounting/lifetimes';
import { LiveBlock } from '../accounting/live-blocks';
import { ModulePlace } from '../accounting/module-map';
import { BlockOrigin, BlockOwner, GROUP_STEPS, ownerOf, SiteGroup } from '../accounting/site-group';
import { sizesOfClass } from '../accounting/size-class';

/** Libraries through which other code asks for memory (`operator new`): behind them, sizes tell callers apart. */
const ALLOCATORS = /^(libstdc\+\+|libc\+\+|libjemalloc|libtcmalloc|libmimalloc)/;

/** Blocks that were live at the end, in the order in which they were handed out. */
export interface Survivors {
    /** Ns from the origin. */
    readonly times: Float64Array;
    readonly sizes: Float64Array;
    readonly addresses: Float64Array;
    /** Indices of threads. */
    readonly threads: Int32Array;
}

/** A place in a program that asks for memory, or where the trace does not tell, a thread and a class of sizes. */
export class CallSite {
    readonly lifetimes = new CoarseLifetimes();
    readonly changes = new Float64Array(GROUP_STEPS);
    /** Indices of the processes that asked here. */
    readonly processes = new Set<number>();
    allocations = 0;
    allocatedBytes = 0;
    deallocations = 0;
    liveBlocks = 0;
    liveBytes = 0;
    survivors: Survivors = emptySurvivors(0);

    constructor(
        readonly owner: BlockOwner,
        /** Where in which module; undefined when it is not known. */
        readonly place: ModulePlace | undefined,
        /** Return address in one of the processes; 0 when it is not known. */
        readonly caller: number,
        /** Bounds of the sizes, where they tell sites apart. */
        readonly sizes: { readonly least: number; readonly most: number } | undefined,
        /** Index of the thread, where callers are not known. */
        readonly thread: number | undefined,
        readonly call: HeapCall
    ) {}

    /** What was called, e.g. `malloc`. */
    get callName(): string {
        return CALL_NAMES[this.call];
    }

    /** Where a function's name would be looked up: an address inside the call, as the module itself counts. */
    get codeAddress(): number {
        const { place } = this;
        return place === undefined ? NaN : (place.module.isRelocated ? place.offset : this.caller) - 1;
    }

    add(group: SiteGroup): void {
        this.allocations += group.allocations;
        this.allocatedBytes += group.allocatedBytes;
        this.deallocations += group.deallocations;
        this.liveBlocks += group.liveBlocks;
        this.liveBytes += group.liveBytes;
        this.lifetimes.addAll(group.lifetimes);
        group.changes.forEach((change, step) => (this.changes[step] += change));
        this.processes.add(group.origin.process);
    }
}

/** Joins the groups of a summary into the places that they stand for; blocks that a process has from its parent are left out. */
export function callSites(summary: HeapSummary): CallSite[] {
    const sites = new Map<string, CallSite>();
    const byGroup = summary.groups.map(group => {
        if (group.origin.isInherited) {
            return undefined;
        }
        const [key, make] = identify(group.origin);
        const site = sites.get(key) ?? make();
        sites.set(key, site);
        site.add(group);
        return site;
    });
    collectSurvivors(summary, byGroup);
    return [...sites.values()];
}

function identify(origin: BlockOrigin): [key: string, make: () => CallSite] {
    const { process, image, caller, sizeClass, thread, call } = origin;
    const owner = ownerOf(origin);
    const place = caller === 0 ? undefined : image.modules.find(caller);
    const bySize = caller === 0 || (place !== undefined && isAllocator(place.module));
    const sizes = bySize ? sizesOfClass(sizeClass) : undefined;
    const where = place ? [place.module.path, place.offset] : [process, caller, thread];
    return [
        JSON.stringify([owner, where, bySize ? sizeClass : -1]),
        () => new CallSite(owner, place, caller, sizes, caller === 0 ? thread : undefined, call)
    ];
}

function isAllocator({ path }: LoadedModule): boolean {
    return ALLOCATORS.test(path.slice(path.lastIndexOf('/') + 1));
}

function collectSurvivors({ forEachLive }: HeapSummary, byGroup: readonly (CallSite | undefined)[]): void {
    const blocks = new Map<CallSite, LiveBlock[]>();
    forEachLive(block => {
        const site = byGroup[block.group];
        if (site) {
            const own = blocks.get(site);
            if (own) {
                own.push(block);
            } else {
                blocks.set(site, [block]);
            }
        }
    });
    for (const [site, own] of blocks) {
        own.sort((a, b) => a.time - b.time);
        site.survivors = {
            times: Float64Array.from(own, ({ time }) => time),
            sizes: Float64Array.from(own, ({ size }) => size),
            addresses: Float64Array.from(own, ({ address }) => address),
            threads: Int32Array.from(own, ({ thread }) => thread)
        };
    }
}

function emptySurvivors(length: number): Survivors {
    return {
        times: new Float64Array(length),
        sizes: new Float64Array(length),
        addresses: new Float64Array(length),
        threads: new Int32Array(length)
    };
}
