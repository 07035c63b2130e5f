import type { TimeColumn } from '../columns/time-column';

/** Gaps by which a column is judged. */
const SAMPLED_GAPS = 1023;
/** Fewer ticks show no rhythm. */
const FEWEST_TICKS = 16;
/** Events of one tick: a timer may report several values each time. */
const MAX_EVENTS = 8;
/** The middle 80 % of a timer's gaps differ by at most this part of their median. */
const MAX_SPREAD = 0.5;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** How the events of a timer follow each other. */
export interface Rhythm {
    /** So many at each tick. */
    readonly events: number;
    /** Median time from a tick to the next one, in ns; above 0. */
    readonly gap: number;
}

const known = new WeakMap<TimeColumn, { readonly length: number; readonly rhythm: Rhythm | undefined }>();

/**
 * The rhythm of events that a timer makes: from each event to the one so many (the fewest of 1 to 8) later it is always about as long, which is
 * when the middle 80 % of these gaps differ by at most half of their median. Undefined for other events, and for fewer than 16 ticks.
 */
export function rhythmOf(times: TimeColumn): Rhythm | undefined {
    const before = known.get(times);
    if (before?.length === times.length) {
        return before.rhythm;
    }
    let rhythm: Rhythm | undefined;
    for (let events = 1; events <= MAX_EVENTS && !rhythm && times.length >= FEWEST_TICKS * events; events++) {
        rhythm = rhythmOfTicks(times, events);
    }
    known.set(times, { length: times.length, rhythm });
    return rhythm;
}

function rhythmOfTicks(times: TimeColumn, events: number): Rhythm | undefined {
    const gaps = times.length - events;
    const sampled = Math.min(SAMPLED_GAPS, gaps);
    const sample = Float64Array.from({ length: sampled }, (_, index) => {
        // Irregular, so that no rhythm is hit at the same place again and again.
        const rank = Math.floor(((index + ((index * GOLDEN) % 1)) * gaps) / sampled);
        return times.at(rank + events) - times.at(rank);
    }).sort();
    const quantile = (share: number): number => sample[Math.floor(share * (sampled - 1))];
    const gap = quantile(0.5);
    return gap > 0 && quantile(0.9) - quantile(0.1) <= MAX_SPREAD * gap ? { events, gap } : undefined;
}
