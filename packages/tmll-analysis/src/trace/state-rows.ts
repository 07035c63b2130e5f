import { TimeGraphState } from 'tmll-tsp';

/** A line of a time graph with its states. */
export interface StateRow {
    /** From the root down: `['shop', 'CPU 0 Threads']`. */
    readonly path: readonly string[];
    /** Of the entry at the trace server: `{ CPU: [0] }`. */
    readonly metadata: Readonly<Record<string, readonly unknown[]>>;
    /** Ns since the epoch to which the states' times are relative. */
    readonly origin: bigint;
    /** Ascending, none overlapping another, all within the range that was asked for. */
    readonly states: readonly GraphState[];
}

/** A stretch in which a line keeps its state. */
export interface GraphState {
    /** Ns from the row's origin, the end exclusive. */
    readonly start: number;
    readonly end: number;
    /** As the server shows it; undefined where it shows none. */
    readonly label?: string;
    /** Key of its style; undefined where the state is unknown or has no look. */
    readonly style?: string;
}

/** Stretch of time in ns from an origin, the end exclusive. */
export type Gap = readonly [start: number, end: number];

/**
 * The states of a line, gathered from answers that hold only those at the times that were asked for, but these with their true ends. What
 * is missing shows as gaps.
 */
export class GatheredStates {
    private readonly byStart = new Map<number, GraphState>();

    constructor(
        private readonly origin: bigint,
        /** Length of the range, ns. */
        private readonly length: number
    ) {}

    get size(): number {
        return this.byStart.size;
    }

    add(states: readonly TimeGraphState[]): void {
        for (const { start, end, label, style } of states) {
            const from = Math.max(0, Number(BigInt(start) - this.origin));
            const to = Math.min(this.length, Number(BigInt(end) - this.origin));
            const known = this.byStart.get(from);
            if (to > from && (known === undefined || known.end < to)) {
                this.byStart.set(from, {
                    start: from,
                    end: to,
                    ...(label === undefined || label === null || label === '' ? {} : { label }),
                    ...(style?.parentKey === undefined ? {} : { style: style.parentKey })
                });
            }
        }
    }

    /** In the order of time. */
    sorted(): GraphState[] {
        return [...this.byStart.values()].sort((a, b) => a.start - b.start);
    }

    gaps(): Gap[] {
        const gaps: Gap[] = [];
        let end = 0;
        for (const state of this.sorted()) {
            if (state.start > end) {
                gaps.push([end, state.start]);
            }
            end = Math.max(end, state.end);
        }
        return end < this.length ? [...gaps, [end, this.length]] : gaps;
    }
}
