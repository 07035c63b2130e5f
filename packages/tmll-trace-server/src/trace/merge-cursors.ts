import { EventCursor, TraceEvent } from './trace';

/** A cursor with the event that it stands at. */
interface Source {
    readonly cursor: EventCursor;
    /** Its place among the cursors, which decides between equal times. */
    readonly order: number;
    event: TraceEvent;
}

/**
 * Reads several cursors as one, in the order of their times; of equal times the first cursor's comes first. The cursors
 * must count from the same origin and each be in order itself.
 */
export function mergeCursors(cursors: readonly EventCursor[]): EventCursor {
    return cursors.length === 1 ? cursors[0] : new MergedCursor(cursors);
}

/**
 * Sources wait in a binary heap, except the one that is being read: as long as it stays ahead of the first in the heap,
 * which is the rule since buffers are written in bursts, nothing moves.
 */
class MergedCursor implements EventCursor {
    private heap: Source[] | undefined;
    private current: Source | undefined;

    constructor(private readonly cursors: readonly EventCursor[]) {}

    next(): TraceEvent | undefined {
        if (!this.heap) {
            return this.begin();
        }
        const { current } = this;
        if (!current) {
            return undefined;
        }
        const event = current.cursor.next();
        const first = this.heap[0];
        if (!event) {
            this.current = this.pop();
        } else {
            current.event = event;
            if (first !== undefined && isBefore(first, current)) {
                this.heap[0] = current;
                this.sink(0);
                this.current = first;
            }
        }
        return this.current?.event;
    }

    close(): void {
        this.heap = [];
        this.current = undefined;
        this.cursors.forEach(cursor => cursor.close());
    }

    private begin(): TraceEvent | undefined {
        this.heap = [];
        for (const [order, cursor] of this.cursors.entries()) {
            const event = cursor.next();
            if (event) {
                this.heap.push({ cursor, order, event });
            }
        }
        this.heap.sort((a, b) => (isBefore(a, b) ? -1 : 1));
        this.current = this.pop();
        return this.current?.event;
    }

    private pop(): Source | undefined {
        const heap = this.heap ?? [];
        const [first] = heap;
        const last = heap.pop();
        if (last !== undefined && heap.length > 0) {
            heap[0] = last;
            this.sink(0);
        }
        return first;
    }

    /** Moves a source down until none below it comes first. */
    private sink(from: number): void {
        const heap = this.heap ?? [];
        const source = heap[from];
        let index = from;
        for (;;) {
            let child = index * 2 + 1;
            if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (child >= heap.length || !isBefore(heap[child], source)) {
                break;
            }
            heap[index] = heap[child];
            index = child;
        }
        heap[index] = source;
    }
}

function isBefore(a: Source, b: Source): boolean {
    return a.event.time < b.event.time || (a.event.time === b.event.time && a.order < b.order);
}
