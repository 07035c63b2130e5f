const LEAST_CAPACITY = 1024;

/** A block that is not yet given back. */
export interface LiveBlock {
    readonly address: number;
    readonly size: number;
    /** When it was handed out, ns from the origin. */
    readonly time: number;
    /** Index of its group (`SiteGroups`). */
    readonly group: number;
    /** Index of the thread that asked for it. */
    readonly thread: number;
}

/** The blocks that are live, in slots that are used again: as much memory as the most that were live at once need. */
export class LiveBlocks {
    sizes = new Float64Array(LEAST_CAPACITY);
    times = new Float64Array(LEAST_CAPACITY);
    groups = new Int32Array(LEAST_CAPACITY);
    threads = new Int32Array(LEAST_CAPACITY);
    /** Slots given back, the last on top. */
    private readonly free: number[] = [];
    private used = 0;

    /** Number of live blocks. */
    get size(): number {
        return this.used - this.free.length;
    }

    add(size: number, time: number, group: number, thread: number): number {
        const slot = this.free.pop() ?? this.used++;
        if (slot >= this.sizes.length) {
            this.grow();
        }
        this.sizes[slot] = size;
        this.times[slot] = time;
        this.groups[slot] = group;
        this.threads[slot] = thread;
        return slot;
    }

    /** Gives a slot back. */
    remove(slot: number): void {
        this.free.push(slot);
    }

    private grow(): void {
        this.sizes = doubled(this.sizes, new Float64Array(this.sizes.length * 2));
        this.times = doubled(this.times, new Float64Array(this.times.length * 2));
        this.groups = doubled(this.groups, new Int32Array(this.groups.length * 2));
        this.threads = doubled(this.threads, new Int32Array(this.threads.length * 2));
    }
}

function doubled<A extends Float64Array | Int32Array>(from: A, to: A): A {
    to.set(from);
    return to;
}
