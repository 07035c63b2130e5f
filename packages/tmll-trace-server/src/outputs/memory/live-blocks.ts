import type { TraceInteger } from '../../trace/trace';

const FIRST_CAPACITY = 64;

/** A block of memory that is in use. */
export interface Block {
    readonly address: TraceInteger;
    readonly size: number;
    /** When it was handed out. */
    readonly time: number;
    /** Who asked for it; NaN: not known. */
    readonly thread: number;
}

/** The blocks that are in use, by address. Kept in columns whose rows are used again: a program has millions of them after each other. */
export class LiveBlocks {
    private readonly rows = new Map<TraceInteger, number>();
    private readonly free: number[] = [];
    private columns = newColumns(FIRST_CAPACITY);

    /** Bytes of the block at an address; undefined when none is known there. */
    sizeOf(address: TraceInteger): number | undefined {
        const row = this.rows.get(address);
        return row === undefined ? undefined : this.columns.sizes[row];
    }

    /** Adds a block; one at the same address is forgotten. */
    add({ address, size, time, thread }: Block): void {
        let row = this.rows.get(address);
        if (row === undefined) {
            row = this.free.pop() ?? this.rows.size;
            this.rows.set(address, row);
            if (row >= this.columns.sizes.length) {
                this.grow();
            }
        }
        this.columns.sizes[row] = size;
        this.columns.times[row] = time;
        this.columns.threads[row] = thread;
    }

    /** Takes the block at an address away. */
    delete(address: TraceInteger): void {
        const row = this.rows.get(address);
        if (row !== undefined) {
            this.rows.delete(address);
            this.free.push(row);
        }
    }

    /** All that are in use, in the order of their times. */
    all(): Block[] {
        const { sizes, times, threads } = this.columns;
        return [...this.rows]
            .map(([address, row]) => ({ address, size: sizes[row], time: times[row], thread: threads[row] }))
            .sort((a, b) => a.time - b.time);
    }

    clear(): void {
        this.rows.clear();
        this.free.length = 0;
        this.columns = newColumns(0);
    }

    private grow(): void {
        const larger = newColumns(Math.max(FIRST_CAPACITY, 2 * this.columns.sizes.length));
        larger.sizes.set(this.columns.sizes);
        larger.times.set(this.columns.times);
        larger.threads.set(this.columns.threads);
        this.columns = larger;
    }
}

function newColumns(capacity: number): { sizes: Float64Array; times: Float64Array; threads: Float64Array } {
    return {
        sizes: new Float64Array(capacity),
        times: new Float64Array(capacity),
        threads: new Float64Array(capacity)
    };
}
