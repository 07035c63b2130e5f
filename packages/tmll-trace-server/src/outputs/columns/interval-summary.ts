/** What is said of the lengths of several intervals. Times and lengths in ns. */
export interface IntervalStatistics {
    readonly count: number;
    readonly total: number;
    readonly mean: number;
    /** Sample standard deviation (n − 1); NaN for fewer than two intervals. */
    readonly deviation: number;
    readonly shortest: Interval;
    readonly longest: Interval;
}

/** [start, end], both in ns. */
export interface Interval {
    readonly start: number;
    readonly end: number;
}

/** Collects statistics in one pass (Welford 1962), which loses no digits to large values. */
export class IntervalSummary {
    private count = 0;
    private total = 0;
    private mean = 0;
    private squares = 0;
    private least = Infinity;
    private leastRank = -1;
    private most = -Infinity;
    private mostRank = -1;

    /** Adds an interval of a length and a rank by which it can be found again. */
    add(value: number, rank: number): void {
        this.count++;
        this.total += value;
        const deviation = value - this.mean;
        this.mean += deviation / this.count;
        this.squares += deviation * (value - this.mean);
        if (value < this.least) {
            this.least = value;
            this.leastRank = rank;
        }
        if (value > this.most) {
            this.most = value;
            this.mostRank = rank;
        }
    }

    /**
     * What was added so far; undefined when that is nothing.
     *
     * @param intervalAt gives the interval of a rank that was added
     */
    statistics(intervalAt: (rank: number) => Interval): IntervalStatistics | undefined {
        if (this.count === 0) {
            return undefined;
        }
        return {
            count: this.count,
            total: this.total,
            mean: this.total / this.count,
            deviation: this.count > 1 ? Math.sqrt(this.squares / (this.count - 1)) : NaN,
            shortest: intervalAt(this.leastRank),
            longest: intervalAt(this.mostRank)
        };
    }
}
