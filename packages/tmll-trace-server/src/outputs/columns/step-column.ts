import { TimeColumn } from './time-column';
import { ValueColumn } from './value-column';

/** A step function: the value holds from the time it was set until the next one. */
export class StepColumn {
    private readonly times = new TimeColumn();
    private readonly values = new ValueColumn();
    private lowest = 0;

    /** Sets the value from a time on; times do not descend, and of several values at one time the last one counts. */
    push(time: number, value: number): void {
        this.times.push(time);
        this.values.push(value);
        this.lowest = Math.min(this.lowest, value);
    }

    /** The lowest value there was, at most the 0 of the time before the first step. */
    get minimum(): number {
        return this.lowest;
    }

    /** The value at a time, undefined before the first step. */
    at(time: number): number | undefined {
        const count = this.times.countUpTo(time);
        return count === 0 ? undefined : this.values.at(count - 1);
    }
}
