import type { TimeColumn } from '../columns/time-column';
import type { TimeSpan } from '../output';
import { type Rhythm, rhythmOf } from './rhythm';

/** A gap up to so many usual ones is one between two ticks of a timer; in a longer one it did not run. */
const MAX_USUAL = 2;

/** An event that is to come, and how long before it begins to count. */
interface Coming {
    readonly time: number;
    readonly width: number;
}

/**
 * How many events there were up to a time. Those of a timer (`rhythmOf`) are each spread evenly over the time since the tick before: so one
 * that fires every 10 ms has the same rate in every bin of whatever width, while counting would give n or n ± 1 (or 0 or 1) events a bin, and show
 * the width of the bins instead of the program. Other events are counted.
 *
 * An event after a pause, longer than twice the usual gap, is spread over the bin width or the usual gap before it, whichever is
 * longer, so that the rate in the pause is 0. What is spread adds up: over a long time the rate is that of counting.
 */
export class Flow {
    private readonly rhythm: Rhythm | undefined;
    /** The events between which the last time lay that was asked for: mostly the next one lies there too. */
    private count = -1;
    private last = Infinity;
    private next = -Infinity;
    /** Those that the next tick has. */
    private coming: readonly Coming[] = [];

    /**
     * @param times of the events
     * @param span of the trace
     * @param bin width of the bins in which the rate is asked for
     */
    constructor(
        private readonly times: TimeColumn,
        private readonly span: TimeSpan,
        private readonly bin: number
    ) {
        this.rhythm = rhythmOf(times);
    }

    /** Events up to a time in the span, with the shares of those that are under way. */
    upTo(time: number): number {
        if (!(time >= this.last && time < this.next)) {
            this.find(time);
        }
        let sum = this.count;
        for (const { time: due, width } of this.coming) {
            sum += Math.max(0, 1 - (due - time) / width);
        }
        return sum;
    }

    private find(time: number): void {
        const { times, rhythm } = this;
        this.count = times.countUpTo(time);
        this.last = this.count > 0 ? times.at(this.count - 1) : -Infinity;
        this.next = this.count < times.length ? times.at(this.count) : Infinity;
        if (rhythm) {
            this.coming = Array.from({ length: rhythm.events }, (_, index) =>
                this.comingAt(this.count + index, rhythm)
            ).filter(coming => coming !== undefined);
        }
    }

    /** The event of a rank; undefined when it is not due in the trace. */
    private comingAt(rank: number, { events, gap: usual }: Rhythm): Coming | undefined {
        const { times, span, bin } = this;
        const before = rank >= events ? times.at(rank - events) : undefined;
        if (rank < times.length) {
            const time = times.at(rank);
            // The tick before the first one may have been before the trace.
            const gap = before === undefined ? Math.max(usual, time - span.start) : time - before;
            const width = gap <= Math.max(MAX_USUAL * usual, bin) ? gap : Math.max(usual, bin);
            return width > 0 ? { time, width } : undefined;
        }
        // The next tick may be due after the end of the trace.
        const rest = before === undefined ? Infinity : span.end - before;
        const width = Math.max(usual, rest);
        return before !== undefined && rest <= MAX_USUAL * usual ? { time: before + width, width } : undefined;
    }
}
