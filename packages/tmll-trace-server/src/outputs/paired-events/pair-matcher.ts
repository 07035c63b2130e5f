import type { IntervalColumn } from '../columns/interval-column';
import { TimeColumn } from '../columns/time-column';
import type { KeyValue } from './key-part';

/** Of several beginnings open with the same key: which one the next end is taken to end; `replace` knows one only. */
export type OpenOrder = 'last-first' | 'first-first' | 'replace';

/** Beginnings of one pair that are open at a time. More than any program has under way; of lost ends there may be more. */
export const MAX_OPEN = 65_536;

interface Begin {
    readonly time: number;
    /** Whether another one with the same key began while it was open. */
    isCovered: boolean;
}

/** Finds the beginning of each end. Events come in the order of their times. */
export class PairMatcher {
    /** Times of beginnings that were given up: replaced, or the oldest when too many were open. */
    readonly lostBegins: number[] = [];
    /** Times of ends without a beginning. */
    readonly lostEnds = new TimeColumn();
    /** Ends that found their beginning. */
    matched = 0;
    /** Beginnings during which another one with the same key began, and those of them that ended nevertheless. */
    covered = 0;
    uncovered = 0;
    private readonly open = new Map<KeyValue, Begin[]>();
    private openCount = 0;

    constructor(
        private readonly intervals: IntervalColumn,
        private readonly order: OpenOrder
    ) {}

    begin(key: KeyValue, time: number): void {
        let begins = this.open.get(key);
        if (!begins) {
            begins = [];
            this.open.set(key, begins);
        }
        const last = begins.at(-1);
        if (last && !last.isCovered) {
            last.isCovered = true;
            this.covered++;
        }
        if (last && this.order === 'replace') {
            this.giveUp(begins);
        }
        begins.push({ time, isCovered: false });
        if (++this.openCount > MAX_OPEN) {
            this.giveUpOldest();
        }
    }

    end(key: KeyValue, time: number): void {
        const begins = this.open.get(key);
        const begin = this.order === 'first-first' ? begins?.shift() : begins?.pop();
        if (!begins || !begin) {
            this.lostEnds.push(time);
            return;
        }
        this.matched++;
        this.uncovered += begin.isCovered ? 1 : 0;
        this.openCount--;
        // Old tracers write single events a few ns out of order.
        this.intervals.push(Math.min(begin.time, time), time);
        if (begins.length === 0) {
            this.open.delete(key);
        }
    }

    private giveUp(begins: Begin[]): void {
        const begin = begins.shift();
        if (begin) {
            this.lostBegins.push(begin.time);
            this.openCount--;
        }
    }

    private giveUpOldest(): void {
        // Keys stand in the order in which they were opened, so the first one has (nearly) the oldest beginning.
        for (const [key, begins] of this.open) {
            this.giveUp(begins);
            if (begins.length === 0) {
                this.open.delete(key);
            }
            return;
        }
    }
}
