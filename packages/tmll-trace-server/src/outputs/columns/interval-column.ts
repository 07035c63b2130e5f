import { type Interval, type IntervalStatistics, IntervalSummary } from './interval-summary';
import type { Samples } from './mean-per-bin';
import { TimeColumn } from './time-column';
import { ValueColumn } from './value-column';

/** Intervals that may overlap, in the order of their ends. Takes 4 bytes for an end and, below 2.1 s, 1 to 4 for a length. */
export class IntervalColumn {
    private readonly ends = new TimeColumn();
    private readonly lengths = new ValueColumn();
    private sum = 0;

    /** How many intervals it holds. */
    get length(): number {
        return this.ends.length;
    }

    /** Sum of their lengths, in ns. */
    get total(): number {
        return this.sum;
    }

    /** Each interval's length as a sample at its end. */
    get samples(): Samples {
        return { times: this.ends, values: this.lengths };
    }

    /** Appends [start, end]; ends do not descend. */
    push(start: number, end: number): void {
        this.ends.push(end);
        this.lengths.push(end - start);
        this.sum += end - start;
    }

    /** The interval of a rank in [0, length). */
    at(rank: number): Interval {
        const end = this.ends.at(rank);
        return { start: end - this.lengths.at(rank), end };
    }

    /** The ranks of the intervals that have a time in [start, end], ascending. */
    *touching(start = -Infinity, end = Infinity): Generator<number, void, void> {
        for (let rank = this.ends.countUpTo(start - 1); rank < this.length; rank++) {
            if (end === Infinity || this.ends.at(rank) - this.lengths.at(rank) <= end) {
                yield rank;
            }
        }
    }

    /** How long the interval of a rank is, in ns. */
    lengthAt(rank: number): number {
        return this.lengths.at(rank);
    }

    /** Statistics of the intervals that have a time in [start, end]; undefined when there are none. */
    statistics(start?: number, end?: number): IntervalStatistics | undefined {
        const summary = new IntervalSummary();
        for (const rank of this.touching(start, end)) {
            summary.add(this.lengths.at(rank), rank);
        }
        return summary.statistics(rank => this.at(rank));
    }
}
