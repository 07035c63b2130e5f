/** How bad a leak is, in words. */
export type LeakSeverity = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

/** What severity is measured by. */
export interface SeverityScale {
    /** Growth in B/s below which it is at most LOW. */
    readonly slopeThreshold: number;
    /** Bytes that may be lost before it hurts. */
    readonly budget: number;
}

const LEVELS: readonly LeakSeverity[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
/** Width of each level on the scale from 0 to 1, as in TMLL: NONE below 0.2, LOW below 0.4, …, CRITICAL from 0.8. */
const LEVEL_WIDTH = 0.2;
const HOUR = 3600;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
/** Where growth is faster than the budget in a minute it cannot be worse. */
const WORST = 60;

/**
 * The score of a leak, 0 to 1, by the time in which it uses the budget up: a month is where MEDIUM begins (0.4), a day HIGH (0.6), an hour CRITICAL (0.8),
 * a minute 1; logarithmic in between. Growth below the threshold lies between 0.2 and 0.4 (LOW), none is 0. Only bytes per
 * second enter, so that a longer trace of the same program says the same.
 */
export function leakScore(bytesPerSecond: number, { slopeThreshold, budget }: SeverityScale): number {
    if (!(bytesPerSecond > 0)) {
        return 0;
    }
    const medium = Math.max(budget / MONTH, slopeThreshold);
    if (bytesPerSecond < medium) {
        return LEVEL_WIDTH * (1 + Math.min(bytesPerSecond / medium, 0.999));
    }
    const marks: readonly (readonly [rate: number, score: number])[] = [
        [medium, 0.4],
        [Math.max(budget / DAY, medium * 1.001), 0.6],
        [Math.max(budget / HOUR, medium * 1.002), 0.8],
        [Math.max(budget / WORST, medium * 1.003), 1]
    ];
    for (let at = 1; at < marks.length; at++) {
        const [[low, from], [high, to]] = [marks[at - 1], marks[at]];
        if (bytesPerSecond < high) {
            return from + ((to - from) * Math.log(bytesPerSecond / low)) / Math.log(high / low);
        }
    }
    return 1;
}

/** The level of a score. */
export function severityOfScore(score: number): LeakSeverity {
    return LEVELS[Math.min(Math.floor(score / LEVEL_WIDTH + 1e-9), LEVELS.length - 1)];
}

/** The greatest score that is still LOW. */
export const MOST_LOW_SCORE = 0.39;
