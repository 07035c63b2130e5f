/** Something that ends at a time that is known in advance. */
interface PendingEnd<T> {
    readonly end: number;
    /** Decides between equal ends: what was added last ends first. */
    readonly order: number;
    readonly value: T;
}

/** What is to end, the earliest first: a binary heap. */
export class PendingEnds<T> {
    private readonly heap: PendingEnd<T>[] = [];
    private added = 0;

    add(end: number, value: T): void {
        const { heap } = this;
        const entry = { end, order: this.added++, value };
        let index = heap.length;
        heap.push(entry);
        while (index > 0) {
            const parent = (index - 1) >> 1;
            if (!isBefore(entry, heap[parent])) {
                break;
            }
            heap[index] = heap[parent];
            index = parent;
        }
        heap[index] = entry;
    }

    /** Takes the next one that ends up to a time; undefined when there is none. */
    take(time: number): { readonly end: number; readonly value: T } | undefined {
        const { heap } = this;
        const [first] = heap;
        if (!first || first.end > time) {
            return undefined;
        }
        const last = heap.pop();
        if (last && heap.length > 0) {
            let index = 0;
            for (;;) {
                let child = 2 * index + 1;
                if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {
                    child++;
                }
                if (child >= heap.length || !isBefore(heap[child], last)) {
                    break;
                }
                heap[index] = heap[child];
                index = child;
            }
            heap[index] = last;
        }
        return first;
    }
}

function isBefore<T>(a: PendingEnd<T>, b: PendingEnd<T>): boolean {
    return a.end < b.end || (a.end === b.end && a.order > b.order);
}
