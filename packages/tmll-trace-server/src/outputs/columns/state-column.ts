import { TimeColumn } from './time-column';
import { ValueColumn } from './value-column';

/** Value of a state that is not known, or that there is none. */
export const NO_STATE = -1;

/** A state and how long it held: [start, end), offsets in ns; the end of the one that lasts is Infinity. */
export interface StateInterval {
    readonly start: number;
    readonly end: number;
    readonly value: number;
}

/**
 * A state over time, from the beginning of a trace: integers of at least 0, or `NO_STATE`. The state that lasts is kept apart, so
 * that one which never changes costs nothing.
 */
export class StateColumn {
    private past: { readonly starts: TimeColumn; readonly values: ValueColumn } | undefined;
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
            this.past ??= { starts: new TimeColumn(), values: new ValueColumn() };
            this.past.starts.push(this.since);
            this.past.values.push(this.value);
            this.since = time;
        }
        this.value = value;
    }

    /** The state at a time; a time before the beginning counts as the beginning. */
    at(time: number): StateInterval {
        if (!this.past || time >= this.since) {
            return { start: this.since, end: Infinity, value: this.value };
        }
        const { starts, values } = this.past;
        const rank = Math.max(0, starts.countUpTo(time) - 1);
        const end = rank + 1 < starts.length ? starts.at(rank + 1) : this.since;
        return { start: starts.at(rank), end, value: values.at(rank) };
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
}
