/** A labelled stretch of a series: indices of its first and last row, both inclusive. */
export interface LabelledWindow {
    readonly first: number;
    readonly last: number;
}

/** What an alarm and a missed window count, of a profile of NAB. */
export interface NabProfile {
    readonly truePositive: number;
    readonly falsePositive: number;
    readonly falseNegative: number;
}

/** NAB's standard profile. */
export const STANDARD_PROFILE: NabProfile = { truePositive: 1, falsePositive: 0.11, falseNegative: 1 };

/** What the alarms in one or several series are worth. */
export interface NabScore {
    /** Sum of what alarms gain and misses cost. */
    readonly raw: number;
    readonly windows: number;
    /** Windows with at least one alarm that counts. */
    readonly found: number;
    /** Alarms outside of windows that count. */
    readonly falseAlarms: number;
    /** Rows that are judged, so without those of the probationary period. */
    readonly rows: number;
}

/** Share of the first rows in which a detector may learn and alarms do not count, and up to how many rows. */
const PROBATION = 0.15;
const MOST_PROBATION_ROWS = 5000;

/**
 * The worth of alarms by the rules of the Numenta Anomaly Benchmark (Lavin and Ahmad, "Evaluating real-time anomaly
 * detection algorithms", 2015), as its scorer applies them:
 * - rows of the probationary period (the first 15 %, at most 750) do not count;
 * - of the alarms in a window the earliest counts, 1 at its first row and falling to about 0 at its last as a sigmoid;
 * - an alarm outside costs up to the profile's weight, the less the closer it follows the end of a window;
 * - a window without any alarm costs the profile's weight.
 * @param length number of rows
 * @param windows ascending, apart from each other
 * @param alarms rows that are called anomalous
 */
export function nabScore(
    length: number,
    windows: readonly LabelledWindow[],
    alarms: Iterable<number>,
    profile: NabProfile = STANDARD_PROFILE
): NabScore {
    const probation = Math.min(Math.floor(PROBATION * length), PROBATION * MOST_PROBATION_ROWS);
    const gains = new Map<LabelledWindow, number>();
    let costs = 0;
    let falseAlarms = 0;
    for (const row of alarms) {
        if (row < probation) {
            continue;
        }
        const window = windows.find(({ first, last }) => row >= first && row <= last);
        if (window === undefined) {
            costs += profile.falsePositive * worthOutside(row, windows);
            falseAlarms++;
        } else {
            const gain = profile.truePositive * worthInside(row, window);
            gains.set(window, Math.max(gain, gains.get(window) ?? -profile.falseNegative));
        }
    }
    const judged = windows.filter(({ last }) => last >= probation);
    const gained = judged.reduce((sum, window) => sum + (gains.get(window) ?? -profile.falseNegative), 0);
    return {
        raw: gained + costs,
        windows: judged.length,
        found: gains.size,
        falseAlarms,
        rows: Math.max(0, length - Math.ceil(probation))
    };
}

/** The scores of several series as one. */
export function addNabScores(scores: readonly NabScore[]): NabScore {
    const sum = (of: keyof NabScore): number => scores.reduce((total, score) => total + score[of], 0);
    return {
        raw: sum('raw'),
        windows: sum('windows'),
        found: sum('found'),
        falseAlarms: sum('falseAlarms'),
        rows: sum('rows')
    };
}

/**
 * A score as NAB publishes it: 100 for an alarm at the first row of each window and none else, 0 for no alarm at all,
 * below 0 for worse. NaN where there are no windows.
 */
export function normalizedNabScore({ raw, windows }: NabScore, profile: NabProfile = STANDARD_PROFILE): number {
    const nothing = -profile.falseNegative * windows;
    const perfect = profile.truePositive * windows;
    return (100 * (raw - nothing)) / (perfect - nothing);
}

function worthInside(row: number, { first, last }: LabelledWindow): number {
    const position = -(last - row + 1) / (last - first + 1);
    return scaledSigmoid(position) / scaledSigmoid(-1);
}

function worthOutside(row: number, windows: readonly LabelledWindow[]): number {
    const before = windows.filter(({ last }) => last < row).pop();
    return before === undefined ? -1 : scaledSigmoid((row - before.last) / (before.last - before.first));
}

/** Almost 1 at −1, the first row of a window, 0 at its end, −1 far behind it. */
function scaledSigmoid(position: number): number {
    return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}
