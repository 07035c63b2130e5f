import { Block, byTime, EventFile, TimedEvent } from './event-file';

/** More blocks at hand than this would need too much memory. */
export const MAX_AT_ONCE = 64;

/** A block that is at hand, and how far it was read. */
interface Open {
    readonly events: readonly TimedEvent[];
    /** The place of the block in the file, which decides between equal times. */
    readonly order: number;
    at: number;
}

/** Reads the events of a file's blocks in the order of their times, with no more blocks at hand than lie at the same time. */
export class BlockReader {
    /** Those not read yet, by the time at which they begin, the last first. */
    private readonly waiting: { readonly block: Block; readonly order: number }[];
    /** A heap: the one whose next event comes first is at its top. */
    private readonly open: Open[] = [];

    /** @param from blocks that end before this time are left out */
    constructor(
        private readonly file: EventFile,
        blocks: readonly Block[] = file.blocks,
        from = -Infinity
    ) {
        this.waiting = blocks
            .map((block, order) => ({ block, order }))
            .filter(({ block }) => block.max >= from)
            .sort((a, b) => b.block.min - a.block.min || b.order - a.order);
    }

    next(): TimedEvent | undefined {
        const { open, waiting } = this;
        for (;;) {
            const following = waiting[waiting.length - 1];
            if (following === undefined || (open.length > 0 && !this.isNeeded(following.block))) {
                break;
            }
            waiting.pop();
            const events = this.file.read(following.block);
            if (events.length > 0) {
                open.push({ events, order: following.order, at: 0 });
                this.rise(open.length - 1);
            }
        }
        const [first] = open;
        if (first === undefined) {
            return undefined;
        }
        const event = first.events[first.at++];
        if (first.at === first.events.length) {
            const last = open.pop() as Open;
            if (open.length === 0) {
                return event;
            }
            open[0] = last;
        }
        this.sink();
        return event;
    }

    /** Can the next event be one of this block? Of equal times only as long as few blocks are at hand. */
    private isNeeded({ min }: Block): boolean {
        const time = timeOf(this.open[0]);
        return min < time || (min === time && this.open.length < MAX_AT_ONCE);
    }

    private rise(from: number): void {
        const { open } = this;
        const moved = open[from];
        let index = from;
        while (index > 0 && isBefore(moved, open[(index - 1) >> 1])) {
            open[index] = open[(index - 1) >> 1];
            index = (index - 1) >> 1;
        }
        open[index] = moved;
    }

    private sink(): void {
        const { open } = this;
        const moved = open[0];
        let index = 0;
        for (;;) {
            let child = index * 2 + 1;
            if (child + 1 < open.length && isBefore(open[child + 1], open[child])) {
                child++;
            }
            if (child >= open.length || !isBefore(open[child], moved)) {
                break;
            }
            open[index] = open[child];
            index = child;
        }
        open[index] = moved;
    }
}

function timeOf({ events, at }: Open): number {
    return events[at].time;
}

function isBefore(a: Open, b: Open): boolean {
    const order = byTime(a.events[a.at], b.events[b.at]);
    return order < 0 || (order === 0 && a.order < b.order);
}

/** How many blocks lie at the same time at most; those that only touch each other do not. */
export function mostAtOnce(blocks: readonly Block[]): number {
    const changes = blocks.flatMap(({ min, max }) => [
        { time: min, change: 1 },
        { time: max, change: -1 }
    ]);
    changes.sort((a, b) => a.time - b.time || a.change - b.change);
    let now = 0;
    let most = 0;
    for (const { change } of changes) {
        now += change;
        most = Math.max(most, now);
    }
    return most;
}
