import { type PackedTimes, TimeColumn } from './time-column';

/**
 * Disjoint intervals in ascending order, asked how much of them lies before a time. Kept as the starts and the time
 * accumulated before each, both ascending integers: 8 bytes an interval, and no rounding however many there are.
 */
export class BusyColumn {
    private starts = new TimeColumn();
    private before = new TimeColumn();
    private accumulated = 0;
    private lastEnd = -Infinity;

    /**
     * Appends [start, end) in ns; start is not before the end of the interval before, and one that begins right there
     * prolongs it. Empty intervals are left out.
     */
    push(start: number, end: number): void {
        if (end <= start) {
            return;
        }
        if (start > this.lastEnd) {
            this.starts.push(start);
            this.before.push(this.accumulated);
        }
        this.accumulated += end - start;
        this.lastEnd = end;
    }

    /** Total length of the intervals, in ns. */
    get total(): number {
        return this.accumulated;
    }

    /** Ns of the intervals that lie before a time. */
    upTo(time: number): number {
        const index = this.starts.countUpTo(time) - 1;
        if (index < 0) {
            return 0;
        }
        const before = this.before.at(index);
        const after = index + 1 < this.before.length ? this.before.at(index + 1) : this.accumulated;
        return Math.min(before + (time - this.starts.at(index)), after);
    }

    /** Its intervals, as plain data from which `unpack` makes it again: one array when they are few. */
    pack(): PackedBusy {
        const { accumulated, lastEnd } = this;
        const [starts, before] = [this.starts.pack(), this.before.pack()];
        if (!ArrayBuffer.isView(starts) || !ArrayBuffer.isView(before)) {
            return [Float64Array.of(accumulated, lastEnd), starts, before];
        }
        const packed = new Float64Array(2 + starts.length + before.length);
        packed[0] = accumulated;
        packed[1] = lastEnd;
        packed.set(starts, 2);
        packed.set(before, 2 + starts.length);
        return packed;
    }

    /** The column that was packed. */
    static unpack(packed: PackedBusy): BusyColumn {
        const column = new BusyColumn();
        const [[accumulated, lastEnd], starts, before] = ArrayBuffer.isView(packed) ? split(packed) : packed;
        column.starts = TimeColumn.unpack(starts);
        column.before = TimeColumn.unpack(before);
        column.accumulated = accumulated;
        column.lastEnd = lastEnd;
        return column;
    }
}

type BusyParts = readonly [head: Float64Array, starts: PackedTimes, before: PackedTimes];
/** Total and last end, the starts and what lies before each. */
type PackedBusy = Float64Array | BusyParts;

function split(packed: Float64Array): BusyParts {
    const middle = 1 + packed.length / 2;
    return [packed, packed.subarray(2, middle), packed.subarray(middle)];
}
