import { seasonalPeriod } from '../statistics/seasonality';

const DAY_NS = 86_400e9;
/** Cycles of people's calendars that loads follow: the day, the week, the year. */
const CALENDAR = [DAY_NS, 7 * DAY_NS, 365.25 * DAY_NS];
/** Fewest points of a period. */
const SHORTEST = 4;
/** Cycles that a series must have for a period to be known. */
const CYCLES = 3;

/**
 * The periods in points that a series may follow, ascending: the cycles of the calendar that its step and length let it show, else the one
 * that is found in it (`seasonalPeriod`), if any.
 * @param stepNs time between values
 */
export function periodsOf(values: Float64Array, stepNs: number): number[] {
    const longest = values.length / CYCLES;
    const calendar = CALENDAR.map(cycle => Math.round(cycle / stepNs)).filter(
        period => period >= SHORTEST && period <= longest
    );
    if (calendar.length > 0) {
        return calendar;
    }
    const found = seasonalPeriod(values);
    return found === undefined || found > longest ? [] : [found];
}
