import { IntervalColumn } from '../columns/interval-column';
import { type Interval, type IntervalStatistics, IntervalSummary } from '../columns/interval-summary';
import { TextTable } from '../columns/text-table';
import { ValueColumn } from '../columns/value-column';
import type { TimeSpan } from '../output';

/** Named stretches of time of one kind (system calls, interrupts, calls of functions), each with a few numbers beside it. */
export class SegmentTable {
    readonly names = new TextTable();
    private readonly intervals = new IntervalColumn();
    private readonly nameIndexes = new ValueColumn();
    private readonly facts: readonly ValueColumn[];
    private order: Order | undefined;

    /** @param facts how many numbers a segment has beside its name and times */
    constructor(facts: number) {
        this.facts = Array.from({ length: facts }, () => new ValueColumn());
    }

    /** How many segments it holds. */
    get length(): number {
        return this.intervals.length;
    }

    /** Appends [start, end] in ns; ends do not descend. */
    push(start: number, end: number, name: string, facts: readonly number[] = []): void {
        this.intervals.push(start, end);
        this.nameIndexes.push(this.names.indexOf(name));
        this.facts.forEach((column, index) => column.push(facts[index]));
        this.order = undefined;
    }

    /** The times of a segment. Ranks are in the order of the ends. */
    at(rank: number): Interval {
        return this.intervals.at(rank);
    }

    nameAt(rank: number): string {
        return this.names.at(this.nameIndexes.at(rank)) ?? '';
    }

    /** One of the numbers beside a segment. */
    factAt(rank: number, fact: number): number {
        return this.facts[fact].at(rank);
    }

    /** The ranks in the order of the starts; of several at one time the one that ends first stands first. */
    get byStart(): Uint32Array {
        return this.ordered().all;
    }

    /** The ranks of the segments of a name, in the order of the starts. */
    named(name: string): Uint32Array {
        return this.ordered().byName.get(name) ?? new Uint32Array(0);
    }

    /** How many of some ranks, ordered by the starts, start before a time: the position of the first one that does not. */
    startingBefore(time: number, ranks: Uint32Array = this.byStart): number {
        let low = 0;
        let high = ranks.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (this.at(ranks[middle]).start < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The ranks of the segments that have a time in a span, its ends included, in the order of their ends. */
    touching(span?: TimeSpan): Generator<number, void, void> {
        return this.intervals.touching(span?.start, span?.end);
    }

    /**
     * Statistics of all segments that have a time in a span, and of those of each group, in the order of the first of them to end.
     *
     * @param groupOf what the segments of a rank are grouped by; default: their names
     */
    statistics(
        span?: TimeSpan,
        groupOf: (rank: number) => string = rank => this.nameAt(rank)
    ): { total?: IntervalStatistics; byGroup: ReadonlyMap<string, IntervalStatistics> } {
        const all = new IntervalSummary();
        const summaries = new Map<string, IntervalSummary>();
        for (const rank of this.touching(span)) {
            const length = this.intervals.lengthAt(rank);
            all.add(length, rank);
            const group = groupOf(rank);
            let summary = summaries.get(group);
            if (!summary) {
                summary = new IntervalSummary();
                summaries.set(group, summary);
            }
            summary.add(length, rank);
        }
        const intervalAt = (rank: number): Interval => this.at(rank);
        const byGroup = new Map<string, IntervalStatistics>();
        for (const [group, summary] of summaries) {
            const statistics = summary.statistics(intervalAt);
            if (statistics) {
                byGroup.set(group, statistics);
            }
        }
        return { total: all.statistics(intervalAt), byGroup };
    }

    /** The names that segments starting in a span have, in the order of the first of them in the trace. */
    namesIn({ start, end }: TimeSpan): string[] {
        return [...this.ordered().byName]
            .filter(([, ranks]) => {
                const first = this.startingBefore(start, ranks);
                return first < ranks.length && this.at(ranks[first]).start <= end;
            })
            .map(([name]) => name);
    }

    private ordered(): Order {
        this.order ??= this.sort();
        return this.order;
    }

    private sort(): Order {
        const starts = Float64Array.from({ length: this.length }, (_, rank) => this.at(rank).start);
        const all = Uint32Array.from(starts.keys()).sort((a, b) => starts[a] - starts[b] || a - b);
        const counts: number[] = [];
        for (let rank = 0; rank < all.length; rank++) {
            const name = this.nameIndexes.at(rank);
            counts[name] = (counts[name] ?? 0) + 1;
        }
        const byIndex = counts.map(count => ({ ranks: new Uint32Array(count), used: 0 }));
        const byName = new Map<string, Uint32Array>();
        for (const rank of all) {
            const name = byIndex[this.nameIndexes.at(rank)];
            if (name.used === 0) {
                byName.set(this.nameAt(rank), name.ranks);
            }
            name.ranks[name.used++] = rank;
        }
        return { all, byName };
    }
}

/** Ranks in the order of the starts, in all and by name. */
interface Order {
    readonly all: Uint32Array;
    readonly byName: ReadonlyMap<string, Uint32Array>;
}
