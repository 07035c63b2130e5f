import type { TimeColumn } from '../columns/time-column';
import type { TimeSpan } from '../output';

/** Gaps by which a column is judged. */
const SAMPLED_GAPS = 1023;
/** Fewer events show no rhythm. */
const FEWEST_EVENTS = 16;
/** The middle 80 % of a timer's gaps differ by at most this part of their median. */
const MAX_SPREAD = 0.5;
/** A gap up to so many usual ones is one between two events of a timer; in a longer one it did not run. */
const MAX_USUAL = 2;

/**
 * How many events there were up to a time. Those of a timer are each spread evenly over the time since the one before: so one that fires every
 * 10 ms has the same rate in every bin of whatever width, while counting would give n or n ± 1 (or 0 or 1) events a bin, and show the
 * width of the bins instead of the program. Events are taken for a timer's when the middle 80 % of their gaps differ by at most half of the
 * median; others are counted.
 *
 * An event after a pause, longer than twice the median gap, is spread over the bin width or the median gap before it, whichever is
 * longer, so that the rate in the pause is 0. What is spread adds up: over a long time the rate is that of counting.
 */
export class Flow {
    private readonly usual: number;
    /** The events between which the last time lay that was asked for: mostly the next one lies there too. */
    private count = -1;
    private last = Infinity;
    private next = -Infinity;
    /** How long before the next event it begins to count; 0: it does not. */
    private width = 0;

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
        this.usual = usualGap(times);
    }

    /** Events up to a time in the span, with the share of the one that is under way. */
    upTo(time: number): number {
        if (!(time >= this.last && time < this.next)) {
            this.find(time);
        }
        const { count, next, width } = this;
        return width > 0 ? count + Math.max(0, 1 - (next - time) / width) : count;
    }

    private find(time: number): void {
        const { times, span, usual } = this;
        const count = times.countUpTo(time);
        const last = count > 0 ? times.at(count - 1) : -Infinity;
        this.count = count;
        this.last = last;
        if (count < times.length) {
            this.next = times.at(count);
            const width = this.widthOf(this.next - Math.max(last, span.start));
            // The one before the first may have been before the trace.
            this.width = usual === 0 ? 0 : count > 0 ? width : Math.max(usual, width);
        } else {
            // The next one may be due after the end of the trace.
            const rest = span.end - last;
            const isDue = count > 1 && rest > 0 && rest <= MAX_USUAL * usual;
            this.next = isDue ? last + Math.max(usual, rest) + 1 : Infinity;
            this.width = isDue ? this.next - last : 0;
        }
    }

    private widthOf(gap: number): number {
        return gap <= Math.max(MAX_USUAL * this.usual, this.bin) ? gap : Math.max(this.usual, this.bin);
    }
}

const usualGaps = new WeakMap<TimeColumn, { readonly length: number; readonly gap: number }>();

/** The median gap of a timer's events; 0 when they are not those of a timer. */
function usualGap(times: TimeColumn): number {
    const known = usualGaps.get(times);
    if (known?.length === times.length) {
        return known.gap;
    }
    const gap = times.length < FEWEST_EVENTS ? 0 : timerGap(times);
    usualGaps.set(times, { length: times.length, gap });
    return gap;
}

function timerGap(times: TimeColumn): number {
    const gaps = times.length - 1;
    const sampled = Math.min(SAMPLED_GAPS, gaps);
    const sample = Float64Array.from({ length: sampled }, (_, index) => {
        const rank = Math.floor((index * gaps) / sampled);
        return times.at(rank + 1) - times.at(rank);
    }).sort();
    const quantile = (share: number): number => sample[Math.floor(share * (sampled - 1))];
    const median = quantile(0.5);
    return quantile(0.9) - quantile(0.1) <= MAX_SPREAD * median ? median : 0;
}
