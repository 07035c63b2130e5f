import { type PackedTimes, TimeColumn } from './time-column';
import { type PackedValues, ValueColumn } from './value-column';

/** Value of a state that is not known, or that there is none. */
export const NO_STATE = -1;

/** A state and how long it held: [start, end), offsets in ns; the end of the one that lasts is Infinity. */
export interface StateInterval {
    readonly start: number;
    readonly end: number;
    readonly value: number;
}

/** So many states are kept as they are; more in columns that take less for each, but more at first. */
const FEW = 64;
const FIRST_FEW = 4;

/**
 * A state over time, from the beginning of a trace: integers of at least 0, or `NO_STATE`. There are tens of thousands of these, most of
 * which change seldom: the state that lasts is kept apart, and the few before it as pairs of start and value in one array.
 */
export class StateColumn {
    private few: Float64Array | undefined;
    private count = 0;
    private many: { readonly starts: TimeColumn; readonly values: ValueColumn } | undefined;
    private since: number;
    private value = NO_STATE;

    /** @param start beginning of the trace; there is `NO_STATE` until the first `set` */
    constructor(start: number) {
        this.since = start;
    }

    /** The state that lasts. */
    get current(): number {
        return this.value;
    }

    /** Since when it lasts. */
    get currentSince(): number {
        return this.since;
    }

    /** Sets the state from a time on; times do not descend. Of several states at one time the last one counts. */
    set(time: number, value: number): void {
        if (value === this.value) {
            return;
        }
        if (time > this.since) {
            this.keep(this.since, this.value);
            this.since = time;
        }
        this.value = value;
    }

    /** The state at a time; a time before the beginning counts as the beginning. */
    at(time: number): StateInterval {
        if (this.count === 0 || time >= this.since) {
            return { start: this.since, end: Infinity, value: this.value };
        }
        const rank = Math.max(0, this.countUpTo(time) - 1);
        const end = rank + 1 < this.count ? this.startOf(rank + 1) : this.since;
        return { start: this.startOf(rank), end, value: this.valueOf(rank) };
    }

    /** The states at several ascending times, each once. */
    atAll(times: Float64Array): StateInterval[] {
        const found: StateInterval[] = [];
        let end = -Infinity;
        for (const time of times) {
            if (time >= end) {
                const interval = this.at(time);
                found.push(interval);
                ({ end } = interval);
            }
        }
        return found;
    }

    /** All states that have a time in [start, end]. */
    *between(start: number, end: number): Generator<StateInterval, void, void> {
        for (let interval = this.at(start); interval.start <= end; interval = this.at(interval.end)) {
            yield interval;
            if (interval.end === Infinity) {
                return;
            }
        }
    }

    /** Its states, as plain data from which `unpack` makes it again. */
    pack(): PackedStates {
        const { since, value, many, count } = this;
        if (many) {
            return [since, value, many.starts.pack(), many.values.pack()];
        }
        const packed = new Float64Array(2 + 2 * count);
        this.packInto(packed, 0);
        return packed;
    }

    /** How many numbers `packInto` writes; undefined when it cannot, because there are many states. */
    get packedLength(): number | undefined {
        return this.many ? undefined : 2 + 2 * this.count;
    }

    /** Writes what `unpack` makes the column of into an array. */
    packInto(target: Float64Array, offset: number): void {
        target[offset] = this.since;
        target[offset + 1] = this.value;
        for (let index = 0; index < 2 * this.count; index++) {
            target[offset + 2 + index] = this.few?.[index] ?? NO_STATE;
        }
    }

    /** The column that was packed. */
    static unpack(packed: PackedStates): StateColumn {
        const column = new StateColumn(packed[0]);
        column.value = packed[1];
        if (ArrayBuffer.isView(packed)) {
            column.few = packed.length > 2 ? packed.slice(2) : undefined;
            column.count = (packed.length - 2) / 2;
        } else {
            column.many = { starts: TimeColumn.unpack(packed[2]), values: ValueColumn.unpack(packed[3]) };
            column.count = column.many.starts.length;
        }
        return column;
    }

    private keep(start: number, value: number): void {
        if (!this.many && this.count === FEW) {
            this.many = { starts: new TimeColumn(), values: new ValueColumn() };
            for (let rank = 0; rank < FEW; rank++) {
                this.many.starts.push(this.few?.[2 * rank] ?? 0);
                this.many.values.push(this.few?.[2 * rank + 1] ?? NO_STATE);
            }
            this.few = undefined;
        }
        if (this.many) {
            this.many.starts.push(start);
            this.many.values.push(value);
        } else {
            const few = this.roomForOne();
            few[2 * this.count] = start;
            few[2 * this.count + 1] = value;
        }
        this.count++;
    }

    private roomForOne(): Float64Array {
        if (!this.few || this.few.length === 2 * this.count) {
            const larger = new Float64Array(2 * Math.max(FIRST_FEW, 2 * this.count));
            larger.set(this.few ?? []);
            this.few = larger;
        }
        return this.few;
    }

    private startOf(rank: number): number {
        return this.many ? this.many.starts.at(rank) : (this.few?.[2 * rank] ?? 0);
    }

    private valueOf(rank: number): number {
        return this.many ? this.many.values.at(rank) : (this.few?.[2 * rank + 1] ?? NO_STATE);
    }

    /** How many of the states before the one that lasts start up to a time. */
    private countUpTo(time: number): number {
        if (this.many) {
            return this.many.starts.countUpTo(time);
        }
        let count = 0;
        while (count < this.count && this.startOf(count) <= time) {
            count++;
        }
        return count;
    }
}

/** The state that lasts and those before it. */
export type PackedStates =
    Float64Array | readonly [since: number, value: number, starts: PackedTimes, values: PackedValues];
